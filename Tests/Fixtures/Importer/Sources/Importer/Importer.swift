import IyzicoMassPayoutAPI

@main
struct Importer {
    static func main() {
        print(IyzicoMassPayoutClient.sandbox)
    }
}

/// The parts of a kurus.json that the plugin needs before kurus runs: the names of the files to be written, and the
/// inputs.
struct ClientList: Decodable {
    struct Client: Decodable {
        let module: String
        let inputs: [String]
        let overlays: [String]?
        let emit: [String]?

        /// The fixed names of the client's files.
        var fileNames: [String] {
            let suffixes = ["types": "Types", "client": "Client", "server": "Server"]
            return Set(emit ?? ["types", "client"]).sorted().compactMap { suffixes[$0] }.map { "\(module)\($0).swift" }
        }
    }

    let clients: [Client]

    private enum CodingKeys: CodingKey {
        case clients
    }

    /// Reads a kurus.json, which is one client or lists several.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        clients = try container.decodeIfPresent([Client].self, forKey: .clients) ?? [Client(from: decoder)]
    }
}

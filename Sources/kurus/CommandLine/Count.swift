/// A number and what it counts.
struct Count {
    let text: String

    init(_ number: Int, _ noun: String) {
        text = "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

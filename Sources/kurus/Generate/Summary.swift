import ClientGenerator

/// The line that says what became of a client.
struct Summary {
    let text: String

    init(of client: GeneratedClient, module: String, changes: Int, isCheck: Bool, took time: Duration) {
        let lines = client.files.reduce(0) { $0 + $1.text.utf8.count { $0 == UInt8(ascii: "\n") } }
        let milliseconds = time / .milliseconds(1)
        let outcome =
            changes == 0 ? "up to date" : Count(changes, "file").text + (isCheck ? " would change" : " written")
        let counts = [
            Count(client.pages, "page"), Count(client.operations, "operation"), Count(client.types, "type"),
            Count(lines, "line"),
        ]
        text =
            "\(module): " + counts.map(\.text).joined(separator: ", ")
            + ", \(Int(milliseconds.rounded())) ms; \(outcome)\n"
    }
}

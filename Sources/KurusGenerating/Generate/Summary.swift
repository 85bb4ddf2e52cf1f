import ClientGenerator
import KurusCommandLine
import SpecPipeline

/// The line that says what became of a client.
struct Summary {
    let text: String

    init(of client: GeneratedClient, module: String, changes: Int, isCheck: Bool, took time: Duration) {
        let lineFeed = UInt8(ascii: "\n")
        var lines = 0
        for file in client.files { lines += file.text.utf8.count { $0 == lineFeed } }
        let milliseconds = time / .milliseconds(1)
        let outcome =
            changes == 0 ? "up to date" : Count(changes, "file").text + (isCheck ? " would change" : " written")
        let counts = [
            Count(client.pages, "page"), Count(client.operations, "operation"), Count(client.types, "type"),
            Count(lines, "line"),
        ]
        let list: String = counts.map(\.text).joined(separator: ", ")
        text = "\(module): \(list), \(Int(milliseconds.rounded())) ms; \(outcome)\n"
    }
}

import ClientGenerator
import SpecPipeline

/// The files of a client as one, with all declarations in an enum: many of them fit into one module.
struct WrappedClient {
    let name: String
    let document: [UInt8]
    let text: String

    init(_ client: GeneratedClient, name: String, _ document: [UInt8]) {
        self.name = name
        self.document = document
        let lines = client.files.flatMap { $0.text.split(separator: "\n", omittingEmptySubsequences: false) }
        let isImport = { (line: Substring) in line.hasPrefix("import ") || line.hasPrefix("public import ") }
        // A file imports a module once, publicly where any of the client's files does.
        let imports = Set(lines.filter(isImport))
        let needed = imports.filter { !imports.contains("public \($0)") }
        text =
            needed.sorted().map { "\($0)\n" }.joined() + "\npublic enum \(name) {\n"
            + lines.filter { !isImport($0) }.joined(separator: "\n") + "\n}\n"
    }
}

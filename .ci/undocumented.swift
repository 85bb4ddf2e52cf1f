import Foundation

// Lists the public declarations without documentation in the symbol graphs given as arguments. Exit status: 0 for none, 1
// for at least one, 3 for an unreadable symbol graph. A comment must begin with a sentence: a list of parameters alone
// explains nothing.

struct SymbolGraph: Decodable {
    struct Symbol: Decodable {
        struct Identifier: Decodable {
            let precise: String
        }

        struct Comment: Decodable {
            struct Line: Decodable {
                let text: String
            }

            let lines: [Line]
        }

        struct Location: Decodable {
            struct Position: Decodable {
                let line: Int
            }

            let uri: String
            let position: Position
        }

        let identifier: Identifier
        let pathComponents: [String]
        let docComment: Comment?
        let location: Location?

        /// Members that a conformance brings, whose declarations are in another module.
        var isSynthesized: Bool { identifier.precise.contains("::SYNTHESIZED::") }

        var isDocumented: Bool {
            guard let first = docComment?.lines.first?.text.trimmingCharacters(in: .whitespaces) else { return false }
            return !first.isEmpty && !first.hasPrefix("- ")
        }

        /// As a compiler writes it, so that editors lead there.
        var complaint: String {
            let name = pathComponents.joined(separator: ".")
            let file = location.flatMap { URL(string: $0.uri)?.path(percentEncoded: false) } ?? "unknown file"
            return "\(file):\((location?.position.line ?? 0) + 1): error: `\(name)` has no documentation"
        }
    }

    let symbols: [Symbol]
}

var complaints: [String] = []
do {
    for path in CommandLine.arguments.dropFirst() {
        let graph = try JSONDecoder().decode(SymbolGraph.self, from: Data(contentsOf: URL(filePath: path)))
        complaints += graph.symbols.filter { !$0.isSynthesized && !$0.isDocumented }.map(\.complaint)
    }
} catch {
    FileHandle.standardError.write(Data("undocumented: error: \(error)\n".utf8))
    exit(3)
}
for complaint in complaints.sorted() { print(complaint) }
exit(complaints.isEmpty ? 0 : 1)

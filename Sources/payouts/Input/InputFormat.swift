/// How the rows of a file are written.
enum InputFormat {
    case commaSeparated
    case json

    /// By the file's name, else by its first character.
    init(path: String, text: ArraySlice<UInt8>) {
        let name = path.lowercased()
        if name.hasSuffix(".json") {
            self = .json
        } else if name.hasSuffix(".csv") || name.hasSuffix(".tsv") || name.hasSuffix(".txt") {
            self = .commaSeparated
        } else {
            let first = text.first { $0 > 0x20 }
            self = first == UInt8(ascii: "[") || first == UInt8(ascii: "{") ? .json : .commaSeparated
        }
    }

    static func table(of bytes: [UInt8], path: String) -> InputTable {
        let encoding = TextEncoding(bytes)
        let format = InputFormat(path: path, text: encoding.text)
        // Of what is no text at all, and of JSON, which ends at its first error, nothing else can be said.
        guard encoding.problems.allSatisfy({ $0.line != nil && format == .commaSeparated }) else {
            return InputTable(problems: encoding.problems)
        }
        var table =
            switch format {
            case .commaSeparated: CSVTable(encoding.text).table
            case .json: JSONTable(bytes).table
            }
        table.problems.insert(contentsOf: encoding.problems, at: 0)
        if table.rows.isEmpty, table.problems.isEmpty {
            table.problems = [InputProblem(line: nil, "the file has no rows")]
        }
        return table
    }
}

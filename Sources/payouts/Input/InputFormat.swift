/// How the rows of a file are written.
enum InputFormat: String, CaseIterable {
    case commaSeparated = "csv"
    case json

    /// By the file's name, else by its first character.
    init(path: String, text: [UInt8]) {
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

    /// Reads the rows of a file.
    static func read(
        _ bytes: consuming [UInt8], path: String, _ options: InputOptions, into taker: inout some InputRowTaker
    ) {
        var encoding = TextEncoding(consume bytes, as: options.encoding)
        if let note = encoding.note { taker.notes.append(note) }
        if let refusal = encoding.refusal { return taker.problems.add(InputProblem(.file, refusal)) }
        if let problem = encoding.problem {
            taker.problems.add(problem)
            // Of a heading in another encoding, no name would be found.
            if problem.place.line == 1 { return }
        }
        switch options.format ?? InputFormat(path: path, text: encoding.text) {
        case .commaSeparated: CSVTable.read(encoding.takeText(), options.columns, into: &taker)
        case .json:
            // JSON ends at its first error, so that nothing else can be found.
            if encoding.problem == nil { JSONTable.read(encoding.takeText(), options.columns, into: &taker) }
        }
    }
}

/// Reads comma-separated values record after record, as RFC 4180 §2 defines them; lines may end with CR LF, LF or CR.
///
/// A record holds only the ranges of its fields, and text that was read is released: a file of a million rows takes
/// less memory with every row.
struct CSVReader {
    /// A field, without the quotes around it.
    struct Field {
        var range: Range<Int>
        /// Whether the field contains doubled quotes.
        var hasDoubledQuotes = false
    }

    private var bytes: [UInt8]
    let separator: UInt8
    private let keptBytes: Int
    private var position: Int
    /// The offset before which text is released.
    private var heldFrom = 0
    private var line = 1

    /// The fields of the last record.
    private(set) var fields: [Field] = []
    /// The line where the last record begins; a quoted field may contain line ends.
    private(set) var recordLine = 0
    /// Mistakes in the quoting of the last record.
    private(set) var problems: [InputProblem] = []

    /// - Parameters:
    ///   - start: The offset where the text begins, on the first line.
    ///   - keptBytes: The number of bytes already read that are kept in memory at most.
    init(_ bytes: consuming [UInt8], separator: UInt8, from start: Int = 0, keptBytes: Int = 16 << 20) {
        self.bytes = bytes
        self.separator = separator
        self.keptBytes = keptBytes
        position = start
    }

    /// Reads the next record; false at the end. Empty lines are skipped.
    mutating func next() -> Bool {
        fields.removeAll(keepingCapacity: true)
        if position - heldFrom >= keptBytes { letGo() }
        if !problems.isEmpty { problems = [] }
        while skipLineEnd() {}
        guard position < bytes.count else { return false }
        recordLine = line
        fields.append(readField())
        while position < bytes.count, bytes[position] == separator {
            position += 1
            fields.append(readField())
        }
        _ = skipLineEnd()
        return true
    }

    private mutating func letGo() {
        bytes.letGo(of: heldFrom..<position)
        heldFrom = position
    }

    func text(_ field: Field) -> String {
        guard field.hasDoubledQuotes else { return String(decoding: bytes[field.range], as: UTF8.self) }
        var text: [UInt8] = []
        var isSecond = false
        for byte in bytes[field.range] {
            isSecond = byte == Self.quote && !isSecond
            if !isSecond { text.append(byte) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether a field is empty or holds only spaces and tabs.
    func isBlank(_ field: Field) -> Bool {
        bytes[field.range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    private mutating func readField() -> Field {
        if position < bytes.count, bytes[position] == Self.quote { return readQuotedField() }
        let range = readPlainText()
        if bytes[range].contains(Self.quote) {
            report("a quote inside a field that does not begin with one; quote the field and double the quote in it")
        }
        return Field(range: range)
    }

    /// Reads a field in which quotes are doubled (RFC 4180 §2.7).
    private mutating func readQuotedField() -> Field {
        let firstLine = line
        position += 1
        var field = Field(range: position..<position)
        while position < bytes.count {
            if bytes[position] == Self.quote {
                let isDoubled = position + 1 < bytes.count && bytes[position + 1] == Self.quote
                guard isDoubled else { return ended(field) }
                field.hasDoubledQuotes = true
                position += 1
            } else if endsLine(at: position) {
                line += 1
            }
            position += 1
        }
        problems.append(InputProblem(line: firstLine, "a quoted field has no closing quote"))
        field.range = field.range.lowerBound..<position
        return field
    }

    /// Ends a field at its closing quote.
    private mutating func ended(_ field: Field) -> Field {
        let field = Field(
            range: field.range.lowerBound..<position, hasDoubledQuotes: field.hasDoubledQuotes)
        position += 1
        if !readPlainText().isEmpty {
            report("text after a closing quote; a quote inside a quoted field is written twice")
        }
        return field
    }

    /// Passes over the bytes up to a separator or the end of the line.
    private mutating func readPlainText() -> Range<Int> {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn { break }
            position += 1
        }
        return start..<position
    }

    private mutating func skipLineEnd() -> Bool {
        guard position < bytes.count else { return false }
        let byte = bytes[position]
        guard byte == Self.lineFeed || byte == Self.carriageReturn else { return false }
        position += endsLine(at: position) ? 1 : 2
        line += 1
        return true
    }

    /// Whether a line ends with this byte. The CR of CR LF does not end it; the LF does.
    private func endsLine(at index: Int) -> Bool {
        let byte = bytes[index]
        guard byte == Self.carriageReturn else { return byte == Self.lineFeed }
        return !(index + 1 < bytes.count && bytes[index + 1] == Self.lineFeed)
    }

    private mutating func report(_ message: String) {
        problems.append(InputProblem(line: line, message))
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}

/// The character between fields: RFC 4180's comma, or the one that spreadsheets write where the comma is the decimal
/// separator.
struct CSVSeparator {
    let byte: UInt8
    let name: String

    static let comma = CSVSeparator(byte: UInt8(ascii: ","), name: "comma")
    static let all = [
        comma, CSVSeparator(byte: UInt8(ascii: ";"), name: "semicolon"),
        CSVSeparator(byte: UInt8(ascii: "\t"), name: "tab"),
        CSVSeparator(byte: UInt8(ascii: "|"), name: "vertical bar"),
    ]

    var note: String? {
        byte == Self.comma.byte ? nil : "the fields are taken to be separated by \(name)s, not by commas"
    }

    /// Returns the separator that makes the most known headings of the first record.
    static func guessed(in bytes: [UInt8], _ names: ColumnNames) -> CSVSeparator {
        var best = (separator: CSVSeparator.comma, count: -1)
        for separator in all {
            var reader = CSVReader(bytes, separator: separator.byte)
            guard reader.next() else { break }
            let count = reader.fields.count { names.meaning(of: reader.text($0)) != .unknown }
            if count > best.count { best = (separator, count) }
        }
        return best.separator
    }
}

/// A first line such as `sep=;`, which names the separator for Excel.
struct SeparatorLine {
    /// Nil for a character that is not supported.
    let separator: CSVSeparator?
    /// The offset of the line's end.
    let end: Int

    /// Returns nil where the text does not begin with such a line.
    init?(_ bytes: [UInt8]) {
        let line = bytes.prefix(64).prefix { $0 != 0x0A && $0 != 0x0D }
        var rest = line.filter { $0 != UInt8(ascii: "\"") }[...]
        guard String(decoding: rest.prefix(4), as: UTF8.self).lowercased() == "sep=", rest.count > 4 else { return nil }
        rest = rest.dropFirst(4)
        // A spreadsheet that treated the line as a row has added separators.
        let isOne = rest.allSatisfy { $0 == rest.first }
        separator = isOne ? CSVSeparator.all.first { $0.byte == rest.first } : nil
        end = line.endIndex
    }
}

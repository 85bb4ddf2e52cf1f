/// Reads comma-separated values record after record, as RFC 4180 §2 defines them; lines may end with CR LF, LF or CR.
///
/// A record is the places of its fields in the text, and text that was read is let go: of a file of a million rows less
/// is held with every row.
struct CSVReader {
    /// The text of a field, without the quotes around it.
    struct Field {
        var range: Range<Int>
        /// Whether quotes in it are doubled.
        var hasDoubledQuotes = false
    }

    private var bytes: [UInt8]
    let separator: UInt8
    private let keptBytes: Int
    private var position: Int
    /// Where the text begins that is still held.
    private var heldFrom = 0
    private var line = 1

    /// The fields of the record that was read last.
    private(set) var fields: [Field] = []
    /// The line that it begins on; a quoted field may hold line ends.
    private(set) var recordLine = 0
    /// What is wrong with the quotes of it.
    private(set) var problems: [InputProblem] = []

    /// - Parameters:
    ///   - start: Where the text begins in the bytes, on the first line.
    ///   - keptBytes: How much of what was read is kept at most.
    init(_ bytes: consuming [UInt8], separator: UInt8, from start: Int = 0, keptBytes: Int = 16 << 20) {
        self.bytes = bytes
        self.separator = separator
        self.keptBytes = keptBytes
        position = start
    }

    /// Reads the next record; false at the end. Lines without a character hold none.
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

    /// Whether a field has nothing but spaces and tabs.
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

    /// RFC 4180 §2.7: a quote in a quoted field is doubled.
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

    /// The field whose closing quote is at hand.
    private mutating func ended(_ field: Field) -> Field {
        let field = Field(
            range: field.range.lowerBound..<position, hasDoubledQuotes: field.hasDoubledQuotes)
        position += 1
        if !readPlainText().isEmpty {
            report("text behind a closing quote; a quote inside a quoted field is written twice")
        }
        return field
    }

    /// The bytes up to a separator or a line's end.
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

    /// Whether a line ends with this byte: the CR of CR LF ends none.
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

/// The records of comma-separated values, as RFC 4180 §2 defines them; lines may end with CR LF, LF or CR.
struct CSVText {
    struct Record: Hashable {
        /// The line that it begins on; a quoted field may hold line ends.
        let line: Int
        var fields: [String]
    }

    /// Lines without a character hold no record.
    private(set) var records: [Record] = []
    private(set) var problems: [InputProblem] = []

    private let bytes: ArraySlice<UInt8>
    private let separator: UInt8
    private var position: Int
    private var line = 1

    /// - Parameter recordLimit: Where to stop, for a look at the head of a file.
    init(_ bytes: ArraySlice<UInt8>, separator: UInt8, recordLimit: Int = .max) {
        self.bytes = bytes
        self.separator = separator
        position = bytes.startIndex
        while position < bytes.endIndex, records.count < recordLimit { readRecord() }
    }

    private mutating func readRecord() {
        if skipLineEnd() { return }
        var record = Record(line: line, fields: [readField()])
        while position < bytes.endIndex, bytes[position] == separator {
            position += 1
            record.fields.append(readField())
        }
        _ = skipLineEnd()
        records.append(record)
    }

    private mutating func readField() -> String {
        if position < bytes.endIndex, bytes[position] == Self.quote { return readQuotedField() }
        let text = readPlainText()
        if text.contains(Self.quote) {
            report("a quote inside a field that does not begin with one; quote the field and double the quote in it")
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// RFC 4180 §2.7: a quote in a quoted field is doubled.
    private mutating func readQuotedField() -> String {
        let start = line
        var text: [UInt8] = []
        position += 1
        while position < bytes.endIndex {
            let byte = bytes[position]
            if byte == Self.quote {
                position += 1
                guard position < bytes.endIndex, bytes[position] == Self.quote else {
                    return String(decoding: text + textBehindQuote(), as: UTF8.self)
                }
            } else if endsLine(at: position) {
                line += 1
            }
            text.append(byte)
            position += 1
        }
        problems.append(InputProblem(line: start, "a quoted field has no closing quote"))
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func textBehindQuote() -> ArraySlice<UInt8> {
        let text = readPlainText()
        if !text.isEmpty { report("text behind a closing quote; a quote inside a quoted field is written twice") }
        return text
    }

    /// The bytes up to a separator or a line's end.
    private mutating func readPlainText() -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.endIndex, bytes[position] != separator, !Self.lineEnds.contains(bytes[position]) {
            position += 1
        }
        return bytes[start..<position]
    }

    private mutating func skipLineEnd() -> Bool {
        guard position < bytes.endIndex, Self.lineEnds.contains(bytes[position]) else { return false }
        let isPair = !endsLine(at: position)
        position += isPair ? 2 : 1
        line += 1
        return true
    }

    /// Whether a line ends with this byte: the CR of CR LF ends none.
    private func endsLine(at index: Int) -> Bool {
        bytes[index] == Self.lineFeed
            || bytes[index] == Self.carriageReturn && !(index + 1 < bytes.endIndex && bytes[index + 1] == Self.lineFeed)
    }

    private mutating func report(_ message: String) {
        problems.append(InputProblem(line: line, message))
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let lineEnds: [UInt8] = [lineFeed, carriageReturn]
}

import SourceText

/// Finds what keeps bytes from being UTF-8 text.
struct TextEncoding {
    private(set) var problems: [InputProblem] = []
    /// The bytes behind a byte order mark.
    let text: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let name = Self.otherMark(bytes) {
            problems = [InputProblem(line: nil, "the file is \(name); save it as UTF-8")]
        } else if Self.invalidOffset(in: text) != nil {
            checkLines(of: bytes)
        }
    }

    private static func otherMark(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        return bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? "UTF-16" : nil
    }

    /// Reports the first bad byte of every line that has one.
    private mutating func checkLines(of bytes: [UInt8]) {
        let index = LineIndex(of: SourceFile(path: "", bytes: bytes))
        var lastLine = 0
        var rest = text
        while let offset = Self.invalidOffset(in: rest) {
            let position = index.position(of: offset)
            if position.line != lastLine { report(bytes[offset], position) }
            lastLine = position.line
            rest = rest[(offset + 1)...]
        }
    }

    private mutating func report(_ byte: UInt8, _ position: SourcePosition) {
        let hex = (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        let message =
            byte == 0 ? "a NUL character" : "the byte \(hex) is not UTF-8; save the file as UTF-8 (‘CSV UTF-8’)"
        problems.append(InputProblem(line: position.line, column: position.column, message))
    }

    /// The first byte that is no part of a scalar, or NUL.
    private static func invalidOffset(in bytes: ArraySlice<UInt8>) -> Int? {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = bytes.startIndex
        while true {
            switch decoder.decode(&iterator) {
            case .emptyInput: return nil
            case .error: return offset
            case .scalarValue("\0"): return offset
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            }
        }
    }
}

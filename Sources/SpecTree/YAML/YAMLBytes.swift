/// A text by its bytes, with the position of the reader in it.
///
/// The loops over many bytes are here, over memory: a plugin runs this code unoptimized, where each call and each element
/// of an array costs.
struct YAMLBytes {
    private let base: UnsafePointer<UInt8>
    private let count: Int
    private(set) var index = 0
    /// The beginning of the line that `index` is in.
    private(set) var lineStart = 0

    /// Calls the body with a text, which must not outlive it. The end of a text ends its last line, whether or not a line
    /// break is there.
    static func withText<R>(
        _ bytes: [UInt8], _ body: (YAMLBytes) throws(YAMLError) -> R
    ) throws(YAMLError) -> R {
        let lines = bytes.last?.isBreak == true ? bytes : bytes + [.lineFeed]
        return try lines.withUnsafeBufferPointer { (buffer) throws(YAMLError) -> R in
            guard let base = buffer.baseAddress else { throw YAMLError(message: "no text", offset: 0) }
            return try body(YAMLBytes(base: base, count: buffer.count))
        }
    }

    private init(base: UnsafePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
    }

    /// The offset of the first control character.
    var firstControl: Int? {
        var position = 0
        while position < count {
            let byte = base[position]
            if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F { return position }
            position += 1
        }
        return nil
    }

    /// The byte at a distance; 0, which no text holds, at the end.
    func peek(_ distance: Int = 0) -> UInt8 {
        let position = index + distance
        return position < count ? base[position] : 0
    }

    /// The byte before this one; a line break at the beginning.
    var previous: UInt8 { index > 0 ? base[index - 1] : 0x0A }

    var isAtEnd: Bool { index >= count }

    /// Spaces and other bytes since the beginning of the line.
    var column: Int { index - lineStart }

    /// Whether nothing but spaces is before the position in its line.
    var isIndentation: Bool { spacesOfLine == column }

    /// The spaces that this line begins with, up to the position.
    var spacesOfLine: Int {
        var position = lineStart
        while position < index, base[position] == 0x20 { position += 1 }
        return position - lineStart
    }

    /// Whether a line break, a space, a tab or the end is at a distance.
    func isGap(at distance: Int) -> Bool {
        let position = index + distance
        guard position < count else { return true }
        let byte = base[position]
        return byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// `---` or `...` at the beginning of a line, with a gap behind it (§9.1.2).
    func isDocumentMarker() -> Bool {
        guard index == lineStart else { return false }
        let byte = peek()
        guard byte == .minus || byte == .dot else { return false }
        return peek(1) == byte && peek(2) == byte && isGap(at: 3)
    }

    /// The bytes from an offset to the position.
    func slice(from start: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + start, count: index - start)
    }

    func text(from start: Int) -> String {
        String(decoding: slice(from: start), as: UTF8.self)
    }
}

// MARK: Moving on

extension YAMLBytes {
    mutating func advance(_ count: Int = 1) {
        index += count
    }

    /// Passes over a line break, of one or two bytes.
    mutating func advanceLine() {
        index += peek() == .carriageReturn && peek(1) == .lineFeed ? 2 : 1
        lineStart = index
    }

    mutating func skipSpaces() {
        var position = index
        while position < count, base[position] == 0x20 { position += 1 }
        index = position
    }

    /// Passes over spaces before a column.
    mutating func skipSpaces(to column: Int) {
        var position = index
        while position < count, position - lineStart < column, base[position] == 0x20 { position += 1 }
        index = position
    }

    mutating func skipBlanks() {
        var position = index
        while position < count, base[position] == 0x20 || base[position] == 0x09 { position += 1 }
        index = position
    }

    mutating func skipLine() {
        var position = index
        while position < count, base[position] != 0x0A, base[position] != 0x0D { position += 1 }
        index = position
    }

    /// Passes over a text without quotes in this line: up to `: `, ` #`, the blanks at the end and, in a flow collection,
    /// its indicators.
    mutating func skipPlain(isInFlow: Bool) {
        var position = index
        while position < count {
            let byte = base[position]
            if byte == 0x20 || byte == 0x09 {
                var next = position + 1
                while next < count, base[next] == 0x20 || base[next] == 0x09 { next += 1 }
                guard next < count, base[next] != 0x0A, base[next] != 0x0D, base[next] != UInt8(ascii: "#") else {
                    break
                }
                // A `:` behind blanks may end the text before them.
                if endsPlain(at: next, isInFlow: isInFlow) { break }
                position = next
            } else if byte == 0x0A || byte == 0x0D || endsPlain(at: position, isInFlow: isInFlow) {
                break
            }
            position += 1
        }
        index = position
    }

    /// Whether a `:` that ends a key, or an indicator of flow collections, is at an offset.
    private func endsPlain(at position: Int, isInFlow: Bool) -> Bool {
        let byte = base[position]
        if byte == UInt8(ascii: ":") {
            guard position + 1 < count else { return true }
            let next = base[position + 1]
            return next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 || isInFlow && next.isFlowIndicator
        }
        return isInFlow && byte.isFlowIndicator
    }

    /// Passes over a text in quotes in this line: up to the quotation mark, a backslash in double quotes, and the blanks
    /// at the end of the line.
    mutating func skipQuoted(_ quote: UInt8) {
        let escape = quote == UInt8(ascii: "\"") ? UInt8(ascii: "\\") : quote
        var position = index
        while position < count {
            let byte = base[position]
            if byte == 0x20 || byte == 0x09 {
                var next = position + 1
                while next < count, base[next] == 0x20 || base[next] == 0x09 { next += 1 }
                guard next < count, base[next] != 0x0A, base[next] != 0x0D else { break }
                position = next
            } else if byte == quote || byte == escape || byte == 0x0A || byte == 0x0D {
                break
            } else {
                position += 1
            }
        }
        index = position
    }
}

extension UInt8 {
    package static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let minus = UInt8(ascii: "-")
    static let dot = UInt8(ascii: ".")

    package var isBlank: Bool { self == .space || self == .tab }
    package var isBreak: Bool { self == .lineFeed || self == .carriageReturn }

    /// `,`, `[`, `]`, `{` or `}` (§7.3.3).
    var isFlowIndicator: Bool {
        switch self {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
        default: false
        }
    }
}

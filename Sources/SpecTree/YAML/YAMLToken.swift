/// A token of a YAML text (YAML 1.2, chapters 6 to 9).
struct YAMLToken {
    enum Kind: Equatable {
        case documentStart
        case documentEnd
        case streamEnd
        case blockSequenceStart
        case blockMappingStart
        case blockEnd
        case flowSequenceStart
        case flowSequenceEnd
        case flowMappingStart
        case flowMappingEnd
        case blockEntry
        case flowEntry
        case key
        case value
        case alias(String)
        case anchor(String)
        case tag(String)
        case scalar(String, isPlain: Bool)
    }

    let kind: Kind
    let offset: Int
}

/// The first error of a YAML text: no reader can know what follows it.
struct YAMLError: Error {
    let message: String
    let offset: Int
}

/// A piece of text by its bytes, with the position of the reader in it.
struct YAMLBytes {
    let bytes: [UInt8]
    private(set) var index = 0
    /// The beginning of the line that `index` is in.
    private(set) var lineStart = 0

    /// The end of a text ends its last line, whether or not a line break is there.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes.last?.isBreak == false ? bytes + [.lineFeed] : bytes
    }

    /// The byte at a distance; 0, which no text holds, at the end.
    func peek(_ distance: Int = 0) -> UInt8 {
        let position = index + distance
        return position < bytes.count ? bytes[position] : 0
    }

    var isAtEnd: Bool { index >= bytes.count }

    /// Spaces and other bytes since the beginning of the line.
    var column: Int { index - lineStart }

    mutating func advance(_ count: Int = 1) {
        index += count
    }

    /// Passes over a line break, of one or two bytes.
    mutating func advanceLine() {
        index += peek() == .carriageReturn && peek(1) == .lineFeed ? 2 : 1
        lineStart = index
    }

    mutating func skipSpaces() {
        while peek() == .space { index += 1 }
    }

    mutating func skipBlanks() {
        while peek().isBlank { index += 1 }
    }

    /// Whether a line break, a space, a tab or the end is at a distance.
    func isGap(at distance: Int) -> Bool {
        let byte = peek(distance)
        return byte.isBlank || byte.isBreak || (byte == 0 && index + distance >= bytes.count)
    }

    /// `---` or `...` at the beginning of a line, with a gap behind it (§9.1.2).
    func isDocumentMarker(_ sign: UInt8? = nil) -> Bool {
        guard column == 0, peek() == .minus || peek() == .dot, sign == nil || peek() == sign else { return false }
        return peek(1) == peek() && peek(2) == peek() && isGap(at: 3)
    }

    func text(from start: Int) -> String {
        String(decoding: bytes[start..<index], as: UTF8.self)
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

/// The name of a field (RFC 9110 §5.1): a token, compared without regard to the case of its letters.
public struct HTTPFieldName: Hashable, Sendable, CustomStringConvertible {
    /// The name as it was spelled.
    public let text: String

    /// A name that a program received; nil when it is not a token (RFC 9110 §5.6.2).
    public init?(_ text: String) {
        guard HTTPSyntax.isToken(text) else { return nil }
        self.text = text
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.text.utf8.count == right.text.utf8.count
            && zip(left.text.utf8, right.text.utf8).allSatisfy { lowercased($0) == lowercased($1) }
    }

    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(Self.lowercased(byte)) }
    }

    public var description: String { text }

    private static func lowercased(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte + 0x20 : byte }
}

extension HTTPFieldName: ExpressibleByStringLiteral {
    /// A name that is known when the program is written. The program stops when it is not a token.
    public init(stringLiteral name: StaticString) {
        text = name.description
        precondition(HTTPSyntax.isToken(text), "a field's name is a token (RFC 9110 §5.6.2)")
    }
}

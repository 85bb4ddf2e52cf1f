/// A JSON pointer (RFC 6901): the path from a document's root to one of its values.
package struct JSONPointer: Hashable, Sendable {
    /// The names and array positions on the path, unescaped.
    package var tokens: [String]

    package init(_ tokens: [String] = []) {
        self.tokens = tokens
    }

    /// Reads a text such as `/paths/~1balance`; nil when it is neither empty nor begins with `/`, or when a `~` is not
    /// followed by 0 or 1 (RFC 6901, §3).
    package init?(_ text: String) {
        guard text.isEmpty || text.hasPrefix("/") else { return nil }
        var tokens: [String] = []
        for escaped in text.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            guard let token = Self.unescaped(escaped) else { return nil }
            tokens.append(token)
        }
        self.tokens = tokens
    }

    /// Reads the part of a reference after `#`: percent-decodes it, then reads it as a pointer (RFC 6901, §6); nil when
    /// either fails.
    package init?(fragment: String) {
        guard let text = Self.percentDecoded(fragment) else { return nil }
        self.init(text)
    }

    private static func unescaped(_ token: some StringProtocol) -> String? {
        var result = String.UnicodeScalarView()
        var scalars = token.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "~" else {
                result.append(scalar)
                continue
            }
            switch scalars.next() {
            case "0": result.append("~")
            case "1": result.append("/")
            default: return nil
            }
        }
        return String(result)
    }

    /// Decodes percent encoding (RFC 3986, §2.1); nil when two digits do not follow a `%`, or the bytes are not UTF-8.
    package static func percentDecoded(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(hexadecimalValue),
                let low = rest.popFirst().flatMap(hexadecimalValue)
            else { return nil }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hexadecimalValue(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension JSONPointer: CustomStringConvertible {
    /// The pointer in the notation of RFC 6901, with `~` and `/` in names escaped.
    package var description: String {
        tokens.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
    }
}

extension JSONNode {
    /// Returns the value at the pointer; nil when it leads nowhere. Array positions have no leading zeros (RFC 6901, §4).
    package func node(at pointer: JSONPointer) -> JSONNode? {
        pointer.tokens.reduce(self) { node, token in
            switch node?.content {
            case .object: node?[token]
            case .array(let elements):
                Self.position(token).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            default: nil
            }
        }
    }

    private static func position(_ token: String) -> Int? {
        guard token == "0" || (!token.hasPrefix("0") && token.utf8.allSatisfy { (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(token)
    }
}

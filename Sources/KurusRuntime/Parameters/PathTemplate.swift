/// A path with variables, `/accounts/{id}/items/{a}~{b}` (OpenAPI 3.0.3, "Path Templating").
package struct PathTemplate: Hashable, Sendable {
    package enum Piece: Hashable, Sendable {
        case literal(String)
        case variable(String)
    }

    /// The pieces of each segment; the text before the first slash is a segment too, and empty.
    package let segments: [[Piece]]

    /// A brace without its partner is plain text.
    package init(_ text: String) {
        var segments: [[Piece]] = [[]]
        var literal = String.UnicodeScalarView()
        var rest = Substring(text).unicodeScalars
        func endLiteral() {
            if !literal.isEmpty { segments[segments.count - 1].append(.literal(String(literal))) }
            literal = String.UnicodeScalarView()
        }
        while let scalar = rest.popFirst() {
            if scalar == "/" {
                endLiteral()
                segments.append([])
            } else if scalar == "{", let end = rest.firstIndex(of: "}"), !rest[..<end].contains("/") {
                endLiteral()
                segments[segments.count - 1].append(.variable(String(rest[..<end])))
                rest = rest[rest.index(after: end)...]
            } else {
                literal.append(scalar)
            }
        }
        endLiteral()
        self.segments = segments
    }

    var variables: [String] {
        segments.joined().compactMap { piece in
            if case .variable(let name) = piece { name } else { nil }
        }
    }
}

/// The text of a path segment (RFC 3986 §3.3).
package enum PathSegment {
    /// Encodes a literal of a template; `pchar` and percent-encoded bytes stay.
    static func encoded(_ literal: String) -> String {
        if isPlain(literal) { return literal }
        var bytes: [UInt8] = []
        var rest = Array(literal.utf8)[...]
        while let byte = rest.popFirst() {
            let isEscape = byte == UInt8(ascii: "%") && PercentEncoding.byte(rest.prefix(2)) != nil
            bytes += isEscape || "!$&'()*+,;=:@".utf8.contains(byte) ? [byte] : PercentEncoding.encoded(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Normalises percent-encoding (RFC 3986 §6.2.2): unreserved characters plain, all others encoded in upper case.
    /// Broken percent-encoding stays unchanged and so equals nothing else.
    package static func normalised(_ raw: String) -> String {
        if isPlain(raw) { return raw }
        var bytes: [UInt8] = []
        var rest = Array(raw.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let decoded = PercentEncoding.byte(rest.prefix(2)) {
                rest = rest.dropFirst(2)
                bytes += PercentEncoding.encoded(decoded)
            } else {
                bytes += byte == UInt8(ascii: "%") ? [byte] : PercentEncoding.encoded(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Most segments are unreserved characters alone, which stay as they are.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy(PercentEncoding.isUnreserved)
    }
}

/// The text of a path segment (RFC 3986 §3.3).
package enum PathSegment {
    /// A literal of a template as it goes to the wire: `pchar` and percent-encoded bytes stay.
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

    /// Percent-encoding made equal for texts that mean the same (RFC 3986 §6.2.2): unreserved characters plain, all
    /// others encoded, in upper case. Broken percent-encoding stays as it is and so equals nothing else.
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

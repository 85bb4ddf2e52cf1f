/// Percent-encoding (RFC 3986 §2.1) by the bytes that stay unencoded, and decoding.
package enum PercentEncoding {
    /// Unreserved characters stay (RFC 3986 §2.3), which is simple expansion of RFC 6570 §3.2.2.
    case unreserved
    /// Reserved characters (RFC 3986 §2.2) stay too, as `allowReserved` asks. Characters that would end the query or
    /// the value, or that receivers of forms read as a space, are still encoded: `#`, `[`, `]`, `&`, `+`; and
    /// `excluding`, a delimiter of the parameter's own style. A `%` is always encoded, so that decoding is exact.
    case reserved(excluding: UInt8?)
    /// The application/x-www-form-urlencoded serializer of the URL Standard: letters, digits and `*-._` stay, a space
    /// is `+`.
    case form
    /// A label's delimiter is `.`, an unreserved character: encoded, so that an element may hold one.
    case label
    /// Nothing is encoded: header values (style `simple` there has no URI to be part of).
    case none

    func encode(_ text: String) -> String {
        if case .none = self { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if keeps(byte) {
                bytes.append(byte)
            } else if byte == 0x20, case .form = self {
                bytes.append(UInt8(ascii: "+"))
            } else {
                bytes += Self.escape(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func keeps(_ byte: UInt8) -> Bool {
        switch self {
        case .unreserved: Self.isUnreserved(byte)
        case .reserved(let excluded):
            byte != excluded && (Self.isUnreserved(byte) || ":/?@!$'()*,;=".utf8.contains(byte))
        case .form: byte != UInt8(ascii: "~") && (Self.isUnreserved(byte) || byte == UInt8(ascii: "*"))
        case .label: byte != UInt8(ascii: ".") && Self.isUnreserved(byte)
        case .none: true
        }
    }

    /// ALPHA / DIGIT / "-" / "." / "_" / "~" (RFC 3986 §2.3).
    static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }

    /// Returns the text with every `%XX` decoded; nil when two hexadecimal digits do not follow a `%`, or the bytes are
    /// not UTF-8. `+` becomes a space where `plusIsSpace`.
    package static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
        var bytes: [UInt8] = []
        var iterator = text.utf8.makeIterator()
        while let byte = iterator.next() {
            if byte == UInt8(ascii: "%") {
                guard let high = iterator.next().flatMap(digit), let low = iterator.next().flatMap(digit) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Returns the byte of two hexadecimal digits.
    static func byte(_ digits: ArraySlice<UInt8>) -> UInt8? {
        guard digits.count == 2, let high = digits.first.flatMap(digit), let low = digits.last.flatMap(digit) else {
            return nil
        }
        return high << 4 | low
    }

    /// Returns an unreserved byte unchanged, any other as `%XX`.
    static func encoded(_ byte: UInt8) -> [UInt8] {
        isUnreserved(byte) ? [byte] : escape(byte)
    }

    private static func escape(_ byte: UInt8) -> [UInt8] {
        [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}

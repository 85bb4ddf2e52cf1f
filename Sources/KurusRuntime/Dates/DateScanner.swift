/// Reads the fixed-width fields of RFC 3339 §5.6 from bytes.
struct DateScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Exactly `count` ASCII digits as a number.
    mutating func number(_ count: Int) -> Int? {
        guard bytes.count - position >= count else { return nil }
        var number = 0
        for byte in bytes[position..<position + count] {
            guard Self.isDigit(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        position += count
        return number
    }

    /// All digits from here on, at least one.
    mutating func digits() -> String? {
        let digits = bytes[position...].prefix(while: Self.isDigit)
        guard !digits.isEmpty else { return nil }
        position = digits.endIndex
        return String(decoding: digits, as: UTF8.self)
    }

    /// One of the characters of a text in ASCII; the one that stood there.
    mutating func character(_ characters: StaticString) -> Unicode.Scalar? {
        guard position < bytes.count else { return nil }
        let byte = bytes[position]
        guard characters.withUTF8Buffer({ $0.contains(byte) }) else { return nil }
        position += 1
        return Unicode.Scalar(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}

/// A number of at least `width` digits, zeros in front.
func zeroPadded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Reads the fixed-width fields of RFC 3339 §5.6 from bytes.
struct DateScanner {
    private var rest: Substring.UTF8View

    init(_ text: some StringProtocol) {
        rest = Substring(text).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Exactly `count` ASCII digits as a number.
    mutating func number(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(Self.isDigit) else { return nil }
        rest.removeFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// All digits from here on, at least one.
    mutating func digits() -> String? {
        let digits = rest.prefix(while: Self.isDigit)
        guard !digits.isEmpty else { return nil }
        rest = rest[digits.endIndex...]
        return String(Substring(digits))
    }

    /// One of the given characters; the one that stood there.
    mutating func character(_ characters: Unicode.Scalar...) -> Unicode.Scalar? {
        guard let byte = rest.first, let found = characters.first(where: { $0.value == UInt32(byte) }) else {
            return nil
        }
        rest.removeFirst()
        return found
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}

/// A number of at least `width` digits, zeros in front.
func zeroPadded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

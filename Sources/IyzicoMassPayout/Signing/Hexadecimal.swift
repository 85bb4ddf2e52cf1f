/// Bytes as lower-case hexadecimal digits, two a byte.
package enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: ascii(bytes), as: UTF8.self)
    }

    /// The digits as bytes of ASCII.
    static func ascii(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var ascii: [UInt8] = []
        ascii.reserveCapacity(2 * bytes.underestimatedCount)
        for byte in bytes {
            ascii.append(digits[Int(byte >> 4)])
            ascii.append(digits[Int(byte & 0xF)])
        }
        return ascii
    }

    /// The bytes of lower-case digits; nil for any other text.
    static func bytes(_ text: String) -> [UInt8]? {
        let values = text.utf8.compactMap { digit in digits.firstIndex(of: digit) }
        guard values.count == text.utf8.count, values.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
    }
}

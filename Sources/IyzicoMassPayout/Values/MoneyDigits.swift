/// Amounts between their text and a whole number of minor units.
enum MoneyDigits {
    /// Reads `[0-9]+(\.[0-9]+)?` in ASCII.
    static func minorAmount(of text: String, fractionDigits: Int) throws(InvalidMoney) -> UInt128 {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy(isDigits) else { throw .notAnAmount }
        let fraction = parts.count == 2 ? withoutTrailingZeros(Array(parts[1])) : []
        guard fraction.count <= fractionDigits else { throw .tooManyFractionDigits(allowed: fractionDigits) }
        let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: fractionDigits - fraction.count)
        return try number(Array(parts[0]) + fraction + zeros)
    }

    /// The amount with a point before the last digits.
    static func text(of minorAmount: UInt128, fractionDigits: Int) -> String {
        let (whole, fraction) = minorAmount.quotientAndRemainder(dividingBy: powerOfTen(fractionDigits))
        guard fractionDigits > 0 else { return "\(whole)" }
        let digits = "\(fraction)"
        return "\(whole).\(String(repeating: "0", count: fractionDigits - digits.utf8.count))\(digits)"
    }

    /// A power of ten up to 10³⁸, the highest that 128 bits hold.
    static func powerOfTen(_ exponent: Int) -> UInt128 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    private static func number(_ digits: [UInt8]) throws(InvalidMoney) -> UInt128 {
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        guard significant.count <= 38 else { throw .tooLarge }
        return significant.reduce(0) { $0 * 10 + UInt128($1 - UInt8(ascii: "0")) }
    }

    private static func isDigits(_ text: Substring.UTF8View) -> Bool {
        !text.isEmpty && text.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }

    private static func withoutTrailingZeros(_ digits: [UInt8]) -> [UInt8] {
        digits.dropLast(digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count)
    }
}

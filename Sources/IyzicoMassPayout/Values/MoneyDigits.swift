/// Amounts between their text and a whole number of minor units.
enum MoneyDigits {
    /// Reads `[0-9]+(\.[0-9]+)?` in ASCII. Every digit behind the point counts, a zero too: `41.250` is most often a
    /// thousand that is grouped, and reading it as 41.25 would pay a thousandth.
    static func minorAmount(of text: String, fractionDigits: Int) throws(InvalidMoney) -> UInt128 {
        let bytes = text.utf8
        let point = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
        let whole = bytes[..<point]
        let fraction = bytes[point...].dropFirst()
        guard isDigits(whole), point == bytes.endIndex || isDigits(fraction) else { throw .notAnAmount }
        guard fraction.count <= fractionDigits else {
            throw isGrouped(whole, fraction)
                ? .groupedThousands(allowed: fractionDigits) : .tooManyFractionDigits(allowed: fractionDigits)
        }
        var amount = try Accumulator(whole).appending(fraction)
        for _ in fraction.count..<fractionDigits { try amount.append(0) }
        return amount.value
    }

    /// Whether the digits are as a thousand is grouped: one to three that begin with no zero, then three.
    private static func isGrouped(_ whole: Substring.UTF8View, _ fraction: Substring.UTF8View) -> Bool {
        1...3 ~= whole.count && whole.first != UInt8(ascii: "0") && fraction.count == 3
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

    private static func isDigits(_ text: Substring.UTF8View) -> Bool {
        !text.isEmpty && text.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }
}

/// A whole number that takes digits up to the 38 that Decimal holds exactly.
private struct Accumulator {
    /// Almost all amounts have at most 18 digits, and one word is many times as fast as two.
    private var low: UInt64 = 0
    private var high: UInt128 = 0
    private var count = 0

    init(_ digits: Substring.UTF8View) throws(InvalidMoney) {
        for digit in digits { try append(digit - UInt8(ascii: "0")) }
    }

    var value: UInt128 { count <= 18 ? UInt128(low) : high }

    consuming func appending(_ digits: Substring.UTF8View) throws(InvalidMoney) -> Accumulator {
        for digit in digits { try append(digit - UInt8(ascii: "0")) }
        return self
    }

    mutating func append(_ digit: UInt8) throws(InvalidMoney) {
        guard count > 0 || digit > 0 else { return }
        count += 1
        guard count <= 38 else { throw .tooLarge }
        if count <= 18 {
            low = low * 10 + UInt64(digit)
        } else {
            high = (count == 19 ? UInt128(low) : high) * 10 + UInt128(digit)
        }
    }
}

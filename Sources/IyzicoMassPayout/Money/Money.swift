public import Foundation
import KurusRuntime

/// A positive amount in a currency, exact to the minor unit.
///
/// It is made from a Decimal or from text, never from a binary floating-point value. Decimal's literals go through
/// Double: `Money(4.35, …)` is either exactly 4.35 or an error, so prefer text.
public struct Money: Hashable, Sendable {
    // Two words instead of one of 128 bits, whose alignment would make every item of a payroll larger; the currency
    // after them leaves no gap.
    private let high: UInt64
    private let low: UInt64
    /// The currency, which decides how many digits the amount has.
    public let currency: Currency

    /// The amount as a whole number of minor units: kuruş, cents.
    package var minorAmount: UInt128 { UInt128(high) << 64 | UInt128(low) }

    /// The greatest number of minor units: 38 digits, which Decimal holds exactly.
    private static let limit = MoneyDigits.powerOfTen(38) - 1

    /// Creates an amount that a program computed. Give an amount that a person wrote as text, because a Decimal no
    /// longer shows whether it was written `41.250`.
    ///
    /// - Throws: `InvalidMoney` unless the amount is positive and its value needs no more fraction digits than the
    ///   currency has.
    public init(_ amount: Decimal, _ currency: Currency) throws(InvalidMoney) {
        guard !amount.isNaN else { throw .notAnAmount }
        guard !amount.isSignMinus else { throw .notPositive }
        do throws(InvalidMoney) {
            // The shortest text of the value, without an exponent and trailing zeros.
            try self.init(String(decoding: JSONWriter.bytes(of: amount), as: UTF8.self), currency)
        } catch .groupedThousands(let allowed) {
            // A value has no grouped digits.
            throw .tooManyFractionDigits(allowed: allowed)
        }
    }

    /// Creates an amount that a person or a file wrote.
    ///
    /// - Parameters:
    ///   - text: `[0-9]+(\.[0-9]+)?`, whole and in ASCII: no sign, space, grouping, exponent or comma.
    ///   - currency: The currency, which limits the digits after the point.
    /// - Throws: `InvalidMoney`, also when more digits follow the point than the currency has and all of them are
    ///   zeros: `41.250` is not an amount of liras.
    public init(_ text: String, _ currency: Currency) throws(InvalidMoney) {
        try self.init(minorAmount: MoneyDigits.minorAmount(of: text, fractionDigits: currency.minorUnits), currency)
    }

    private init(minorAmount: UInt128, _ currency: Currency) throws(InvalidMoney) {
        guard minorAmount > 0 else { throw .notPositive }
        guard minorAmount <= Self.limit else { throw .tooLarge }
        high = UInt64(truncatingIfNeeded: minorAmount >> 64)
        low = UInt64(truncatingIfNeeded: minorAmount)
        self.currency = currency
    }

    /// The amount in the currency's unit.
    public var amount: Decimal {
        let (high, low) = minorAmount.quotientAndRemainder(dividingBy: MoneyDigits.powerOfTen(19))
        let whole = Decimal(UInt64(high)) * Decimal(sign: .plus, exponent: 19, significand: 1) + Decimal(UInt64(low))
        return Decimal(sign: .plus, exponent: -currency.minorUnits, significand: whole)
    }

    /// The amount with all digits of the minor unit: `1234.50`.
    package var amountText: String { MoneyDigits.text(of: minorAmount, fractionDigits: currency.minorUnits) }

    /// The exact sum.
    ///
    /// - Throws: `InvalidMoney.differentCurrencies` or `.tooLarge`.
    public func adding(_ other: Money) throws(InvalidMoney) -> Money {
        guard currency == other.currency else { throw .differentCurrencies }
        // Both are under 10³⁸, so the sum of two fits in 128 bits.
        return try Money(minorAmount: minorAmount + other.minorAmount, currency)
    }
}

extension Money: CustomStringConvertible {
    /// The amount with all digits of the minor unit, and the code: `1234.50 TRY`.
    public var description: String {
        "\(amountText) \(currency)"
    }
}

/// Converts amounts between text and whole minor units.
private enum MoneyDigits {
    /// Reads `[0-9]+(\.[0-9]+)?` in ASCII. Every digit after the point counts, including zeros: `41.250` is usually a
    /// grouped thousand, and reading it as 41.25 would pay a thousandth.
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

    /// Whether the digits look like a grouped thousand: one to three that do not begin with zero, then three.
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

/// A whole number of up to 38 digits, which Decimal holds exactly.
private struct Accumulator {
    /// Almost all amounts have at most 18 digits, for which one word is many times faster than two.
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

/// The reason why a value is not an amount of money. It holds nothing of the value.
@nonexhaustive public enum InvalidMoney: Error, Hashable, Sendable {
    /// No active ISO 4217 code with a minor unit.
    case unknownCurrency
    /// Not `[0-9]+(\.[0-9]+)?` in ASCII, or a Decimal that is not a number.
    case notAnAmount
    /// Zero or less.
    case notPositive
    /// More digits after the point than the currency has. In a text, trailing zeros count.
    case tooManyFractionDigits(allowed: Int)
    /// Too many digits after the point, in the form of a grouped thousand: `41.250` for 41250.
    case groupedThousands(allowed: Int)
    /// More significant digits than Decimal holds exactly, which are 38; minor units included.
    case tooLarge
    /// Two currencies in one sum.
    case differentCurrencies
}

extension InvalidMoney: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownCurrency: "the currency is not one of ISO 4217's, in three capital letters"
        case .notAnAmount: "the amount is not digits with at most one point between them, such as 1234.50"
        case .notPositive: "the amount is not more than zero"
        case .tooManyFractionDigits(0): "the currency has no digits after the point, and the amount has some"
        case .tooManyFractionDigits(let allowed):
            "the currency has at most \(allowed) digits after the point, and the amount has more"
        case .groupedThousands(let allowed):
            Self.tooManyFractionDigits(allowed: allowed).description
                + "; three digits behind the point are probably a grouped thousand, which is written without the point"
        case .tooLarge: "the amount has more digits than can be kept exactly"
        case .differentCurrencies: "the amounts are in different currencies"
        }
    }
}

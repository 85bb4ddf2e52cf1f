public import Foundation
import KurusRuntime

/// A positive amount in a currency, exact to the minor unit.
///
/// It is made from a Decimal or from text, never from a binary floating-point value. Beware of Decimal's literals, which
/// go through Double: `Money(4.35, …)` is either exactly 4.35 or an error, but text is what says what it means.
public struct Money: Hashable, Sendable {
    // Two words and not one of 128 bits, whose alignment would make every item of a payroll longer; the currency behind
    // them leaves no gap.
    private let high: UInt64
    private let low: UInt64
    /// The currency, which decides how many digits the amount has.
    public let currency: Currency

    /// The amount as a whole number of minor units: kuruş, cents.
    package var minorAmount: UInt128 { UInt128(high) << 64 | UInt128(low) }

    /// The greatest number of minor units: 38 digits, which Decimal holds exactly.
    private static let limit = MoneyDigits.powerOfTen(38) - 1

    /// For an amount that a program computed. What a person wrote is given as text: a Decimal has a value alone, and
    /// knows no more whether `41.250` was written for it.
    ///
    /// - Throws: `InvalidMoney` unless the amount is positive and its value needs no more fraction digits than the
    ///   currency has.
    public init(_ amount: Decimal, _ currency: Currency) throws(InvalidMoney) {
        guard !amount.isNaN else { throw .notAnAmount }
        guard !amount.isSignMinus else { throw .notPositive }
        do throws(InvalidMoney) {
            // The shortest text of the value, without an exponent and without zeros that mean nothing.
            try self.init(String(decoding: JSONWriter.bytes(of: amount), as: UTF8.self), currency)
        } catch .groupedThousands(let allowed) {
            // Nobody grouped the digits of a value.
            throw .tooManyFractionDigits(allowed: allowed)
        }
    }

    /// For an amount that a person or a file wrote.
    ///
    /// - Parameters:
    ///   - text: `[0-9]+(\.[0-9]+)?`, whole and in ASCII: no sign, space, grouping, exponent or comma.
    ///   - currency: The currency, which decides how many digits there may be behind the point.
    /// - Throws: `InvalidMoney`, also where more digits are written behind the point than the currency has and all of
    ///   them are zeros: `41.250` is no amount of liras.
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

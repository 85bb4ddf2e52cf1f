/// Why something is no amount of money. Holds nothing of what was given.
@nonexhaustive public enum InvalidMoney: Error, Hashable, Sendable {
    /// No active ISO 4217 code with a minor unit.
    case unknownCurrency
    /// Not `[0-9]+(\.[0-9]+)?` in ASCII, or a Decimal that is not a number.
    case notAnAmount
    /// Zero or less.
    case notPositive
    /// More digits after the point than the currency has. In a text, trailing zeros count.
    case tooManyFractionDigits(allowed: Int)
    /// Too many digits after the point, and exactly as a grouped thousand is written: `41.250` for 41250.
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

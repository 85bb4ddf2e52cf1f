import Foundation
import IyzicoMassPayout
import KurusRuntime

/// Amounts as tables show them.
enum AmountDisplay {
    /// With all digits of the currency's minor unit where the currency is known.
    static func text(_ amount: Decimal, _ currency: String) -> String {
        if let money = try? Money(amount, Currency(currency)) { return money.description }
        return "\(text(amount)) \(SafeText.masked(currency))"
    }

    static func text(_ amount: Decimal) -> String {
        JSONNumber(amount)?.text ?? "?"
    }
}

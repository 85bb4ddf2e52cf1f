import Foundation
import IyzicoMassPayout
import KurusRuntime

/// Amounts as tables show them.
enum AmountDisplay {
    /// With all digits of the currency's minor unit where the currency is known, and the currency.
    static func text(_ amount: Decimal, _ currency: String) -> String {
        "\(digits(amount, currency)) \(SafeText.masked(currency))"
    }

    /// With all digits of the currency's minor unit where the currency is known; more where the amount has more.
    static func digits(_ amount: Decimal, _ currency: String) -> String {
        let text = text(amount)
        guard let units = (try? Currency(currency))?.minorUnits, units > 0 else { return text }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = parts.count > 1 ? parts[1] : ""
        return parts[0] + "." + fraction + String(repeating: "0", count: max(0, units - fraction.count))
    }

    static func text(_ amount: Decimal) -> String {
        JSONNumber(amount)?.text ?? "?"
    }
}

import Foundation
import IyzicoMassPayout
import KurusRuntime

/// Formats amounts for tables.
enum AmountDisplay {
    /// Formats an amount with its currency, and with all digits of the minor unit of a known currency.
    static func text(_ amount: Decimal, _ currency: String) -> String {
        "\(digits(amount, currency)) \(SafeText.masked(currency))"
    }

    /// Formats an amount with all digits of the minor unit of a known currency, and more where the amount has more.
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

/// Formats times for reports, in UTC.
enum ReportTime {
    /// `2026-12-01T09:30:00Z` (RFC 3339 §5.6).
    static func text(_ date: Date) -> String {
        date.formatted(.iso8601)
    }

    /// `2026-12-01 09:30`.
    static func minute(_ date: Date) -> String {
        String(text(date).prefix(16)).replacing("T", with: " ")
    }

    /// `2026-12-01`.
    static func day(_ date: Date) -> String {
        String(text(date).prefix(10))
    }
}

extension ItemEnd {
    /// The words in tables and messages.
    var words: String {
        switch self {
        case .paid: "paid"
        case .failed: "failed, refund pending"
        case .refunded: "failed, refunded"
        case .refundFailed: "failed, refund failed too"
        case .refused: "refused"
        case .canceled: "cancelled"
        case .unfunded: "not covered by the balance"
        case .open: "open"
        }
    }
}

extension Recipient {
    /// The text in the column `type` of a file.
    var kindName: String {
        switch self {
        case .iban: "iban"
        case .phone: "phone"
        case .identityNumber: "identityNumber"
        case .memberID: "memberId"
        }
    }
}

import Foundation
import IyzicoMassPayoutAPI

/// Payouts to try the simulator with.
enum Payroll {
    static func item(
        _ id: String, _ amount: Decimal = 100, _ description: String = "salary", currency: String = "TRY"
    ) -> MassPayoutItem {
        MassPayoutItem(
            itemExternalId: id, recipientType: .memberId, recipientInfo: "planted-\(id)",
            amount: Amount(value: amount, currency: currency), description: description, recipientName: "Planted Name")
    }

    static func payout(_ id: String = "november", _ items: [MassPayoutItem]? = nil) -> MassPayoutInitializeRequest {
        MassPayoutInitializeRequest(
            externalId: id, conversationId: "conversation of \(id)", purpose: .salary,
            items: items ?? [item("a"), item("b", 50)])
    }
}

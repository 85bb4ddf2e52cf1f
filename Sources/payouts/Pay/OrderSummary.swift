import Foundation
import IyzicoMassPayout
import KurusCommandLine
import KurusRuntime

/// What is about to be paid, before it is.
struct OrderSummary {
    private let plan: PayoutPlan
    private let host: String
    private let balance: Decimal
    private let total: Money?
    private let items: Int
    /// The payouts of which an earlier run came so far that authorizing them is not up to this one.
    private let settled: Int

    init(_ plan: PayoutPlan, _ account: Account, _ order: JournaledOrder?, balance: Decimal) {
        self.plan = plan
        self.balance = balance
        host = account.hostName
        items = plan.payouts.reduce(0) { $0 + $1.items.count }
        total = plan.payouts.dropFirst().reduce(plan.payouts.first?.total) { sum, payout in
            sum.flatMap { try? $0.adding(payout.total) }
        }
        settled = plan.payouts.count { order?.payout($0.id)?.state.isBeyondAuthorization == true }
    }

    /// Whether a payout may be authorized now.
    var movesMoney: Bool { settled < plan.payouts.count }

    var question: String {
        "Pay \(Count(items, "item").text), \(totalText), through \(host)?"
    }

    var text: String {
        var lines = [
            "order     \(SafeText.printable(plan.id)): \(Count(items, "item").text)"
                + (plan.payouts.count > 1 ? " in \(plan.payouts.count) payouts" : ""),
            "total     \(totalText)",
            "balance   \(AmountDisplay.text(balance))" + (isCovered ? "" : ", which does not cover the total"),
            "host      \(host)",
        ]
        if settled > 0 {
            lines.append("journal   \(Count(settled, "payout").text) authorized, given up or at the end before")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    var json: String {
        let value = JSONValue.object(members)
        return value.description + "\n"
    }

    private var members: JSONObject {
        var object = JSONObject()
        object["id"] = .string(plan.id)
        object["host"] = .string(host)
        object["items"] = .number(JSONNumber(items))
        object["total"] = (total.flatMap { JSONNumber($0.amount) }).map(JSONValue.number)
        object["currency"] = (total?.currency.code).map(JSONValue.string)
        object["balance"] = JSONNumber(balance).map(JSONValue.number)
        object["payouts"] = .array(plan.payouts.map { .string($0.id) })
        return object
    }

    private var isCovered: Bool { (total?.amount ?? 0) <= balance }

    private var totalText: String { total?.description ?? "" }
}

extension PayoutState {
    /// Whether it was authorized, given up or at its end before.
    var isBeyondAuthorization: Bool {
        mayHaveMovedMoney || isCancelling || ends != nil
    }
}

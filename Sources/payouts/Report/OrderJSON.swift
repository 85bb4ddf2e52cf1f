import IyzicoMassPayout
import KurusRuntime

/// An order for a machine; the members are those that the manual pages describe.
struct OrderJSON {
    private let report: OrderReport

    init(_ report: OrderReport) {
        self.report = report
    }

    /// One line.
    var text: String {
        JSONValue.object(order).description + "\n"
    }

    private var order: JSONObject {
        var object = JSONObject()
        object["id"] = .string(report.id)
        object["host"] = .string(report.host)
        object["payouts"] = .array(report.payouts.map { .object(Self.members(of: $0)) })
        return object
    }

    private static func members(of payout: OrderReport.Payout) -> JSONObject {
        var object = JSONObject()
        object["id"] = .string(payout.id)
        object["requestId"] = payout.requestID.map(JSONValue.string)
        object["status"] = payout.status.map { .string(Redaction.masked($0)) }
        object["isFinal"] = .boolean(payout.isFinal)
        object["items"] = .array(payout.items.map { .object(members(of: $0)) })
        if let error = payout.error {
            let moneyMoved = error.money == .unknown ? "unknown" : "nothing"
            object["error"] = ["text": .string(error.description), "moneyMoved": .string(moneyMoved)]
        }
        return object
    }

    private static func members(of item: OrderReport.Item) -> JSONObject {
        var object = JSONObject()
        object["id"] = .string(item.id)
        object["end"] = .string(item.end.rawValue)
        object["status"] = item.status.map { .string(Redaction.masked($0)) }
        object["amount"] = item.amount.flatMap { JSONNumber($0) }.map(JSONValue.number)
        object["currency"] = item.currency.map(JSONValue.string)
        object["commission"] = item.commission.flatMap { JSONNumber($0) }.map(JSONValue.number)
        if !item.messages.isEmpty { object["messages"] = .array(item.messages.map { .string(Redaction.masked($0)) }) }
        return object
    }
}

import IyzicoMassPayout
import KurusCommandLine
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
        object["payouts"] = .array(report.payouts.map { .object(members(of: $0)) })
        object["exitStatus"] = .number(JSONNumber(Int(report.exitStatus.code)))
        return object
    }

    private func members(of payout: OrderReport.Payout) -> JSONObject {
        var object = JSONObject()
        object["id"] = .string(payout.id)
        object["requestId"] = payout.requestID.map(JSONValue.string)
        object["status"] = payout.status.map { .string(Redaction.masked($0)) }
        object["isFinal"] = .boolean(payout.isFinal)
        object["items"] = .array(payout.items.map { .object(members(of: $0)) })
        if let error = payout.error {
            let moneyMoved = error.money == .unknown ? "unknown" : "nothing"
            var members = JSONObject()
            members["text"] = .string(payout.errorText ?? error.description)
            members["moneyMoved"] = .string(moneyMoved)
            let messages = report.messages.shown(error.providerMessages)
            if !messages.isEmpty { members["messages"] = .array(messages.map(JSONValue.string)) }
            object["error"] = .object(members)
        }
        return object
    }

    private func members(of item: OrderReport.Item) -> JSONObject {
        var object = JSONObject()
        object["id"] = .string(item.id)
        object["end"] = .string(item.end.rawValue)
        object["status"] = item.status.map { .string(Redaction.masked($0)) }
        object["amount"] = item.amount.flatMap { JSONNumber($0) }.map(JSONValue.number)
        object["currency"] = item.currency.map(JSONValue.string)
        object["commission"] = item.commission.flatMap { JSONNumber($0) }.map(JSONValue.number)
        let messages = report.messages.shown(item.messages)
        if !messages.isEmpty { object["messages"] = .array(messages.map(JSONValue.string)) }
        return object
    }
}

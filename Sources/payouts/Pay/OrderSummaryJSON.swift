import IyzicoMassPayout
import KurusCommandLine
import KurusRuntime

/// An order before it is paid, for a machine; the manual page of `plan` describes the members.
struct OrderSummaryJSON {
    private let summary: OrderSummary

    init(_ summary: OrderSummary) {
        self.summary = summary
    }

    /// One line.
    ///
    /// - Parameter balance: nil where the provider is not asked.
    func text(balance: BalanceCheck?, showsRows: Bool, _ exitStatus: ExitStatus) -> String {
        var object = JSONObject()
        object["id"] = .string(summary.plan.id)
        object["host"] = .string(summary.host)
        object["hash"] = .string(summary.hash.text)
        object["payouts"] = .array(summary.plan.payouts.map { .string($0.id) })
        object["items"] = .number(JSONNumber(summary.payroll.items.count))
        object["totals"] = .array(summary.totals.map(Self.json))
        object["largest"] = .array(summary.largest.map(Self.json))
        object["unusual"] = .object(unusual)
        if showsRows { object["rows"] = .array(summary.payroll.rows.map(Self.json)) }
        if let balance {
            object["balance"] = balance.balance.flatMap { JSONNumber($0) }.map(JSONValue.number)
            object["balanceProblem"] = balance.problem.map(JSONValue.string)
            object["isCovered"] = balance.covers.map(JSONValue.boolean)
        }
        object["exitStatus"] = .number(JSONNumber(Int(exitStatus.code)))
        return JSONValue.object(object).description + "\n"
    }

    private var unusual: JSONObject {
        var object = JSONObject()
        object["largeAmounts"] = .array(summary.unusual.large.flatMap(\.rows).map(Self.json))
        object["repeatedRecipients"] = .array(
            summary.unusual.repeated.map { rows in .array(rows.map { .string($0.item.id) }) })
        return object
    }

    private static func json(_ total: OrderSummary.Total) -> JSONValue {
        var object = JSONObject()
        object["currency"] = .string(total.sum.currency.code)
        object["amount"] = JSONNumber(total.sum.amount).map(JSONValue.number)
        object["items"] = .number(JSONNumber(total.count))
        return .object(object)
    }

    private static func json(_ row: OrderRow) -> JSONValue {
        var object = JSONObject()
        object["line"] = row.place.line.map { .number(JSONNumber($0)) }
        object["element"] = row.place.element.map { .number(JSONNumber($0)) }
        object["id"] = .string(row.item.id)
        object["recipient"] = .string(row.recipient)
        if !row.initials.isEmpty { object["name"] = .string(row.initials) }
        object["amount"] = JSONNumber(row.item.amount.amount).map(JSONValue.number)
        object["currency"] = .string(row.item.amount.currency.code)
        return .object(object)
    }
}

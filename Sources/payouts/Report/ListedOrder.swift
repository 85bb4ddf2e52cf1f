import Foundation
import IyzicoMassPayout
import KurusRuntime

/// An order as a list shows it, as far as the journal knows.
struct ListedOrder {
    struct Total {
        let currency: String
        let amount: Decimal

        var text: String { AmountDisplay.text(amount, currency) }

        var json: JSONValue {
            var object = JSONObject()
            object["currency"] = .string(currency)
            object["amount"] = JSONNumber(amount).map(JSONValue.number)
            return .object(object)
        }
    }

    let id: String
    /// nil in a journal's first version, as the actor.
    let begun: Date?
    let actor: String?
    let state: OrderStanding
    /// By currency.
    let totals: [Total]
    let items: Int
    let paid: Int
    /// At an end, and not paid.
    let failed: Int
    let open: Int

    init(_ order: JournaledOrder) {
        id = order.id
        begun = order.recordedAt
        actor = order.actor
        state = order.standing
        totals = order.totals.sorted { $0.key < $1.key }.map { Total(currency: $0.key, amount: $0.value) }
        let ends = order.ends
        items = ends.values.reduce(0, +)
        paid = ends[.paid] ?? 0
        open = ends[.open] ?? 0
        failed = items - paid - open
    }

    var json: JSONValue {
        var object = JSONObject()
        object["id"] = .string(id)
        object["begun"] = begun.map { .string(ReportTime.text($0)) }
        object["actor"] = actor.map(JSONValue.string)
        object["state"] = .string(state.rawValue)
        object["totals"] = .array(totals.map(\.json))
        object["items"] = .number(JSONNumber(items))
        object["paid"] = .number(JSONNumber(paid))
        object["failed"] = .number(JSONNumber(failed))
        object["open"] = .number(JSONNumber(open))
        return .object(object)
    }
}

extension Session {
    /// In the sequence in which they were recorded.
    func listedOrders() async throws(CommandFailure) -> [ListedOrder] {
        var orders: [ListedOrder] = []
        do throws(JournalError) {
            try await journal.eachOrder { order in orders.append(ListedOrder(order)) }
        } catch {
            throw CommandFailure(error)
        }
        return orders
    }
}

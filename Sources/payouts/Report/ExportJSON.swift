import Foundation
import IyzicoMassPayout
import KurusCommandLine
import KurusRuntime

/// An order for a machine; the manual page of `export` describes the members.
struct ExportJSON {
    private let record: OrderRecord

    init(_ record: OrderRecord) {
        self.record = record
    }

    /// One line.
    var text: String {
        var object = JSONObject()
        object["id"] = .string(record.id)
        object["host"] = .string(record.host)
        object["key"] = .string(record.key)
        object["made"] = .string(ReportTime.text(record.made))
        object["recorded"] = Self.json(record.recorded)
        object["payouts"] = .array(record.payouts.map(Self.json))
        object["exitStatus"] = .number(JSONNumber(Int(ExitStatus.done.code)))
        return JSONValue.object(object).description + "\n"
    }

    private static func json(_ payout: OrderRecord.Payout) -> JSONValue {
        var object = JSONObject()
        object["id"] = .string(payout.id)
        object["requestId"] = payout.requestID.map(JSONValue.string)
        object["authorized"] = payout.authorized.flatMap(json)
        object["items"] = .array(payout.items.map(json))
        return .object(object)
    }

    /// nil where nothing is known of it.
    private static func json(_ event: OrderRecord.Event) -> JSONValue? {
        guard event.time != nil || event.actor != nil else { return nil }
        var object = JSONObject()
        object["time"] = event.time.map { .string(ReportTime.text($0)) }
        object["actor"] = event.actor.map(JSONValue.string)
        return .object(object)
    }

    private static func json(_ item: OrderRecord.Item) -> JSONValue {
        var object = JSONObject()
        object["id"] = .string(item.id)
        object["end"] = .string(item.end.rawValue)
        object["ended"] = item.ended.map { .string(ReportTime.text($0)) }
        object["amount"] = JSONNumber(item.amount).map(JSONValue.number)
        object["currency"] = .string(item.currency)
        object["commission"] = item.commission.flatMap { JSONNumber($0) }.map(JSONValue.number)
        object["reference"] = item.reference.map(JSONValue.string)
        if let given = item.given {
            object["type"] = .string(given.recipient.kindName)
            object["recipient"] = .string(given.recipient.canonicalText)
            object["name"] = given.recipient.name.map(JSONValue.string)
            object["description"] = .string(given.description)
        }
        return .object(object)
    }
}

import Foundation
import KurusCommandLine
import KurusRuntime

/// Builds the members of JSON output. A member without a value is left out.
extension JSONValue? {
    static func text(_ text: String?) -> Self { text.map(JSONValue.string) }

    static func count(_ number: Int?) -> Self { number.map { .number(JSONNumber($0)) } }

    static func amount(_ amount: Decimal?) -> Self { amount.flatMap { JSONNumber($0) }.map(JSONValue.number) }

    static func list(_ elements: [JSONValue]?) -> Self { elements.map(JSONValue.array) }

    static func time(_ time: Date?) -> Self { time.map { .string(ReportTime.text($0)) } }
}

extension JSONValue {
    static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(JSONObject(members))
    }
}

extension JSONObject {
    init(_ members: some Sequence<(key: String, value: JSONValue?)>) {
        self.init()
        for (name, value) in members { self[name] = value }
    }

    /// The object on one line.
    var line: String { JSONValue.object(self).description + "\n" }
}

extension ExitStatus {
    /// Returns the one line that a command prints: its result, with the exit status as the last member.
    func jsonLine(_ members: KeyValuePairs<String, JSONValue?>) -> String {
        var object = JSONObject(members)
        object["exitStatus"] = .count(Int(code))
        return object.line
    }
}

import Foundation
import KurusCommandLine
import KurusRuntime

extension JSONValue? {
    static func amount(_ amount: Decimal?) -> Self { amount.flatMap { JSONNumber($0) }.map(JSONValue.number) }

    static func time(_ time: Date?) -> Self { time.map { .string(ReportTime.text($0)) } }
}

extension JSONObject {
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

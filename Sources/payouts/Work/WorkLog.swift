import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusCommandLine
import KurusRuntime

/// Says what a worker does: a line for each thing, as text or as JSON.
struct WorkLog: Sendable {
    private let format: OutputFormat
    private let surroundings: Surroundings

    init(_ format: OutputFormat, _ surroundings: Surroundings) {
        self.format = format
        self.surroundings = surroundings
    }

    /// Takes a step of a payout.
    @Sendable func take(_ payoutID: String, _ progress: PayoutProgress) {
        switch format {
        case .text: surroundings.errorOutput("\(SafeText.printable(payoutID)): \(progress.words)\n")
        case .json: write(progress.event, payoutID, progress.members)
        }
    }

    /// Takes what became of a payout.
    @Sendable func take(_ event: WorkEvent) {
        switch format {
        case .text: writeText(event)
        case .json: writeJSON(event)
        }
    }

    /// Takes what is left when there is nothing more to do.
    func take(_ ahead: WorkAhead) {
        guard format == .text, ahead.needsPerson + ahead.givenUp > 0 else { return }
        surroundings.errorOutput(
            "payouts: \(Count(ahead.needsPerson + ahead.givenUp, "payout").text) left; 'payouts stuck' names each, and "
                + "the command that settles it\n")
    }

    func takeEnd(_ status: ExitStatus) {
        guard format == .json else { return }
        write("end", nil, [("exitStatus", .number(JSONNumber(Int(status.code))))])
    }

    private func writeText(_ event: WorkEvent) {
        switch event {
        case .taken: break
        case .ended(let report): surroundings.output("\(SafeText.printable("\(report)"))\n")
        case .left(_, let reason, let error):
            let next = reason.needsPerson ? "" : " It is tried again."
            surroundings.errorOutput("payouts: left: \(SafeText.printable(error.description))\(next)\n")
        case .handedBack(let id, _): surroundings.errorOutput("payouts: handed back: \(SafeText.printable(id))\n")
        case .journalFailed(let error):
            surroundings.errorOutput("payouts: \(SafeText.printable("\(error)")); it is tried again\n")
        }
    }

    private func writeJSON(_ event: WorkEvent) {
        switch event {
        case .taken(let id): write("taken", id)
        case .ended(let report): write("ended", report.id, report.members + [("items", .object(Self.counts(report)))])
        case .left(let id, let reason, let error):
            write(
                "left", id,
                [
                    ("reason", .string(reason.rawValue)), ("needsPerson", .boolean(reason.needsPerson)),
                    ("moneyMoved", .string(error.money == .unknown ? "unknown" : "nothing")),
                    ("text", .string(error.description)),
                ])
        case .handedBack(let id, let error): write("handedBack", id, [("text", .string(error.description))])
        case .journalFailed(let error): write("journalFailed", nil, [("text", .string("\(error)"))])
        }
    }

    private static func counts(_ report: PayoutReport) -> JSONObject {
        var object = JSONObject()
        for end in ItemEnd.allCases {
            let count = report.items.count { $0.end == end }
            if count > 0 { object[end.rawValue] = .number(JSONNumber(count)) }
        }
        return object
    }

    private func write(_ event: String, _ payoutID: String?, _ members: [(String, JSONValue?)] = []) {
        var object = JSONObject()
        object["time"] = .string(ReportTime.text(surroundings.now()))
        object["event"] = .string(event)
        object["payout"] = payoutID.map(JSONValue.string)
        for (name, value) in members { object[name] = value }
        surroundings.output(JSONValue.object(object).description + "\n")
    }
}

extension PayoutReport {
    fileprivate var members: [(String, JSONValue?)] {
        [
            ("requestId", requestID.map(JSONValue.string)),
            ("status", status.map { .string(Redaction.masked($0.rawValue)) }),
        ]
    }
}

extension PayoutProgress {
    fileprivate var event: String {
        switch self {
        case .recorded: "recorded"
        case .initializing: "initializing"
        case .initialized: "initialized"
        case .verified: "verified"
        case .authorizing: "authorizing"
        case .read: "read"
        case .cancelling: "cancelling"
        }
    }

    fileprivate var members: [(String, JSONValue?)] {
        switch self {
        case .recorded, .initializing: []
        case .initialized(let id, _), .verified(let id), .authorizing(let id), .cancelling(let id):
            [("requestId", .string(id))]
        case .read(let report): report.members
        }
    }
}

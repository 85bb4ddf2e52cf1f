import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusCommandLine
import KurusRuntime

private typealias Members = [(key: String, value: JSONValue?)]

/// Logs the work of a worker, one line for each event, as text or JSON.
struct WorkLog: Sendable {
    let format: OutputFormat
    let context: CommandContext

    /// Logs a step of a payout.
    @Sendable func take(_ payoutID: String, _ progress: PayoutProgress) {
        switch format {
        case .text: context.errorOutput("\(SafeText.printable(payoutID)): \(progress.words)\n")
        case .json: write(progress.event, payoutID, progress.members)
        }
    }

    /// Logs the outcome of a payout.
    @Sendable func take(_ event: WorkEvent) {
        switch format {
        case .text: writeText(event)
        case .json: writeJSON(event)
        }
    }

    /// Logs the payouts that are left when no more work can be done.
    func take(_ ahead: WorkAhead) {
        guard format == .text, ahead.needsPerson + ahead.givenUp > 0 else { return }
        context.errorOutput(
            "payouts: \(Count(ahead.needsPerson + ahead.givenUp, "payout").text) left; 'payouts stuck' names each, and "
                + "the command that settles it\n")
    }

    func takeEnd(_ status: ExitStatus) {
        guard format == .json else { return }
        write("end", nil, [("exitStatus", .count(Int(status.code)))])
    }

    private func writeText(_ event: WorkEvent) {
        switch event {
        case .taken: break
        case .ended(let report): context.output("\(SafeText.printable("\(report)"))\n")
        case .left(_, let reason, let error):
            let next = reason.needsPerson ? "" : " It is tried again."
            context.errorOutput("payouts: left: \(SafeText.printable(error.description))\(next)\n")
        case .handedBack(let id, _): context.errorOutput("payouts: handed back: \(SafeText.printable(id))\n")
        case .journalFailed(let error):
            context.errorOutput("payouts: \(SafeText.printable("\(error)")); it is tried again\n")
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
        JSONObject(
            ItemEnd.allCases.map { end in
                let count = report.items.count { $0.end == end }
                return (key: end.rawValue, value: count > 0 ? .count(count) : nil)
            })
    }

    private func write(_ event: String, _ payoutID: String?, _ members: Members = []) {
        let head: Members = [("time", .time(context.now())), ("event", .text(event)), ("payout", .text(payoutID))]
        context.output(JSONObject(head + members).line)
    }
}

extension PayoutReport {
    fileprivate var members: Members {
        [
            ("requestId", .text(requestID)), ("status", .text(status.map { Redaction.masked($0.rawValue) })),
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

    fileprivate var members: Members {
        switch self {
        case .recorded, .initializing: []
        case .initialized(let id, _), .verified(let id), .authorizing(let id), .cancelling(let id):
            [("requestId", .string(id))]
        case .read(let report): report.members
        }
    }
}

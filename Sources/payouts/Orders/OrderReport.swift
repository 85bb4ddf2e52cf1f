import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusCommandLine

/// The outcome of an order, by payout and item.
struct OrderReport {
    struct Payout {
        /// The last reading; without one, the ends in the journal.
        let report: PayoutReport
        /// Whether nothing will change any more, refunds included.
        let isFinal: Bool
        var error: PayoutError?
        /// Whether the payout is known to be authorized and not at its end.
        var isUnderWay = false

        var id: String { report.id }

        var requestID: String? { report.requestID }
    }

    let id: String
    let host: String
    let payouts: [Payout]
    /// The file that was paid, where it is given.
    let payroll: Payroll?
    let exitStatus: ExitStatus
    let messages: ProviderMessages
    private let commands: OrderCommands
    /// Whether the journal ends with this process, so that nothing can be continued.
    private let isForgotten: Bool
    /// Whether a payout can only be cancelled, since this journal did not begin it.
    private let isForeign: Bool
    /// Whether continuing needs the file, since a payout has no confirmed request.
    private let needsFile: Bool

    /// - Parameters:
    ///   - commands: The commands that continue the order.
    ///   - exitStatus: Nil for the one that the items' ends determine.
    init(
        _ id: String, _ outcomes: [PayoutOutcome], _ session: Session, _ payroll: Payroll?, _ commands: OrderCommands,
        _ exitStatus: ExitStatus? = nil
    ) async throws(CommandFailure) {
        var states: [String: PayoutState] = [:]
        for outcome in outcomes { states[outcome.payoutID] = try await session.payout(outcome.payoutID)?.state }
        let outcomes = outcomes.map { $0.known(by: states[$0.payoutID]) }
        self.id = id
        self.payroll = payroll
        self.commands = commands
        host = session.account.hostName
        messages = ProviderMessages(payroll)
        isForgotten = session.account.journalFolder == nil && !session.account.isInDatabase
        self.exitStatus = exitStatus ?? ExitStatus(of: outcomes, states, session.findings)
        isForeign = states.values.contains { $0.isStartedElsewhere && !$0.isFollowed && $0.ends == nil }
        needsFile = states.values.contains { $0.ends == nil && $0.request == nil && !$0.isFollowed }
        payouts = outcomes.map { outcome in
            switch outcome.result {
            case .success(let report): Payout(report)
            case .failure(let error):
                Payout(error, outcome.payoutID, states[outcome.payoutID], session.findings)
            }
        }
    }

    var items: [ItemReport] { payouts.flatMap(\.report.items) }

    func print(as format: OutputFormat, _ context: CommandContext) {
        switch format {
        case .text: context.output(OrderTable(report: self).text)
        case .json: context.output(OrderJSON(report: self).text)
        }
        printErrors(context)
    }

    func printErrors(_ context: CommandContext) {
        for payout in payouts {
            if let error = payout.report.readError {
                context.errorOutput(
                    "payouts: note: the provider cannot be asked about \(SafeText.printable(payout.id)) again "
                        + "(\(SafeText.printable("\(error)"))); its ends are the journal's\n")
            }
            guard let error = payout.error else { continue }
            context.errorOutput("payouts: error: \(SafeText.printable(payout.errorText ?? ""))\n")
            for message in messages.shown(error.providerMessages) {
                context.errorOutput("payouts: the provider's words: \(message)\n")
            }
        }
        if hidesMessages {
            context.errorOutput(
                "payouts: note: the provider's words may name people and are left out; with the order's FILE they are "
                    + "shown, without names\n")
        }
        if let next = nextStep { context.errorOutput("payouts: \(next)\n") }
    }

    private var hidesMessages: Bool {
        let said = payouts.contains { $0.error?.providerMessages.isEmpty == false }
        return messages.areLeftOut && (said || items.contains { !$0.messages.isEmpty })
    }

    /// The state of the order and the next command, where the run did not settle everything.
    private var nextStep: String? {
        if isForgotten { return nil }
        let kinds = payouts.compactMap(\.error?.kind)
        if kinds.contains(where: { if case .orderNeeded = $0 { true } else { false } }) {
            return "it continues with the file that was sent: \(commands.resume(needsFile: true))"
        }
        if isForeign || kinds.contains(where: { if case .startedElsewhere = $0 { true } else { false } }) {
            return "the provider has it, not authorized, and this journal did not begin it; clear it by: "
                + "\(commands.cancel), then send the file under another id"
        }
        if exitStatus == .notPaid, kinds.contains(where: { if case .mismatch = $0 { true } else { false } }) {
            return "nothing of it is authorized; give it up by: \(commands.cancel)"
        }
        return switch exitStatus {
        case .outcomeUnknown: "what was paid is not known yet; find out by: \(commands.resume(needsFile: needsFile))"
        case .underWay: "it is authorized and under way; see its end by: \(commands.status)"
        case .providerFailed: "nothing is lost; continue by: \(commands.resume(needsFile: needsFile))"
        default: nil
        }
    }
}

extension PayoutOutcome {
    /// Corrects the outcome of a payout that this run did not reach: an earlier run may have authorized it.
    fileprivate func known(by state: PayoutState?) -> PayoutOutcome {
        guard case .failure(let error) = result, case .interrupted = error.kind, error.money == .nothing,
            let state, state.mayHaveMovedMoney
        else { return self }
        let known = PayoutError(
            payoutID: payoutID, requestID: state.request?.id, kind: error.kind, money: .unknown)
        return PayoutOutcome(payoutID: payoutID, result: .failure(known))
    }
}

extension OrderReport.Payout {
    fileprivate init(_ report: PayoutReport) {
        self.init(report: report, isFinal: report.isFinal && !report.items.contains { $0.end == .failed })
    }

    /// Uses what the error knows of the items, else the run's last reading, else the journal.
    fileprivate init(_ error: PayoutError, _ id: String, _ state: PayoutState?, _ findings: RunFindings) {
        let isUnderWay = findings.isUnderWay(id, error.requestID)
        if let report = error.report ?? findings.report(of: id) {
            self.init(report: report, isFinal: false, error: error, isUnderWay: isUnderWay)
        } else {
            let report = PayoutReport(
                id: id, requestID: error.requestID ?? state?.request?.id, status: nil,
                currency: state?.payout.currency,
                items: (state?.payout.items ?? []).map { item in
                    ItemReport(
                        id: item.id, end: state?.end(of: item.id) ?? .open, status: nil, amount: item.amount,
                        commission: nil, referenceCode: nil, messages: [])
                }, isFinal: state?.ends != nil)
            self.init(report: report, isFinal: report.isFinal, error: error, isUnderWay: isUnderWay)
        }
    }

    /// The text of the error. A run that was stopped while its payout is under way has not failed.
    var errorText: String? {
        guard let error, case .interrupted = error.kind, isUnderWay else { return error?.description }
        return "payout \(id): the run was stopped; it is authorized and under way."
    }
}

extension PayoutError {
    fileprivate var report: PayoutReport? {
        if case .stillOpen(let report, _) = kind { report } else { nil }
    }
}

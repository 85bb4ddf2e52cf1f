import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusCommandLine

/// What became of an order, payout by payout and item by item.
struct OrderReport {
    struct Payout {
        let id: String
        let requestID: String?
        /// Why the journal's ends are shown, and not the provider's.
        var readError: PayoutReadError?
        /// The provider's word.
        let status: String?
        /// Whether nothing will change any more, refunds included.
        let isFinal: Bool
        let error: PayoutError?
        /// Whether it is known to be authorized.
        var isUnderWay = false
        let items: [Item]
    }

    struct Item {
        let id: String
        let end: ItemEnd
        let status: String?
        let amount: Decimal?
        let currency: String?
        let commission: Decimal?
        /// The provider's, as they came.
        let messages: [String]
    }

    let id: String
    let host: String
    let payouts: [Payout]
    /// The file that was paid, where it is at hand.
    let payroll: Payroll?
    let exitStatus: ExitStatus
    let messages: ProviderMessages
    private let commands: OrderCommands
    /// Whether nothing goes on after this process, since its journal ends with it.
    private let isForgotten: Bool
    /// Whether only cancelling clears a payout of it, since this journal did not begin what the provider has.
    private let isForeign: Bool
    /// Whether going on needs the file: a payout of it has no confirmed request.
    private let needsFile: Bool

    /// - Parameters:
    ///   - commands: Those that go on with the order.
    ///   - exitStatus: By the ends of the items when nil.
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
                Payout(
                    error, outcome.payoutID, states[outcome.payoutID],
                    session.findings.report(of: outcome.payoutID),
                    isUnderWay: session.findings.isUnderWay(outcome.payoutID, error.requestID))
            }
        }
    }

    var items: [Item] { payouts.flatMap(\.items) }

    func print(as format: OutputFormat, _ surroundings: Surroundings) {
        switch format {
        case .text: surroundings.output(OrderTable(self).text)
        case .json: surroundings.output(OrderJSON(self).text)
        }
        printErrors(surroundings)
    }

    func printErrors(_ surroundings: Surroundings) {
        for payout in payouts {
            if let error = payout.readError {
                surroundings.errorOutput(
                    "payouts: note: the provider cannot be asked about \(SafeText.printable(payout.id)) again "
                        + "(\(SafeText.printable("\(error)"))); its ends are the journal's\n")
            }
            guard let error = payout.error else { continue }
            surroundings.errorOutput("payouts: error: \(SafeText.printable(payout.errorText ?? ""))\n")
            for message in messages.shown(error.providerMessages) {
                surroundings.errorOutput("payouts: the provider's words: \(message)\n")
            }
        }
        if hidesMessages {
            surroundings.errorOutput(
                "payouts: note: the provider's words may name people and are left out; with the order's FILE they are "
                    + "shown, without names\n")
        }
        if let next = nextStep { surroundings.errorOutput("payouts: \(next)\n") }
    }

    private var hidesMessages: Bool {
        let said = payouts.contains { $0.error?.providerMessages.isEmpty == false }
        return messages.areLeftOut && (said || items.contains { !$0.messages.isEmpty })
    }

    /// Where the order is and what the payer runs next, where the run did not settle everything.
    private var nextStep: String? {
        if isForgotten { return nil }
        let kinds = payouts.compactMap(\.error?.kind)
        if kinds.contains(where: { if case .orderNeeded = $0 { true } else { false } }) {
            return "it goes on with the file that was sent: \(commands.resume(needsFile: true))"
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
        case .providerFailed: "nothing is lost; go on by: \(commands.resume(needsFile: needsFile))"
        default: nil
        }
    }
}

extension PayoutOutcome {
    /// A payout that this run was stopped before may have been authorized by an earlier one.
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
        self.init(
            id: report.id, requestID: report.requestID, readError: report.readError, status: report.status?.rawValue,
            isFinal: report.isFinal && !report.items.contains { $0.end == .failed }, error: nil,
            items: report.items.map { OrderReport.Item($0, report.currency) })
    }

    /// What the error knows of the items, else what the journal does.
    ///
    /// - Parameter reading: The last one of this run.
    fileprivate init(
        _ error: PayoutError, _ id: String, _ state: PayoutState?, _ reading: PayoutReport?, isUnderWay: Bool
    ) {
        defer { self.isUnderWay = isUnderWay }
        if let report = error.report ?? reading {
            self.init(
                id: id, requestID: report.requestID, status: report.status?.rawValue, isFinal: false, error: error,
                items: report.items.map { OrderReport.Item($0, report.currency) })
        } else {
            let items = (state?.payout.items ?? []).map { OrderReport.Item($0, state) }
            self.init(
                id: id, requestID: error.requestID ?? state?.request?.id, status: nil, isFinal: state?.ends != nil,
                error: error, items: items)
        }
    }
}

extension OrderReport.Item {
    fileprivate init(_ item: ItemReport, _ currency: String?) {
        self.init(
            id: item.id, end: item.end, status: item.status?.rawValue, amount: item.amount, currency: currency,
            commission: item.commission, messages: item.messages)
    }

    fileprivate init(_ item: RecordedItem, _ state: PayoutState?) {
        self.init(
            id: item.id, end: state?.end(of: item.id) ?? .open, status: nil, amount: item.amount,
            currency: state?.payout.currency, commission: nil, messages: [])
    }
}

extension OrderReport.Payout {
    /// What the error says. A run that was stopped is no failure, and what it had done is known.
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

import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusCommandLine

/// What became of an order, payout by payout and item by item.
struct OrderReport {
    struct Payout {
        let id: String
        let requestID: String?
        /// The provider's word.
        let status: String?
        let isFinal: Bool
        let error: PayoutError?
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

    init(
        _ id: String, _ outcomes: [PayoutOutcome], _ session: Session, _ payroll: Payroll?
    ) async throws(CommandFailure) {
        var states: [String: PayoutState] = [:]
        for outcome in outcomes { states[outcome.payoutID] = try await session.payout(outcome.payoutID)?.state }
        self.id = id
        self.payroll = payroll
        host = session.account.hostName
        exitStatus = ExitStatus(of: outcomes, states)
        payouts = outcomes.map { outcome in
            switch outcome.result {
            case .success(let report): Payout(report)
            case .failure(let error): Payout(error, outcome.payoutID, states[outcome.payoutID])
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
        for error in payouts.compactMap(\.error) {
            surroundings.errorOutput("payouts: error: \(SafeText.printable(error.description))\n")
        }
        if let nextCommand { surroundings.errorOutput("payouts: \(nextCommand)\n") }
    }

    /// What the payer runs next where the run did not settle everything.
    private var nextCommand: String? {
        let resume = "payouts resume \(SafeText.printable(id))"
        if payouts.contains(where: { $0.error?.needsOrder == true }) {
            return "go on by '\(resume) FILE' with the file that was sent"
        }
        return switch exitStatus {
        case .outcomeUnknown: "what was paid is not known yet; find out by '\(resume)'"
        case .providerFailed: "nothing is lost; go on by '\(resume)'"
        default: nil
        }
    }
}

extension OrderReport.Payout {
    fileprivate init(_ report: PayoutReport) {
        self.init(
            id: report.id, requestID: report.requestID, status: report.status?.rawValue, isFinal: report.isFinal,
            error: nil, items: report.items.map { OrderReport.Item($0, report.currency) })
    }

    /// What the error knows of the items, else what the journal does.
    fileprivate init(_ error: PayoutError, _ id: String, _ state: PayoutState?) {
        if case .stillOpen(let report?, _) = error.kind {
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

extension PayoutError {
    fileprivate var needsOrder: Bool {
        if case .orderNeeded = kind { true } else { false }
    }
}

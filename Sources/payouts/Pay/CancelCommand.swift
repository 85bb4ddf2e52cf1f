import IyzicoMassPayout
import KurusCommandLine

/// `payouts cancel`: gives up every payout of an order that is not authorized.
struct CancelCommand: Command {
    private let id: String
    private let requestID: String?
    private let account: AccountChoice
    private let format: OutputFormat
    private let options: RunOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        id = try arguments.operands(["ID"])[0]
        requestID = arguments.value(of: "--request-id")
        account = try AccountChoice(arguments)
        format = try arguments.choice(of: "--format") ?? .text
        options = try RunOptions(arguments)
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let progress = ProgressDisplay(surroundings)
        let session = try await Session(
            account.account(surroundings), .reads, options, surroundings, progress)
        let order = try await RecordedOrder(id, session)
        if requestID != nil, order.payoutIDs.count > 1 {
            throw CommandFailure(.usage, "'--request-id' is for an order of one payout; name one of its payouts")
        }
        let (workflow, requestID) = (session.payouts, requestID)
        let outcomes = await PayoutQueue.outcomes(of: order.payoutIDs) { id throws(PayoutError) in
            try await workflow.cancel(id, requestID: requestID)
        }
        progress.end()
        let commands = OrderCommands(id, path: nil, account: account.words)
        let status = Self.status(of: outcomes)
        try await OrderReport(id, outcomes, session, nil, commands, status).print(as: format, surroundings)
        if status == .notPaid {
            surroundings.errorOutput("payouts: not all of it is cancelled: what was paid or failed before stays so\n")
        }
        return status
    }

    /// Done means here that nothing is paid.
    private static func status(of outcomes: [PayoutOutcome]) -> ExitStatus {
        .gravest(
            of: outcomes.map { outcome in
                switch outcome.result {
                case .success(let report): report.items.allSatisfy(\.end.isUnpaid) ? .done : .notPaid
                case .failure(let error): error.exitStatus
                }
            })
    }
}

import IyzicoMassPayout
import KurusCommandLine

/// `payouts cancel`: gives up every payout of an order that is not authorized.
struct CancelCommand: Command {
    private let id: String
    private let requestID: String?
    private let format: OutputFormat
    private let options: RunOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        id = try arguments.operands(["ID"])[0]
        requestID = try arguments[Self.requestIDOption]
        format = try arguments[OutputFormat.option]
        options = try RunOptions(arguments)
    }

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let progress = ProgressDisplay(context)
        let session = try await options.session(.reads, context, progress)
        let order = try await RecordedOrder(id, session)
        if requestID != nil, order.payoutIDs.count > 1 {
            throw CommandFailure(.usage, "'--request-id' is for an order of one payout; name one of its payouts")
        }
        let (workflow, requestID) = (session.payouts, requestID)
        let outcomes = await PayoutQueue.outcomes(of: order.payoutIDs) { id throws(PayoutError) in
            try await workflow.cancel(id, requestID: requestID)
        }
        progress.end()
        let commands = OrderCommands(id: id, account: options.account.words)
        let status = Self.status(of: outcomes)
        try await OrderReport(id, outcomes, session, nil, commands, status).print(as: format, context)
        if status == .notPaid {
            context.errorOutput("payouts: not all of it is cancelled: what was paid or failed before stays so\n")
        }
        return status
    }

    /// Returns `done` where nothing of the order is paid.
    private static func status(of outcomes: [PayoutOutcome]) -> ExitStatus {
        .gravest(
            of: outcomes.map { outcome in
                switch outcome.result {
                case .success(let report): report.items.allSatisfy(\.end.isUnpaid) ? .done : .notPaid
                case .failure(let error): error.exitStatus
                }
            })
    }

    private static let requestIDOption = Option<String?>(
        "--request-id", "REQUEST",
        "The provider's id of a payout that was started without this journal. Only for an order of one payout.")

    static let definition = CommandDefinition(
        name: "cancel",
        summary: "give up an order that is not authorized",
        synopses: ["payouts cancel ID [--request-id REQUEST]"],
        paragraphs: [
            "Cancels every payout of the order ID that the provider has and that is not authorized; none of them is "
                + "authorized afterwards. Authorized payouts cannot be cancelled.",
            Manual.ordersAsJSON,
        ],
        options: [
            requestIDOption,
            RunOptions.actor, OutputFormat.option,
        ] + AccountChoice.options,
        exitStatuses: [
            (.done, "Nothing of the order is or will be paid."),
            (.notPaid, "A payout was authorized before, and is not cancelled."),
            (.usage, "The command line is wrong, or keys are missing."),
            (.unusableInput, "The journal cannot be used, or does not know the order."),
            (.providerFailed, "The provider or the network failed. Run it again."),
            (.outcomeUnknown, "Whether it is cancelled is not known. Run it again."),
            (.busy, "Somebody else is working on the order. Wait, and run it again."),
            (.underWay, "A payout was authorized before, and is still under way."),
        ],
        examples: [("payouts cancel 2026-11-salaries", "Give an order up.")],
        environment: Manual.environment, files: [Manual.journalFile])
}

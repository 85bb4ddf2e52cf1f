import IyzicoMassPayout
import KurusCommandLine

/// `payouts resume`: continues every payout of an order from its state in the journal.
struct ResumeCommand: Command {
    private let given: OrderArguments
    private let authorizesAgain: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        given = try OrderArguments(arguments)
        authorizesAgain = arguments[Self.authorizeAgain]
    }

    private var options: RunOptions { given.options }

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let progress = ProgressDisplay(context)
        let session = try await options.session(.reads, context, progress)
        let order = try await RecordedOrder(given.id, session)
        var file: OrderFile?
        var payouts: [String: MassPayout] = [:]
        if let path = given.path {
            (file, payouts) = try await order.payouts(
                in: path, given.input, session, context, isSending: true)
        }
        try await checkBalance(order, session, context)
        let outcomes = await resume(order, payouts, session.payouts)
        progress.end()
        let report = try await OrderReport(given.id, outcomes, session, file?.payroll, given.commands)
        report.print(as: given.format, context)
        return report.exitStatus
    }

    /// Checks the balance if a payout may be authorized: one that it does not cover would use up its id.
    private func checkBalance(
        _ order: RecordedOrder, _ session: Session, _ context: CommandContext
    ) async throws(CommandFailure) {
        guard !options.allowsUncovered, let due = order.due else { return }
        let balance = await session.balanceCheck(due: due, context)
        if Task.isCancelled { throw .stopped }
        guard balance.covers == false else { return }
        throw balance.failure(isUnsettled: order.payoutIDs.contains { order.states[$0]?.isUnsettled == true })
    }

    private func resume(
        _ order: RecordedOrder, _ payouts: [String: MassPayout], _ workflow: MassPayouts
    ) async -> [PayoutOutcome] {
        let (options, authorizesAgain) = (options, authorizesAgain)
        return await PayoutQueue.outcomes(of: order.payoutIDs) { id throws(PayoutError) in
            try await workflow.resume(
                id, with: payouts[id], invalidItems: options.invalidItems, authorizeAgain: authorizesAgain,
                until: options.goal)
        }
    }

    static let authorizeAgain = Flag(
        "--authorize-again",
        "Authorize again if an earlier run does not know whether it authorized a payout, and the provider still shows "
            + "it as not authorized. iyzico does not document the result if the first authorization is under way: ask "
            + "iyzico before, or use 'payouts cancel' instead.")

    static let definition = CommandDefinition(
        name: "resume",
        summary: "continue an order whose run ended early",
        synopses: ["payouts resume ID [FILE] [OPTION...]"],
        paragraphs: [
            "Continues every payout of the order ID from its state in the journal. Authorized payouts are only read; "
                + "the others are sent now, without a question.",
            "FILE, the file that was sent, is needed only if the provider never confirmed a payout; it is refused "
                + "unless it is the same order.",
            Manual.ordersAsJSON,
        ],
        options: [
            authorizeAgain,
            RunOptions.payTheRest, RunOptions.allowUncovered, RunOptions.noWait, RunOptions.actor, OutputFormat.option,
        ] + InputOptions.fileOptions + AccountChoice.options,
        exitStatuses: Manual.paymentStatuses,
        examples: [
            ("payouts resume 2026-11-salaries", "Settle an unknown outcome by reading.")
        ],
        environment: Manual.environment, files: [Manual.journalFile])
}

/// ID, FILE and the options of a command for a recorded order.
struct OrderArguments {
    let id: String
    /// The path of the order's file, where it is given.
    let path: String?
    /// The options for reading that file.
    let input: InputOptions
    let options: RunOptions
    let format: OutputFormat

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let operands = try arguments.operands(["ID", "FILE"], optional: 1)
        id = operands[0]
        path = operands.count > 1 ? operands[1] : nil
        input = try InputOptions(arguments)
        options = try RunOptions(arguments)
        format = try arguments[OutputFormat.option]
    }

    var commands: OrderCommands {
        OrderCommands(id: id, path: path == "-" ? nil : path, account: options.account.words)
    }
}

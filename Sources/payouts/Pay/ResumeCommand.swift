import IyzicoMassPayout
import KurusCommandLine

/// `payouts resume`: every payout of an order from from where the journal has it.
struct ResumeCommand: Command {
    private let given: OrderArguments
    private let authorizesAgain: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        given = try OrderArguments(arguments)
        authorizesAgain = arguments[Self.authorizeAgain]
    }

    private var options: RunOptions { given.options }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let progress = ProgressDisplay(surroundings)
        let session = try await options.session(.reads, surroundings, progress)
        let order = try await RecordedOrder(given.id, session)
        var file: OrderFile?
        var payouts: [String: MassPayout] = [:]
        if let path = given.path {
            (file, payouts) = try await order.payouts(
                in: path, given.input, session, surroundings, isSending: true)
        }
        try await checkBalance(order, session, surroundings)
        let outcomes = await resume(order, payouts, session.payouts)
        progress.end()
        let report = try await OrderReport(given.id, outcomes, session, file?.payroll, given.commands)
        report.print(as: given.format, surroundings)
        return report.exitStatus
    }

    /// Where something may be authorized, since what the balance does not cover spends its id.
    private func checkBalance(
        _ order: RecordedOrder, _ session: Session, _ surroundings: Surroundings
    ) async throws(CommandFailure) {
        guard !options.allowsUncovered, let due = order.due else { return }
        let balance = await session.balanceCheck(due: due, surroundings)
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
}

extension ResumeCommand {
    static let authorizeAgain = Flag(
        "--authorize-again",
        "Authorize once more a payout of which an earlier run does not know whether it is authorized, and which the "
            + "provider still shows as not authorized. What iyzico does if the first one is under way is not "
            + "documented: ask iyzico before, or use 'payouts cancel' instead.")

    static let definition = CommandDefinition(
        name: "resume",
        summary: "go on with an order whose run ended early",
        synopses: ["payouts resume ID [FILE] [OPTION...]"],
        paragraphs: [
            "Goes on with every payout of the order ID from where the journal has it. What was authorized is only "
                + "read; what was not is sent now, without a question.",
            "FILE, the file that was sent, is needed only where the provider never confirmed a payout; it is refused "
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

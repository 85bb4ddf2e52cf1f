import IyzicoMassPayout
import KurusCommandLine

/// `payouts resume`: every payout of an order from from where the journal has it.
struct ResumeCommand: Command {
    private let given: OrderArguments
    private let invalidItems: InvalidItemsPolicy
    private let authorizesAgain: Bool
    private let allowsUncovered: Bool
    private let options: RunOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        given = try OrderArguments(arguments)
        invalidItems = arguments.has("--pay-the-rest") ? .payTheRest : .stop
        authorizesAgain = arguments.has("--authorize-again")
        allowsUncovered = arguments.has("--allow-uncovered")
        options = try RunOptions(arguments)
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let progress = ProgressDisplay(surroundings)
        let session = try await Session(
            given.account.account(surroundings), .reads, options, surroundings, progress)
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
        guard !allowsUncovered, let due = order.due else { return }
        let balance = await session.balanceCheck(due: due, surroundings)
        if Task.isCancelled { throw .stopped }
        guard balance.covers == false else { return }
        throw balance.failure(isUnsettled: order.payoutIDs.contains { order.states[$0]?.isUnsettled == true })
    }

    private func resume(
        _ order: RecordedOrder, _ payouts: [String: MassPayout], _ workflow: MassPayouts
    ) async -> [PayoutOutcome] {
        let (invalidItems, authorizesAgain, goal) = (invalidItems, authorizesAgain, options.goal)
        return await PayoutQueue.outcomes(of: order.payoutIDs) { id throws(PayoutError) in
            try await workflow.resume(
                id, with: payouts[id], invalidItems: invalidItems, authorizeAgain: authorizesAgain, until: goal)
        }
    }
}

import IyzicoMassPayout
import KurusCommandLine

/// `payouts resume`: every payout of an order from where the journal says that it is.
struct ResumeCommand {
    private let id: String
    private let path: String?
    private let account: AccountChoice
    private let format: OutputFormat
    private let invalidItems: InvalidItemsPolicy
    private let authorizesAgain: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let operands = try arguments.operands(["ID", "FILE"], optional: 1)
        id = operands[0]
        path = operands.count > 1 ? operands[1] : nil
        account = try AccountChoice(arguments)
        format = try arguments.choice(of: "--format") ?? .text
        invalidItems = arguments.has("--pay-the-rest") ? .payTheRest : .stop
        authorizesAgain = arguments.has("--authorize-again")
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let progress = ProgressDisplay(surroundings)
        let session = try Session(account.account(surroundings), surroundings, progress)
        let order = try RecordedOrder(id, session)
        var file: OrderFile?
        var payouts: [String: MassPayout] = [:]
        if let path { (file, payouts) = try order.payouts(in: path, session, surroundings) }
        let outcomes = await resume(order, payouts, session.payouts)
        progress.end()
        let report = try OrderReport(id, outcomes, session, file?.payroll)
        report.print(as: format, surroundings)
        return report.exitStatus
    }

    private func resume(
        _ order: RecordedOrder, _ payouts: [String: MassPayout], _ workflow: MassPayouts
    ) async -> [PayoutOutcome] {
        let (invalidItems, authorizesAgain) = (invalidItems, authorizesAgain)
        return await PayoutQueue.outcomes(of: order.payoutIDs) { id throws(PayoutError) in
            try await workflow.resume(
                id, with: payouts[id], invalidItems: invalidItems, authorizeAgain: authorizesAgain)
        }
    }
}

import IyzicoMassPayout
import KurusCommandLine

/// `payouts status`: the state of every item of an order, and who is still to be paid.
struct StatusCommand: Command {
    private let given: OrderArguments
    private let listsUnpaid: Bool
    private let options: RunOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        given = try OrderArguments(arguments)
        listsUnpaid = arguments.has("--unpaid")
        options = try RunOptions(arguments)
        if listsUnpaid, arguments.has("--format") {
            throw UsageError("'--unpaid' writes CSV; '--format' cannot be used with it", in: arguments.command)
        }
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let session = try await Session(given.account.account(surroundings), .reads, options, surroundings)
        let order = try await RecordedOrder(given.id, session)
        var file: OrderFile?
        if let path = given.path { file = try await order.payouts(in: path, given.input, session, surroundings).file }
        let outcomes = await read(order, session)
        let report = try await OrderReport(given.id, outcomes, session, file?.payroll, given.commands)
        if listsUnpaid {
            UnpaidRows(report).print(surroundings)
        } else {
            report.print(as: given.format, surroundings)
        }
        return report.exitStatus
    }

    /// Reading needs no claim. Of a payout that was at its end the journal learns what is new, refunds among it, unless
    /// somebody else is at work on it.
    private func read(_ order: RecordedOrder, _ session: Session) async -> [PayoutOutcome] {
        let (states, workflow) = (order.states, session.payouts)
        return await PayoutQueue.outcomes(of: order.payoutIDs) { id throws(PayoutError) in
            let report = try await workflow.status(of: id)
            guard let ends = states[id]?.ends, report.items.contains(where: { ends[$0.id] != $0.end }) else {
                return report
            }
            do throws(PayoutError) {
                return try await workflow.resume(id)
            } catch {
                if case .alreadyRunning = error.kind { return report }
                throw error
            }
        }
    }
}

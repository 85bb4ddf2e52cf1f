import IyzicoMassPayout
import KurusCommandLine

/// `payouts status`: where every item of an order stands, and who is still to be paid.
struct StatusCommand: Command {
    private let given: OrderArguments
    private let listsUnpaid: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        given = try OrderArguments(arguments)
        listsUnpaid = arguments.has("--unpaid")
        if listsUnpaid, arguments.has("--format") {
            throw UsageError("'--unpaid' writes CSV; '--format' cannot stand beside it", in: arguments.command)
        }
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let session = try await Session(given.account.account(surroundings), surroundings)
        let order = try await RecordedOrder(given.id, session)
        var file: OrderFile?
        if let path = given.path { file = try await order.payouts(in: path, given.input, session, surroundings).file }
        let outcomes = try await read(order, session)
        let report = try await OrderReport(given.id, outcomes, session, file?.payroll, given.commands)
        if listsUnpaid {
            UnpaidRows(report).print(surroundings)
        } else {
            report.print(as: given.format, surroundings)
        }
        return report.exitStatus
    }

    /// A payout that was at its end is resumed, which only reads, so that the journal learns of refunds since.
    private func read(_ order: RecordedOrder, _ session: Session) async throws(CommandFailure) -> [PayoutOutcome] {
        let journal = try await session.reading(of: order.payoutIDs)
        let workflow = session.payouts
        return await PayoutQueue.outcomes(of: order.payoutIDs) { id throws(PayoutError) in
            let isEnded = journal.payouts[id]?.ends != nil
            return isEnded ? try await workflow.resume(id) : try await workflow.status(of: id)
        }
    }
}

import IyzicoMassPayout
import KurusCommandLine

/// `payouts status`: the state of every item of an order, and who is still to be paid.
struct StatusCommand: Command {
    private let given: OrderArguments
    private let listsUnpaid: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        given = try OrderArguments(arguments)
        listsUnpaid = arguments[Self.unpaid]
        if listsUnpaid, arguments.has(OutputFormat.option) {
            throw UsageError("'--unpaid' writes CSV; '--format' cannot be used with it", in: arguments.command)
        }
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let session = try await given.options.session(.reads, surroundings)
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

extension StatusCommand {
    private static let unpaid = Flag("--unpaid", "Write the rows that were finally not paid.")

    static let definition = CommandDefinition(
        name: "status",
        summary: "show the state of every item of an order",
        synopses: ["payouts status ID [FILE] [--format text|json]", "payouts status ID [FILE] --unpaid"],
        paragraphs: [
            "Reads the payouts of the order ID at the provider, changes nothing there, and waits for no other run; the "
                + "journal learns of refunds since the end. With FILE, the file that was sent, recipients are shown by "
                + "their last two characters, and the provider's words without names.",
            "With --unpaid, writes the rows that were finally not paid as CSV to standard output: mend them and send "
                + "them under a new ID. Without FILE only the ids are written, since the journal knows no recipients. "
                + "An item whose refund is pending, whose refund failed, or that is open is not among them, but named "
                + "on standard error.",
            Manual.ordersAsJSON,
        ],
        options: [unpaid, OutputFormat.option] + InputOptions.fileOptions + AccountChoice.options,
        exitStatuses: Manual.paymentStatuses,
        examples: [
            ("payouts status 2026-11-salaries", "Show every item."),
            (
                "payouts status 2026-11-salaries --unpaid payroll.csv > again.csv",
                "Start a file of those who were not paid."
            ),
        ],
        environment: Manual.environment, files: [Manual.journalFile])
}

import IyzicoMassPayout
import KurusCommandLine

/// `payouts status`: prints the state of every item of an order, or the rows that are still to be paid.
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

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let session = try await given.options.session(.reads, context)
        let order = try await RecordedOrder(given.id, session)
        var file: OrderFile?
        if let path = given.path { file = try await order.payouts(in: path, given.input, session, context).file }
        let outcomes = await read(order, session)
        let report = try await OrderReport(given.id, outcomes, session, file?.payroll, given.commands)
        if listsUnpaid {
            report.printUnpaid(context)
        } else {
            report.print(as: given.format, context)
        }
        return report.exitStatus
    }

    /// Reads the payouts, without a claim. News of payouts at their ends, such as refunds, are recorded in the journal
    /// unless somebody else is working on the payout.
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

    private static let unpaid = Flag("--unpaid", "Write the rows that were finally not paid.")

    static let definition = CommandDefinition(
        name: "status",
        summary: "show the state of every item of an order",
        synopses: ["payouts status ID [FILE] [--format text|json]", "payouts status ID [FILE] --unpaid"],
        paragraphs: [
            "Reads the payouts of the order ID at the provider, changes nothing there, and does not wait for other "
                + "runs. Refunds since the end are recorded in the journal. With FILE, the file that was sent, "
                + "recipients are shown by their last two characters, and the provider's words without names.",
            "With --unpaid, writes the rows that were finally not paid as CSV to standard output; correct them and "
                + "send them under a new ID. Without FILE, only the ids are written, since the journal does not know "
                + "the recipients. An item that is open, or whose refund is pending or failed, is not among them but "
                + "named on standard error.",
            Manual.ordersAsJSON,
        ],
        options: [unpaid, OutputFormat.option] + InputOptions.fileOptions + AccountChoice.options,
        exitStatuses: Manual.paymentStatuses,
        examples: [
            ("payouts status 2026-11-salaries", "Show every item."),
            (
                "payouts status 2026-11-salaries --unpaid payroll.csv > again.csv",
                "Write a file of the people who were not paid."
            ),
        ],
        environment: Manual.environment, files: [Manual.journalFile])
}

extension OrderReport {
    /// Prints the rows that were finally not paid as a file to correct and send under a new id, and to error output the
    /// unpaid items that must not be sent again.
    fileprivate func printUnpaid(_ context: CommandContext) {
        context.output(unpaidText)
        for item in items where item.end != .paid && !item.end.isUnpaid {
            context.errorOutput("\(SafeText.printable(item.id)) is left out: \(item.end.words)\n")
        }
        printErrors(context)
    }

    /// The rows of the file where it is given, else the parts that the journal knows.
    private var unpaidText: String {
        guard let payroll else {
            return CSVWriting.line(["id", "amount", "currency"]) + payouts.map(known).joined()
        }
        let ids = Set(items.filter(\.end.isUnpaid).map(\.id))
        let columns = InputColumn.allCases
        return CSVWriting.line(columns.map(\.rawValue))
            + payroll.entries.filter { ids.contains($0.item.id) }
            .map { entry in CSVWriting.line(columns.map { entry.row[$0] }) }.joined()
    }

    private func known(_ payout: OrderReport.Payout) -> String {
        let currency = payout.report.currency ?? ""
        return payout.report.items.filter(\.end.isUnpaid).map { item in
            let amount = item.amount.map { AmountDisplay.digits($0, currency) }
            return CSVWriting.line([item.id, amount ?? "", currency])
        }.joined()
    }
}

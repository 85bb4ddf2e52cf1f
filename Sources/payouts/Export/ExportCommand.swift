import Foundation
import IyzicoMassPayout
import KurusCommandLine

/// `payouts export`: writes an order for accounting.
struct ExportCommand: Command {
    private enum Format: String, CaseIterable {
        case csv
        case json
        case html
    }

    private let id: String
    private let path: String?
    private let input: InputOptions
    private let options: RunOptions
    private let format: Format

    init(_ arguments: ParsedArguments) throws(UsageError) {
        id = try arguments.operands(["ID"])[0]
        path = try arguments[Self.with]
        input = try InputOptions(arguments)
        options = try RunOptions(arguments)
        guard let format = try arguments[Self.format] else {
            throw UsageError("an export needs '--format', which is csv, json or html", in: arguments.command)
        }
        self.format = format
    }

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let session = try await options.session(.reads, context)
        let recorded = try await RecordedOrder(id, session)
        guard let order = try await session.order(recorded.plan.id) else { throw session.unknownOrder(id) }
        var file: [String: PayoutItem] = [:]
        if let path {
            let payroll = try await recorded.payouts(in: path, input, session, context).file.payroll
            file = Dictionary(payroll.items.map { ($0.id, $0) }) { first, _ in first }
        }
        let record = OrderRecord(
            order, session.account, readings: await readings(order, session, context), file: file,
            made: context.now())
        context.output(text(of: record))
        return .done
    }

    private func text(of record: OrderRecord) -> String {
        switch format {
        case .csv: ExportCSV(record: record).text
        case .json: ExportJSON(record: record).text
        case .html: ExportHTML(record: record).text
        }
    }

    /// Reads the payouts that the journal knows incompletely from the provider. The journal is not changed.
    private func readings(
        _ order: JournaledOrder, _ session: Session, _ context: CommandContext
    ) async -> [String: PayoutReport] {
        let workflow = session.payouts
        let ids = order.payouts.filter(\.lacksEnds).map(\.payout.id)
        var readings: [String: PayoutReport] = [:]
        for outcome in await PayoutQueue.outcomes(
            of: ids, { id throws(PayoutError) in try await workflow.status(of: id) })
        {
            switch outcome.result {
            case .success(let report): readings[outcome.payoutID] = report
            case .failure(let error):
                context.errorOutput(
                    "payouts: note: \(SafeText.printable(outcome.payoutID)) is shown from the journal: "
                        + "\(SafeText.printable(error.kind.description))\n")
            }
        }
        return readings
    }

    private static let with = Option<String?>("--with", "FILE", "The file that was sent, for recipients.")
    private static let format = Option<Format?>("--format", "FORMAT", "csv, json or html.")

    static let definition = CommandDefinition(
        name: "export",
        summary: "write an order for accounting",
        synopses: ["payouts export ID [--with FILE] --format csv|json|html"],
        paragraphs: [
            "Writes every item of the order ID to standard output, with its end, the time of reading it, the "
                + "provider's reference and the commission. Ends that no run has read are read at the provider; "
                + "nothing is changed, and no lock is taken.",
            "With FILE, the file that was sent, recipients, names and descriptions are written as well, unmasked: a "
                + "journal does not contain them. FILE is refused unless it is the same order.",
            "csv: a line for each item, with the columns order, payout, request (the provider's id of the payout), "
                + "item, end, amount, currency, commission, reference, authorized and ended (UTC), and with FILE type, "
                + "recipient, name and description: enough to match a bank's file. A text that a spreadsheet would "
                + "take for a formula begins with an apostrophe.",
            "html: one page without script, for screens of any width and for printing, in the system's fonts.",
            "JSON: id, host, key (a fingerprint), made (when it was written), recorded (time and actor), payouts and "
                + "exitStatus. A payout has id, requestId, authorized (time and actor) and items. An item has id, end "
                + "(paid, failed, refunded, refundFailed, refused, canceled, unfunded or open), ended, amount, "
                + "currency, commission and reference, and with FILE type, recipient, name and description. "
                + Manual.failureAsJSON,
        ],
        options: [with, format] + InputOptions.fileOptions + AccountChoice.options,
        exitStatuses: [
            (.done, "The order is written, whatever the ends of its items."),
            (.usage, "The command line is wrong, or keys are missing."),
            (.unusableInput, "The file or the journal cannot be used, or does not know the order."),
        ],
        examples: [
            (
                "payouts export 2026-11-salaries --with payroll.csv --format html > 2026-11-salaries.html",
                "A page to print and file."
            ),
            (
                "payouts export 2026-11-salaries --with payroll.csv --format csv > 2026-11-salaries.csv",
                "Lines to match with the bank's."
            ),
        ],
        environment: Manual.environment, files: [Manual.journalFile])
}

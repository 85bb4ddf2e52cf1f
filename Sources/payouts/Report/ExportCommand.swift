import Foundation
import IyzicoMassPayout
import KurusCommandLine

/// `payouts export`: an order as finance files it.
struct ExportCommand: Command {
    private enum Format: String, CaseIterable {
        case csv
        case json
        case html
    }

    private let id: String
    private let path: String?
    private let input: InputOptions
    private let account: AccountChoice
    private let options: RunOptions
    private let format: Format

    init(_ arguments: ParsedArguments) throws(UsageError) {
        id = try arguments.operands(["ID"])[0]
        path = arguments.value(of: "--with")
        input = try InputOptions(arguments)
        account = try AccountChoice(arguments)
        options = try RunOptions(arguments)
        guard let format = try arguments.choice(of: "--format", Format.self) else {
            throw UsageError("an export needs '--format', which is csv, json or html", in: arguments.command)
        }
        self.format = format
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let session = try await Session(account.account(surroundings), .reads, options, surroundings)
        let recorded = try await RecordedOrder(id, session)
        guard let order = try await session.order(recorded.plan.id) else { throw session.unknownOrder(id) }
        var file: [String: PayoutItem] = [:]
        if let path {
            let payroll = try await recorded.payouts(in: path, input, session, surroundings).file.payroll
            file = Dictionary(payroll.items.map { ($0.id, $0) }) { first, _ in first }
        }
        let record = OrderRecord(
            order, session.account, readings: await readings(order, session, surroundings), file: file,
            made: surroundings.now())
        surroundings.output(text(of: record))
        return .done
    }

    private func text(of record: OrderRecord) -> String {
        switch format {
        case .csv: ExportCSV(record).text
        case .json: ExportJSON(record).text
        case .html: ExportHTML(record).text
        }
    }

    /// What the provider says of payouts of which the journal lacks something. Nothing is written to the journal.
    private func readings(
        _ order: JournaledOrder, _ session: Session, _ surroundings: Surroundings
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
                surroundings.errorOutput(
                    "payouts: note: \(SafeText.printable(outcome.payoutID)) is shown as the journal has it: "
                        + "\(SafeText.printable(error.kind.description))\n")
            }
        }
        return readings
    }
}

import Foundation
import IyzicoMassPayout
import KurusCommandLine
import KurusRuntime

/// `payouts list`: the orders of the journal.
struct ListCommand: Command {
    private let options: RunOptions
    private let format: OutputFormat

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        options = try RunOptions(arguments)
        format = try arguments[OutputFormat.option]
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let session = try await options.session(.reads, surroundings)
        let orders = try await session.listedOrders()
        switch format {
        case .text: surroundings.output(Self.table(orders))
        case .json:
            var object = JSONObject()
            object["host"] = .string(session.account.hostName)
            object["orders"] = .array(orders.map(\.json))
            object["exitStatus"] = .number(JSONNumber(Int(ExitStatus.done.code)))
            surroundings.output(JSONValue.object(object).description + "\n")
        }
        return .done
    }

    private static func table(_ orders: [ListedOrder]) -> String {
        guard !orders.isEmpty else { return "no orders\n" }
        let rows = orders.map { order in
            [
                SafeText.printable(order.id), order.begun.map(ReportTime.minute) ?? "", order.state.rawValue,
                order.totals.map(\.text).joined(separator: ", "), String(order.paid), String(order.failed),
                String(order.open),
            ]
        }
        return TextTable(
            headings: ["order", "begun (UTC)", "state", "total", "paid", "failed", "open"], numbers: [3, 4, 5, 6],
            rows: rows
        ).text
    }
}

extension ListCommand {
    static let definition = CommandDefinition(
        name: "list",
        summary: "show the orders of the journal",
        synopses: ["payouts list [--format text|json]"],
        paragraphs: [
            "Prints every order of the journal with the time when it was begun, its state, its total, and how many of "
                + "its items are paid, failed (at an end, and not paid) and open, as far as the journal knows. It asks "
                + "the provider nothing, takes no lock, and changes nothing; 'payouts status ID' asks.",
            "State: recorded (nothing is sent), begun (sent, and not authorized), queued (handed over to workers), "
                + "authorized (or may be), cancelling, or ended.",
            "JSON: host, orders and exitStatus. An order has id, begun (UTC), actor, state, totals (currency and "
                + "amount), items, paid, failed and open; what is not known is left out. " + Manual.failureAsJSON,
        ],
        options: [OutputFormat.option] + AccountChoice.options,
        exitStatuses: [
            (.done, "The orders are printed."), (.usage, "The command line is wrong, or keys are missing."),
            (.unusableInput, "There is no journal, or it cannot be used."),
        ],
        examples: [
            ("payouts list", "See what was paid, and what is open."),
            ("payouts list --format json", "The same for a machine."),
        ],
        environment: Manual.environment, files: [Manual.journalFile])
}

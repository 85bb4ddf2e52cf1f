import Foundation
import IyzicoMassPayout
import KurusCommandLine
import KurusRuntime

/// `payouts list`: lists the orders of the journal.
struct ListCommand: Command {
    private let options: RunOptions
    private let format: OutputFormat

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        options = try RunOptions(arguments)
        format = try arguments[OutputFormat.option]
    }

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let session = try await options.session(.reads, context)
        let orders = try await session.listedOrders()
        switch format {
        case .text: context.output(Self.table(orders))
        case .json:
            context.output(
                ExitStatus.done.jsonLine([
                    "host": .text(session.account.hostName), "orders": .array(orders.map(\.json)),
                ]))
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

    static let definition = CommandDefinition(
        name: "list",
        summary: "show the orders of the journal",
        synopses: ["payouts list [--format text|json]"],
        paragraphs: [
            "Prints every order of the journal with the time of its beginning, its state, its total, and how many of "
                + "its items are paid, failed (at another end) and open, as far as the journal knows. It does not ask "
                + "the provider, takes no lock, and changes nothing; 'payouts status ID' asks the provider.",
            "The state is recorded (nothing is sent), begun (sent, not authorized), queued (handed over to workers), "
                + "authorized (or may be), cancelling, or ended.",
            "JSON: host, orders and exitStatus. An order has id, begun (UTC), actor, state, totals (currency and "
                + "amount), items, paid, failed and open; unknown members are left out. " + Manual.failureAsJSON,
        ],
        options: [OutputFormat.option] + AccountChoice.options,
        exitStatuses: [
            (.done, "The orders are printed."), (.usage, "The command line is wrong, or keys are missing."),
            (.unusableInput, "There is no journal, or it cannot be used."),
        ],
        examples: [
            ("payouts list", "See what is paid and what is open."),
            ("payouts list --format json", "The same for a machine."),
        ],
        environment: Manual.environment, files: [Manual.journalFile])
}

/// An order in a list, as far as the journal knows it.
private struct ListedOrder {
    struct Total {
        let currency: String
        let amount: Decimal

        var text: String { AmountDisplay.text(amount, currency) }

        var json: JSONValue {
            .members(["currency": .text(currency), "amount": .amount(amount)])
        }
    }

    let id: String
    /// Nil, like the actor, in a journal of the first version.
    let begun: Date?
    let actor: String?
    let state: OrderStanding
    /// Sorted by currency.
    let totals: [Total]
    let items: Int
    let paid: Int
    /// The number of items at an end other than paid.
    let failed: Int
    let open: Int

    init(_ order: JournaledOrder) {
        id = order.id
        begun = order.recordedAt
        actor = order.actor
        state = order.standing
        totals = order.totals.sorted { $0.key < $1.key }.map { Total(currency: $0.key, amount: $0.value) }
        let ends = order.ends
        items = ends.values.reduce(0, +)
        paid = ends[.paid] ?? 0
        open = ends[.open] ?? 0
        failed = items - paid - open
    }

    var json: JSONValue {
        .members([
            "id": .text(id), "begun": .time(begun), "actor": .text(actor), "state": .text(state.rawValue),
            "totals": .array(totals.map(\.json)), "items": .count(items), "paid": .count(paid),
            "failed": .count(failed), "open": .count(open),
        ])
    }
}

extension Session {
    /// Returns the orders in the sequence of their recording.
    fileprivate func listedOrders() async throws(CommandFailure) -> [ListedOrder] {
        try await journaled { [journal] () async throws(JournalError) in
            var orders: [ListedOrder] = []
            try await journal.eachOrder { order in orders.append(ListedOrder(order)) }
            return orders
        }
    }
}

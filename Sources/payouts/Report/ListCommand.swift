import Foundation
import IyzicoMassPayout
import KurusCommandLine
import KurusRuntime

/// `payouts list`: the orders of the journal.
struct ListCommand: Command {
    private let account: AccountChoice
    private let options: RunOptions
    private let format: OutputFormat

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        account = try AccountChoice(arguments)
        options = try RunOptions(arguments)
        format = try arguments.choice(of: "--format") ?? .text
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let session = try await Session(account.account(surroundings), .reads, options, surroundings)
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

import IyzicoMassPayoutAPI
import KurusCommandLine
import KurusRuntime

/// `payouts balance`.
struct BalanceCommand: Command {
    private let account: AccountChoice
    private let run: RunOptions
    private let format: OutputFormat

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        account = try AccountChoice(arguments)
        run = try RunOptions(arguments)
        format = try arguments.choice(of: "--format") ?? .text
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let account = try account.account(surroundings)
        let balance = try await BalanceReading.balance(operations(account, surroundings))
        switch format {
        case .text: surroundings.output("\(AmountDisplay.text(balance))\n")
        case .json:
            var object = JSONObject()
            object["host"] = .string(account.hostName)
            object["balance"] = JSONNumber(balance).map(JSONValue.number)
            object["exitStatus"] = .number(JSONNumber(Int(ExitStatus.done.code)))
            surroundings.output(JSONValue.object(object).description + "\n")
        }
        return .done
    }

    /// A database is opened for the limit of calls; a journal in a file has none, and is left alone.
    private func operations(
        _ account: Account, _ surroundings: Surroundings
    ) async throws(CommandFailure) -> any IyzicoMassPayoutOperations {
        guard account.isInDatabase else { return try Session.client(account, surroundings) }
        return try await Session(account, .tries, run, surroundings).operations
    }
}

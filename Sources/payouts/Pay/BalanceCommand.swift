import KurusCommandLine
import KurusRuntime

/// `payouts balance`.
struct BalanceCommand: Command {
    private let account: AccountChoice
    private let format: OutputFormat

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        account = try AccountChoice(arguments)
        format = try arguments.choice(of: "--format") ?? .text
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let account = try account.account(surroundings)
        let balance = try await BalanceReading.balance(Session.client(account, surroundings))
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
}

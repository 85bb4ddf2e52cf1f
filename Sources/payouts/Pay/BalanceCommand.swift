import IyzicoMassPayoutAPI
import KurusCommandLine
import KurusRuntime

/// `payouts balance`.
struct BalanceCommand: Command {
    private let options: RunOptions
    private let format: OutputFormat

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        options = try RunOptions(arguments)
        format = try arguments[OutputFormat.option]
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let account = try options.account.account(surroundings)
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
        return try await Session(account, .tries, options, surroundings).operations
    }
}

extension BalanceCommand {
    static let definition = CommandDefinition(
        name: "balance",
        summary: "show the balance that payouts are paid from",
        synopses: ["payouts balance [--format text|json]"],
        paragraphs: [
            "Prints the balance as iyzico reports it, without a currency. It is taken for Turkish lira.",
            Manual.credentials,
            "JSON: host, balance and exitStatus. " + Manual.failureAsJSON,
        ],
        options: [OutputFormat.option] + AccountChoice.options,
        exitStatuses: [
            (.done, "The balance is printed."), (.usage, "The command line is wrong, or keys are missing."),
            (.providerFailed, "The provider or the network failed."),
        ],
        examples: [("payouts balance", "Show it.")],
        environment: Manual.environment, files: [Manual.journalFile])
}

import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusCommandLine
import KurusRuntime

/// `payouts balance`: prints the account's balance.
struct BalanceCommand: Command {
    private let options: RunOptions
    private let format: OutputFormat

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        options = try RunOptions(arguments)
        format = try arguments[OutputFormat.option]
    }

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let account = try options.account.account(context)
        let balance = try await BalanceReading.balance(operations(account, context))
        switch format {
        case .text: context.output("\(AmountDisplay.text(balance))\n")
        case .json:
            context.output(ExitStatus.done.jsonLine(["host": .text(account.hostName), "balance": .amount(balance)]))
        }
        return .done
    }

    /// Opens a journal in a database for its limit of calls. A journal in a file has no such limit and is not opened.
    private func operations(
        _ account: Account, _ context: CommandContext
    ) async throws(CommandFailure) -> any IyzicoMassPayoutOperations {
        guard account.isInDatabase else { return try Session.client(account, context) }
        return try await Session(account, .tries, options, context).operations
    }

    static let definition = CommandDefinition(
        name: "balance",
        summary: "show the balance that payouts are paid from",
        synopses: ["payouts balance [--format text|json]"],
        paragraphs: [
            "Prints the balance as iyzico reports it, without a currency; it is taken for Turkish lira.",
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

/// Reads the balance that payouts are paid from.
enum BalanceReading {
    /// Returns the balance, which iyzico reports without a currency.
    static func balance(_ operations: any IyzicoMassPayoutOperations) async throws(CommandFailure) -> Decimal {
        let answer: MassPayoutBalanceResponse
        do throws(APIError) {
            answer = try await operations.getBalance(locale: .en)
        } catch {
            // The request contains no names, so the provider's messages cannot repeat one.
            let reasons = [error.plainText] + error.messages.map(SafeText.printable)
            throw CommandFailure(.providerFailed, "the balance cannot be read: \(reasons.joined(separator: ": "))")
        }
        guard let balance = answer.balance else {
            throw CommandFailure(.providerFailed, "the balance cannot be read: the answer holds none")
        }
        return balance
    }
}

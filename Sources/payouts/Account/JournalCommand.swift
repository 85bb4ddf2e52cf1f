import IyzicoMassPayout
import KurusCommandLine

/// `payouts journal`: what an operator does about the journal in a database.
struct JournalCommand: Command {
    private enum Action {
        case migrate(grantingTo: String?)
        case confirm
        /// nil: the limit is shown.
        case limit(CallLimitChoice?)
        /// The folder where journals lie, or one of them.
        case importing(String)
    }

    private let action: Action
    private let account: AccountChoice
    private let actor: String

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let words = try arguments.operands(["migrate, confirm, limit or import", "VALUE"], optional: 1)
        action = try Self.action(words[0], words.dropFirst().first, arguments)
        account = try AccountChoice(arguments)
        actor = arguments.value(of: "--actor") ?? ThisMachine.actor
        if arguments.has("--grant"), words[0] != "migrate" {
            throw UsageError("'--grant' stands beside 'migrate' only", in: arguments.command)
        }
    }

    private static func action(
        _ word: String, _ value: String?, _ arguments: ParsedArguments
    ) throws(UsageError) -> Action {
        switch (word, value) {
        case ("migrate", nil): return .migrate(grantingTo: arguments.value(of: "--grant"))
        case ("confirm", nil): return .confirm
        case ("limit", nil): return .limit(nil)
        case ("limit", let value?): return .limit(try CallLimitChoice(value, arguments.command))
        case ("import", let folder?): return .importing(folder)
        case ("import", nil): throw UsageError("DIRECTORY is missing", in: arguments.command)
        case ("migrate", let value?), ("confirm", let value?):
            throw UsageError("one operand too many: '\(value)'", in: arguments.command)
        default:
            throw UsageError(
                "'payouts journal' takes migrate, confirm, limit or import; found '\(word)'", in: arguments.command)
        }
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let text: String
        switch action {
        case .migrate(let role): text = try await DatabaseJournal.migrate(grantingTo: role, surroundings)
        case .confirm: text = try await DatabaseJournal.confirm(actor: actor, surroundings)
        case .limit(let choice): text = try await limit(choice, surroundings)
        case .importing(let folder):
            return try await JournalImportRun(account, actor: actor).run(folder, surroundings)
        }
        surroundings.output(text + "\n")
        return .done
    }

    private func limit(
        _ choice: CallLimitChoice?, _ surroundings: Surroundings
    ) async throws(CommandFailure) -> String {
        let account = try account.accountInDatabase(surroundings)
        return try await DatabaseJournal.limitCalls(of: account, choice, actor: actor, surroundings)
    }
}

/// How many calls a second all workers of an account make together, as a command line says it.
enum CallLimitChoice {
    case none
    case callsPerSecond(Double)

    init(_ text: String, _ command: CommandDefinition) throws(UsageError) {
        if text == "none" {
            self = .none
            return
        }
        guard let number = Double(text), number >= 0.01, number <= 10_000 else {
            throw UsageError(
                "'payouts journal limit' takes a number of calls a second from 0.01 to 10000, or none; found '\(text)'",
                in: command)
        }
        self = .callsPerSecond(number)
    }
}

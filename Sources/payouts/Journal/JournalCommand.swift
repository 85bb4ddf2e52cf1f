import Foundation
import IyzicoMassPayout
import KurusCommandLine

/// `payouts journal`: maintains the journal in a database.
struct JournalCommand: Command {
    private enum Action {
        case migrate(grantingTo: String?)
        case confirm
        /// Nil prints the limit.
        case limit(CallLimitChoice?)
        /// The folder of all journals, or of one.
        case importing(String)
    }

    private let action: Action
    private let account: AccountChoice
    private let actor: String

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let words = try arguments.operands(["migrate, confirm, limit or import", "VALUE"], optional: 1)
        action = try Self.action(words[0], words.dropFirst().first, arguments)
        account = try AccountChoice(arguments)
        actor = try arguments[RunOptions.actor] ?? ThisMachine.actor
        if arguments.has(Self.grant), words[0] != "migrate" {
            throw UsageError("'--grant' is for 'migrate' only", in: arguments.command)
        }
    }

    private static func action(
        _ word: String, _ value: String?, _ arguments: ParsedArguments
    ) throws(UsageError) -> Action {
        switch (word, value) {
        case ("migrate", nil): return .migrate(grantingTo: try arguments[Self.grant])
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

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let text: String
        switch action {
        case .migrate(let role): text = try await DatabaseJournal.migrate(grantingTo: role, context)
        case .confirm: text = try await DatabaseJournal.confirm(actor: actor, context)
        case .limit(let choice): text = try await limit(choice, context)
        case .importing(let folder):
            return try await JournalImportRun(choice: account, actor: actor).run(folder, context)
        }
        context.output(text + "\n")
        return .done
    }

    private func limit(
        _ choice: CallLimitChoice?, _ context: CommandContext
    ) async throws(CommandFailure) -> String {
        let account = try account.accountInDatabase(context)
        return try await DatabaseJournal.limitCalls(of: account, choice, actor: actor, context)
    }

    private static let grant = Option<String?>("--grant", "ROLE", "The database role that pays.")

    static let definition = CommandDefinition(
        name: "journal",
        summary: "maintain the journal in a PostgreSQL database",
        synopses: [
            "payouts journal migrate [--grant ROLE]", "payouts journal confirm [--actor NAME]",
            "payouts journal limit [N|none]", "payouts journal import DIRECTORY",
        ],
        paragraphs: [
            "With --journal postgres, commands keep their journal in a PostgreSQL database, for any number of "
                + "machines. Such a payouts is built with 'swift build --traits Postgres' and needs libpq.",
            "migrate makes the journal's tables in the schema kurus, or brings older ones up to date; any number of "
                + "callers may run it at once. The role that runs it owns them. A role that --grant names may add "
                + "orders and lines, but not change or remove any.",
            "confirm is for an operator after a failover or a restore: it confirms that the server holds every line "
                + "that was ever written. Until then payouts are only read, not authorized, since a lost line could "
                + "lead to a second payment.",
            "limit sets how many calls a second all workers and commands of the account make together at the provider; "
                + "N may have a fraction. Without N it prints the limit. Everybody who uses the journal waits for "
                + "turns in the order of asking; unused turns are not saved up. A payout's authorization waits before "
                + "it is announced in the journal, since it is not sent later than 5 s after that.",
            "import brings the orders of a journal that was kept in files into the database: DIRECTORY is the value of "
                + "--journal, or the folder of journal.jsonl. Numbers, times, actors and lines are kept; repeating the "
                + "import only adds lines that are new in the file. An order that is in both with other items or lines "
                + "is refused and named. A journal's hashes need its own key: a journal without orders in the database "
                + "adopts the file's key; one with orders under another key refuses the import. Do not pay by the file "
                + "once it is imported: move it away.",
            "The database is accessed through libpq: KURUS_POSTGRES holds a connection string, or KURUS_POSTGRES_FILE "
                + "names a file that contains one, mode 0600; without both, PGHOST, PGSERVICE and libpq's other "
                + "variables apply. Another machine is accessed with sslmode=verify-full, and nothing weaker.",
        ],
        options: [
            grant, RunOptions.actor, AccountChoice.credentials, AccountChoice.simulator,
        ],
        exitStatuses: [
            (.done, "It is done."), (.usage, "The command line or the connection string is wrong."),
            (
                .unusableInput,
                "The database or the file cannot be used, or an order was not imported; the reason is printed."
            ),
            (.busy, "A run is using the file's journal. Wait, and run it again."),
        ],
        examples: [
            ("payouts journal migrate --grant payer", "Make the tables and let the role payer pay."),
            ("payouts journal limit 20", "At most 20 calls a second, by all machines together."),
            ("payouts journal import ~/.local/state/kurus/payouts", "Move from files to the database."),
            ("payouts send payroll.csv --id 2026-11 --journal postgres", "Pay."),
        ],
        environment: [
            ("KURUS_POSTGRES", "A connection string of libpq."),
            ("KURUS_POSTGRES_FILE", "The path of a file that contains it instead."),
        ])
}

/// The limit of calls a second that a command line sets for all workers of an account.
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

/// `payouts journal import`: moves a journal from a file to the database.
private struct JournalImportRun {
    let choice: AccountChoice
    let actor: String

    /// - Parameter folder: The folder of all journals, or of one.
    func run(_ folder: String, _ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let folder = context.absolute(folder)
        let account = try choice.account(context, journals: folder)
        let direct = "\(folder)/\(Account.journalName)"
        let isDirect = FileManager.default.fileExists(atPath: direct)
        let path = isDirect ? direct : account.journalPath ?? direct
        if FileJournal.isInUse(at: path) {
            throw CommandFailure(.busy, "a run is using the journal \(path); wait for its end")
        }
        let file = try await Self.file(at: path, account, context)
        let outcome = try await DatabaseJournal.importOrders(
            of: file, account.inDatabase(), actor: actor, context)
        context.output(outcome.text + "\n")
        context.errorOutput(
            "payouts: note: do not pay by \(path) any more: it does not know the payments of the "
                + "database\n")
        guard outcome.refused.isEmpty else {
            let names = outcome.refused.map(SafeText.name).joined(separator: ", ")
            throw CommandFailure(
                .unusableInput,
                "the database has \(names) with other items or other lines; nothing of \(outcome.refused.count == 1 ? "it" : "them") was imported"
            )
        }
        return .done
    }

    private static func file(
        at path: String, _ account: Account, _ context: CommandContext
    ) async throws(CommandFailure) -> FileJournal {
        try await journaled { () async throws(JournalError) in
            try await FileJournal(
                at: path, for: account.identity, secret: account.credentials.journalSecret, beginsNew: false,
                now: context.now)
        }
    }
}

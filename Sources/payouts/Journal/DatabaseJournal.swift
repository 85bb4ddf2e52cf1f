import IyzicoMassPayout
import KurusCommandLine

#if Postgres
    import PostgresJournal
#endif

/// The journal in a database, selected by `--journal postgres`.
enum DatabaseJournal {
    /// The value of `--journal` that selects it.
    static let word = "postgres"

    private static let missingTrait = CommandFailure(
        .usage, "this payouts was built without PostgreSQL: build it with 'swift build --traits Postgres'")

    static func opened(
        _ account: Account, _ use: JournalUse, actor: String, _ context: CommandContext
    ) async throws(CommandFailure) -> any PayoutJournal {
        #if Postgres
            let settings = try settings(context)
            do throws(JournalError) {
                return try await PostgresJournal.open(
                    settings, for: account.identity, secret: account.credentials.journalSecret,
                    beginsNew: use == .begins, actor: actor)
            } catch {
                if case .missing = error, use == .tries { return MemoryJournal(now: context.now) }
                throw failure(error)
            }
        #else
            throw missingTrait
        #endif
    }

    /// Creates the tables, or updates them.
    ///
    /// - Parameter role: The role that pays.
    /// - Returns: A description of the result.
    static func migrate(grantingTo role: String?, _ context: CommandContext) async throws(CommandFailure) -> String {
        #if Postgres
            let settings = try settings(context)
            do throws(PostgresError) {
                let outcome = try await SchemaMigration.run(settings, grantingTo: role)
                return outcome.before == outcome.after
                    ? "the journal's tables have version \(outcome.after), as before"
                    : "the journal's tables have version \(outcome.after) now; before: \(outcome.before)"
            } catch {
                throw CommandFailure(.unusableInput, error.description)
            }
        #else
            throw missingTrait
        #endif
    }

    /// Confirms that the server has every line.
    ///
    /// - Returns: A description of the result.
    static func confirm(actor: String, _ context: CommandContext) async throws(CommandFailure) -> String {
        #if Postgres
            let settings = try settings(context)
            do throws(PostgresError) {
                let server = try await PostgresJournal.confirmServer(settings, actor: actor)
                return "confirmed: system \(server.systemIdentifier), timeline \(server.timeline), database "
                    + "\(server.database); payouts are authorized on it from here on"
            } catch {
                throw CommandFailure(.unusableInput, error.description)
            }
        #else
            throw missingTrait
        #endif
    }

    /// Sets the number of calls a second that all workers of an account make together.
    ///
    /// - Parameter choice: Nil leaves the limit unchanged.
    /// - Returns: A description of the limit.
    static func limitCalls(
        of account: Account, _ choice: CallLimitChoice?, actor: String, _ context: CommandContext
    ) async throws(CommandFailure) -> String {
        #if Postgres
            return try await using(context) { settings throws(JournalError) in
                let journal = try await PostgresJournal.open(
                    settings, for: account.identity, secret: account.credentials.journalSecret,
                    beginsNew: choice != nil, actor: actor)
                switch choice {
                case nil: break
                case .none?: try await journal.removeCallLimit()
                case .callsPerSecond(let limit)?: try await journal.limitCalls(to: limit)
                }
                guard let limit = try await journal.callLimit() else { return "no limit of calls" }
                let number = limit == limit.rounded() ? "\(Int(limit))" : "\(limit)"
                return "\(number) calls a second, by all workers of this account together"
            }
        #else
            throw missingTrait
        #endif
    }

    /// Imports the orders of a journal in a file into the account's journal.
    ///
    /// - Returns: A description of the result, and the orders that were refused.
    static func importOrders(
        of file: FileJournal, _ account: Account, actor: String, _ context: CommandContext
    ) async throws(CommandFailure) -> (text: String, refused: [String]) {
        #if Postgres
            let report = try await using(context) { settings throws(JournalError) in
                try await PostgresJournal.importOrders(
                    of: file, into: settings, for: account.identity, secret: account.credentials.journalSecret,
                    actor: actor)
            }
            let counts = [
                (report.imported, "imported"), (report.extended, "went on in the file and brought up to date"),
                (report.known, "known with all lines"),
            ]
            let text = counts.filter { $0.0 > 0 }.map { "\(Count($0.0, "order").text) \($0.1)" }
            return (text.isEmpty ? "no orders" : text.joined(separator: ", "), report.refused)
        #else
            throw missingTrait
        #endif
    }

    /// Wraps the journal's key under an account's new secret.
    static func rekey(
        from old: Account, to new: Account, actor: String, _ context: CommandContext
    ) async throws(CommandFailure) {
        #if Postgres
            try await using(context) { settings throws(JournalError) in
                try await PostgresJournal.rekey(
                    settings, for: old.identity, from: old.credentials.journalSecret,
                    to: new.credentials.journalSecret, actor: actor)
            }
        #else
            throw missingTrait
        #endif
    }

    private static func failure(_ error: JournalError) -> CommandFailure {
        switch error {
        case .missing: CommandFailure(.unusableInput, "the database has no journal of this account yet")
        case .otherSecret, .otherIdentity:
            CommandFailure(
                .unusableInput,
                "\(error); if the account's keys were changed, 'payouts rekey --journal postgres' continues it under "
                    + "the new ones")
        default: CommandFailure(error)
        }
    }

    #if Postgres
        private static func using<Value>(
            _ context: CommandContext, _ use: (PostgresSettings) async throws(JournalError) -> Value
        ) async throws(CommandFailure) -> Value {
            let settings = try settings(context)
            do throws(JournalError) {
                return try await use(settings)
            } catch {
                throw failure(error)
            }
        }

        private static func settings(_ context: CommandContext) throws(CommandFailure) -> PostgresSettings {
            do throws(PostgresError) {
                return try PostgresSettings(environment: context.environment)
            } catch {
                throw CommandFailure(.usage, error.description)
            }
        }
    #endif
}

import IyzicoMassPayout
import KurusCommandLine

#if Postgres
    import PostgresJournal
#endif

/// The journal in a database, which `--journal postgres` asks for.
enum DatabaseJournal {
    /// What `--journal` names it by.
    static let word = "postgres"

    private static let missingTrait = CommandFailure(
        .usage, "this payouts was built without PostgreSQL: build it with 'swift build --traits Postgres'")

    static func opened(
        _ account: Account, _ use: JournalUse, _ surroundings: Surroundings
    ) async throws(CommandFailure) -> any PayoutJournal {
        #if Postgres
            let settings = try settings(surroundings)
            do throws(JournalError) {
                return try await PostgresJournal.open(
                    settings, for: account.identity, secret: account.credentials.journalSecret,
                    beginsNew: use == .begins)
            } catch {
                guard case .missing = error else { throw CommandFailure(error) }
                if use == .tries { return MemoryJournal(now: surroundings.now) }
                throw CommandFailure(.unusableInput, "the database has no journal of this account yet")
            }
        #else
            throw missingTrait
        #endif
    }

    /// Makes the tables, or brings them up to date.
    ///
    /// - Parameter role: Who pays.
    /// - Returns: What was done, in words.
    static func migrate(grantingTo role: String?, _ surroundings: Surroundings) async throws(CommandFailure) -> String {
        #if Postgres
            let settings = try settings(surroundings)
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

    /// Confirms that the server holds every line.
    ///
    /// - Returns: What was done, in words.
    static func confirm(actor: String, _ surroundings: Surroundings) async throws(CommandFailure) -> String {
        #if Postgres
            let settings = try settings(surroundings)
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

    #if Postgres
        private static func settings(_ surroundings: Surroundings) throws(CommandFailure) -> PostgresSettings {
            do throws(PostgresError) {
                return try PostgresSettings(environment: surroundings.environment)
            } catch {
                throw CommandFailure(.usage, error.description)
            }
        }
    #endif
}

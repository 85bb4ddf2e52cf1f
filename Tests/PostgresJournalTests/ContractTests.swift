#if Postgres
import PayoutJournalTesting
import PostgresJournal
import PostgresTestSupport
import Testing

@Suite(.enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)"))
struct ContractTests {
    private static let database = Task { try await JournalDatabase() }

    @Test(arguments: JournalRule.all)
    func keepsTheContract(_ rule: JournalRule) async throws {
        let database = try await Self.database.value
        try await rule.check { store, clock in
            try await database.journal(store, connections: 2, now: { clock.now })
        }
    }
}
#else
import Testing

@Suite struct ContractTests {
    @Test(.disabled("left out: the journal in PostgreSQL was not tested, since the trait Postgres is off"))
    func keepsTheContract() {}
}
#endif

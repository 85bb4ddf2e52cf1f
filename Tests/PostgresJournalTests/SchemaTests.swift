#if Postgres
import PostgresJournal
import PostgresTestSupport
import Testing

@Suite(.enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)"))
struct SchemaTests {
    private let cluster: PostgresCluster
    private let database: String

    init() throws {
        cluster = try PostgresCluster.shared.get()
        database = try cluster.makeDatabase()
    }

    private func migrate(grantingTo role: String? = nil) async throws -> SchemaMigration.Outcome {
        try await SchemaMigration.run(cluster.settings(database), grantingTo: role)
    }

    @discardableResult
    private func sql(_ statements: String, user: String = "owner") throws -> String {
        try cluster.sql(statements, database: database, user: user)
    }

    @Test func migratesOnce() async throws {
        let first = try await migrate()
        #expect(first.before == 0)
        let second = try await migrate()
        #expect(second.before == first.after)
        #expect(second.after == first.after)
    }

    @Test func migratesOnceAmongManyCallers() async throws {
        let outcomes = try await withThrowingTaskGroup(of: SchemaMigration.Outcome.self) { group in
            for _ in 0..<8 { group.addTask { try await migrate() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0.before == 0 }.count == 1)
    }

    @Test func refusesTablesOfANewerLibrary() async throws {
        let known = try await migrate().after
        try sql("INSERT INTO kurus.migrations VALUES (\(known + 1), now(), 'somebody')")
        await #expect(throws: PostgresError.newerSchema(found: known + 1, known: known)) { try await migrate() }
    }

    @Test func grantsARoleWhatIsAddedAndNothingElse() async throws {
        try cluster.sql("DROP ROLE IF EXISTS grantee; CREATE ROLE grantee LOGIN")
        _ = try await migrate(grantingTo: "grantee")
        for table in ["merchants", "keys", "servers", "orders", "payouts", "items", "lines", "migrations"] {
            #expect(try sql("SELECT count(*) FROM kurus.\(table)", user: "grantee") != "")
            for statement in ["DELETE FROM kurus.\(table)", "TRUNCATE kurus.\(table)"] {
                #expect(throws: (any Error).self) { try sql(statement, user: "grantee") }
            }
        }
        #expect(throws: (any Error).self) { try sql("UPDATE kurus.lines SET line = ''", user: "grantee") }
        #expect(throws: (any Error).self) { try sql("DROP TABLE kurus.lines", user: "grantee") }
        for table in ["leases", "call_limits", "standings", "totals"] {
            try sql("DELETE FROM kurus.\(table)", user: "grantee")
        }
    }

    /// By mistake; an owner who means it can remove the trigger.
    @Test func keepsTheOwnerFromChangingWhatIsKept() async throws {
        _ = try await migrate()
        for table in ["merchants", "keys", "servers", "orders", "payouts", "items", "lines"] {
            for statement in ["DELETE FROM kurus.\(table)", "TRUNCATE kurus.\(table) CASCADE"] {
                let error = #expect(throws: (any Error).self) { try sql(statement) }
                #expect("\(try #require(error))".contains("never changed or removed"))
            }
        }
    }

    @Test func namesARoleThatIsMissing() async throws {
        await #expect(throws: PostgresError.self) { try await migrate(grantingTo: "no\"body") }
        #expect(try sql("SELECT to_regclass('kurus.lines')") == "")
    }

    @Test func knowsTheServerItWasMadeOn() async throws {
        _ = try await migrate()
        let row = try sql("SELECT system_identifier, timeline, database FROM kurus.servers")
        #expect(
            row
                == (try sql(
                    """
                    SELECT (SELECT system_identifier FROM pg_control_system()), '00000001',
                        (SELECT oid FROM pg_database WHERE datname = current_database())
                    """)))
    }
}
#endif

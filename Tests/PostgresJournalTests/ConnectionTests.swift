#if Postgres
import Foundation
import PostgresJournal
import PostgresTestSupport
import Testing

@Suite("Connections", .enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)"))
struct ConnectionTests {
    private let cluster: PostgresCluster
    private let client: PostgresClient

    init() throws {
        cluster = try PostgresCluster.shared.get()
        client = PostgresClient(try cluster.settings("postgres"))
    }

    @Test func bindsValuesOfEveryType() async throws {
        let row = try await client.transaction { session throws(PostgresError) in
            try session.row(
                "SELECT $1, $2, $3, $4, $5::text, ($6)[2], ($7)[2], array_length($8, 1), ($9)[1]",
                [
                    .integer(-7), .text("a'b\"\\ğ"), .bytes([0, 255]), .decimal(12.5), .null, .integers([1, 2]),
                    .texts(["NULL", "a\"b\\c,{}"]), .byteStrings([[1], [2]]), .decimals([0.1]),
                ])
        }
        #expect(try row.integer(0) == -7)
        #expect(try row.text(1) == "a'b\"\\ğ")
        #expect(try row.bytes(2) == [0, 255])
        #expect(try row.decimal(3) == 12.5)
        #expect(try row.optionalText(4) == nil)
        #expect(try row.integer(5) == 2)
        #expect(try row.text(6) == "a\"b\\c,{}")
        #expect(try row.integer(7) == 2)
        #expect(try row.decimal(8) == 0.1)
    }

    @Test func tellsRefusalsByTheirState() async throws {
        await #expect(throws: PostgresError.refused(.undefinedTable, message: "relation \"nothing\" does not exist")) {
            try await client.transaction { session throws(PostgresError) in try session.query("SELECT * FROM nothing") }
        }
        // The connection goes on.
        #expect(
            try await client.transaction { session throws(PostgresError) in try session.row("SELECT 1").integer(0) }
                == 1)
    }

    @Test func endsAtTheDeadline() async throws {
        await #expect(throws: PostgresError.deadlinePassed) {
            try await client.transaction(within: .milliseconds(50)) { session throws(PostgresError) in
                try session.query("SELECT pg_sleep(60)")
            }
        }
    }

    @Test func endsWhenCancelled() async throws {
        let task = Task { [client] in
            try await client.transaction { session throws(PostgresError) in
                _ = try session.query("SELECT pg_sleep(60)")
            }
        }
        task.cancel()
        await #expect(throws: PostgresError.cancelled) { try await task.value }
    }

    /// PgBouncer may give the server's session to somebody else between two transactions.
    @Test func keepsNothingBehindATransaction() async throws {
        let client = PostgresClient(try cluster.settings("postgres"), connections: 1)
        let inside = try await client.transaction { session throws(PostgresError) in
            try session.row("SELECT current_setting('lock_timeout'), current_setting('synchronous_commit')")
        }
        #expect(try inside.text(0) == "5s")
        #expect(try inside.text(1) == "on")
        let backend = try await self.backend(client)
        let held = """
            SELECT (SELECT count(*) FROM pg_locks WHERE pid = \(backend)),
                (SELECT state FROM pg_stat_activity WHERE pid = \(backend))
            """
        #expect(try cluster.sql(held) == "0|idle")
    }

    @Test func setsSynchronousCommitWhateverTheSessionHas() async throws {
        try cluster.sql("CREATE ROLE hasty LOGIN; ALTER ROLE hasty SET synchronous_commit = off")
        let client = PostgresClient(try cluster.settings("postgres", user: "hasty"))
        let row = try await client.transaction { session throws(PostgresError) in
            try session.row("SELECT current_setting('synchronous_commit')")
        }
        #expect(try row.text(0) == "on")
    }

    @Test func connectsAgainWhereAnIdleConnectionEnded() async throws {
        let client = PostgresClient(try cluster.settings("postgres"), connections: 1)
        let first = try await backend(client)
        try cluster.sql("SELECT pg_terminate_backend(\(first), 5000)")
        #expect(try await backend(client) != first)
    }

    @Test func losesAConnectionWithItsTransaction() async throws {
        let client = PostgresClient(try cluster.settings("postgres"), connections: 1)
        await #expect(throws: PostgresError.connectionLost) {
            try await client.transaction { session throws(PostgresError) in
                _ = try session.query("SELECT pg_terminate_backend(pg_backend_pid())")
            }
        }
        _ = try await backend(client)
    }

    @Test func takesARollbackAtCommitForOne() async throws {
        await #expect(throws: PostgresError.self) {
            try await client.transaction { session throws(PostgresError) in
                _ = try? session.query("SELECT 1 / 0")
            }
        }
    }

    @Test func sharesConnectionsAmongManyTasks() async throws {
        let client = PostgresClient(try cluster.settings("postgres"), connections: 2)
        let backends = try await withThrowingTaskGroup(of: Int64.self) { group in
            // The last one waits for all others, on a machine that may be busy.
            for _ in 0..<40 { group.addTask { try await self.backend(client, within: .seconds(600)) } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(backends.count <= 2)
    }

    @Test func waitsForAFreeConnectionNoLongerThanItMay() async throws {
        let client = PostgresClient(try cluster.settings("postgres"), connections: 1)
        let busy = Task {
            try await client.transaction { session throws(PostgresError) in _ = try session.query("SELECT pg_sleep(61)")
            }
        }
        while try cluster.sql("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(61)%'") == "0" {
            await Task.yield()
        }
        await #expect(throws: PostgresError.deadlinePassed) {
            try await client.transaction(within: .milliseconds(20)) { session throws(PostgresError) in
                try session.query("SELECT 1")
            }
        }
        let waiting = Task { try await self.backend(client) }
        waiting.cancel()
        await #expect(throws: PostgresError.cancelled) { try await waiting.value }
        busy.cancel()
        await #expect(throws: PostgresError.cancelled) { try await busy.value }
        _ = try await backend(client)
    }

    private func backend(_ client: PostgresClient, within limit: Duration = .seconds(30)) async throws -> Int64 {
        try await client.transaction(within: limit) { session throws(PostgresError) in
            try session.row("SELECT pg_backend_pid()").integer(0)
        }
    }
}
#endif

#if Postgres
import IyzicoMassPayout
import PostgresJournal
import PostgresTestSupport
import Testing

@Suite(.enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)"))
struct ServerIdentityTests {
    private static func unavailable(_ append: JournalAppend, on journal: PostgresJournal) async throws -> String {
        do throws(JournalError) {
            Issue.record("it was appended: \(try await journal.append(append))")
            return ""
        } catch {
            guard case .unavailable(let reason) = error else { throw error }
            return reason
        }
    }

    @Test func authorizesNothingAfterAFailoverUntilAnOperatorConfirms() async throws {
        let cluster = try PostgresCluster()
        let database = try await JournalDatabase(in: cluster)
        let journal = try await database.journal()
        try await JournalSample.record(on: journal)
        let authorization = JournalSample.authorization(after: 1, token: "own")

        try cluster.becomeStandby()
        #expect(try await Self.unavailable(authorization, on: journal) == PostgresError.notPrimary.description)

        try cluster.promote()
        // Other lines are written: reading and settling go on.
        _ = try await journal.append(
            JournalAppend(payoutID: "payout", after: 0, token: "other", actor: "ayse", step: .initializing))
        #expect(try await Self.unavailable(authorization, on: journal) == PostgresError.unconfirmedServer.description)

        let confirmed = try await PostgresJournal.confirmServer(database.settings(), actor: "ayse")
        #expect(confirmed.timeline == "00000002")
        guard case .appended = try await journal.append(authorization) else {
            Issue.record("a confirmed server takes no authorization")
            return
        }
    }

    @Test func authorizesNothingInACopyOfTheDatabase() async throws {
        let database = try await JournalDatabase()
        try await JournalSample.record(on: database.journal())
        // A restored dump is a new database, like this one.
        try database.cluster.sql(
            """
            SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '\(database.name)';
            CREATE DATABASE \(database.name)_copy TEMPLATE \(database.name);
            """)
        let copy = try await PostgresJournal.open(
            database.cluster.settings(database.name + "_copy", user: "payer"), for: JournalDatabase.identity("store"),
            secret: JournalDatabase.secret())
        let reason = try await Self.unavailable(JournalSample.authorization(token: "own"), on: copy)
        #expect(reason == PostgresError.unconfirmedServer.description)
    }
}
#endif

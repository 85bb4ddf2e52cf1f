#if Postgres
import Foundation
import IyzicoMassPayout
import PostgresJournal
import PostgresTestSupport
import Testing

/// An append whose connection is cut at every step of it, by a proxy that counts requests.
@Suite(.enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)"))
struct AppendFaultTests {
    /// Startup, BEGIN, time, read, server twice, insert, COMMIT.
    private static let requests = 8

    @Test func keepsALineOnceWhereverTheConnectionIsCut() async throws {
        let database = try await JournalDatabase()
        let proxy = try CuttingProxy(before: database.cluster)
        defer { proxy.stop() }
        for request in 1...Self.requests {
            try await check(.before(request), database, proxy)
            try await check(.after(request), database, proxy)
        }
    }

    private func check(_ cut: CuttingProxy.Cut, _ database: JournalDatabase, _ proxy: CuttingProxy) async throws {
        let journal = try await database.journal("\(cut)")
        try await JournalSample.record(on: journal)
        // The connection that opening used is ended, so that the first request counted is the next one's startup.
        let cutOff = try await database.journal("\(cut)", folder: proxy.folder, connections: 1)
        proxy.cutAll()
        proxy.arm(cut)
        let append = JournalSample.authorization(token: "own")
        var outcome = try await Self.attempt(append, on: cutOff)
        let wasWritten = try await journal.payout("payout")?.lines.isEmpty == false
        if outcome == .failure(.unavailable(reason: "")) { #expect(!wasWritten, "\(cut)") }
        while case .failure = outcome { outcome = try await Self.attempt(append, on: cutOff) }
        let line = try await journal.payout("payout")?.lines.first
        #expect(outcome == .success(.appended(try #require(line))), "\(cut)")
        #expect(line?.token == "own", "\(cut)")
        #expect(try await journal.payout("payout")?.lines.count == 1, "\(cut)")
        #expect(proxy.isSpent, "\(cut): an append has fewer requests")
    }

    /// A COMMIT that takes long, and whose connection ends meanwhile. Nobody sees its row; who inserts the same line again
    /// waits for it, and then finds the own token.
    @Test func settlesACommitThatIsStillOpen() async throws {
        let database = try await JournalDatabase()
        try database.sql(JournalSample.slowCommits)
        let proxy = try CuttingProxy(before: database.cluster)
        defer { proxy.stop() }
        try await JournalSample.record(on: database.journal())
        let journal = try await database.journal(folder: proxy.folder, connections: 1)
        proxy.cutAll()
        proxy.arm(.during(Self.requests))
        let seen = Task {
            try await PostgresClient(database.settings(user: "owner")).transaction { session throws(PostgresError) in
                try session.query("SELECT pg_advisory_xact_lock(42)")
                try session.waitForLockWaiters(2)
                return try session.row("SELECT count(*) FROM kurus.lines").integer(0)
            }
        }
        try await database.waitUntilLocked()
        let outcome = try await journal.append(JournalSample.authorization(token: "own"))
        #expect(try await seen.value == 0)
        let lines = try await journal.payout("payout")?.lines
        #expect(lines?.map(\.token) == ["own"])
        #expect(outcome == .appended(try #require(lines?.first)))
    }

    @Test func losesToACommitThatIsStillOpen() async throws {
        let database = try await JournalDatabase()
        try database.sql(JournalSample.slowCommits)
        let journals = [try await database.journal(), try await database.journal()]
        try await JournalSample.record(on: journals[0])
        let holder = Task {
            try await PostgresClient(database.settings(user: "owner")).transaction { session throws(PostgresError) in
                try session.query("SELECT pg_advisory_xact_lock(42)")
                try session.waitForLockWaiters(2)
            }
        }
        try await database.waitUntilLocked()
        async let first = journals[0].append(JournalSample.authorization(token: "first"))
        async let second = journals[1].append(
            JournalAppend(
                payoutID: "payout", after: 0, token: "second", actor: "ayse", step: .cancelling(requestID: nil)))
        let outcomes = try await [first, second]
        try await holder.value
        #expect(outcomes.filter { if case .appended = $0 { true } else { false } }.count == 1)
        #expect(try await journals[0].payout("payout")?.lines.count == 1)
    }

    private static func attempt(
        _ append: JournalAppend, on journal: PostgresJournal
    ) async throws -> Result<AppendOutcome, JournalError> {
        do throws(JournalError) {
            return .success(try await journal.append(append))
        } catch {
            switch error {
            case .unavailable: return .failure(.unavailable(reason: ""))
            case .outcomeUnknown: return .failure(.outcomeUnknown(reason: ""))
            default: return .failure(error)
            }
        }
    }
}
#endif

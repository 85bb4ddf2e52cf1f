#if Postgres
import Foundation
import IyzicoMassPayout
import PostgresJournal
import PostgresTestSupport
import Synchronization
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
        let outcome = try await cutOff.append(JournalSample.authorization(token: "own"))
        let line = try await journal.payout("payout")?.lines.first
        #expect(outcome == .appended(try #require(line)), "\(cut)")
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

    /// Nobody may take it for a line that was not written.
    @Test func leavesACommitInDoubtThatStaysOpen() async throws {
        let database = try await JournalDatabase()
        try database.sql(JournalSample.slowCommits)
        let proxy = try CuttingProxy(before: database.cluster)
        defer { proxy.stop() }
        try await JournalSample.record(on: database.journal())
        let journal = try await database.journal(folder: proxy.folder, connections: 1, patience: .seconds(10))
        proxy.cutAll()
        proxy.arm(.during(Self.requests))
        let hasGivenUp = Mutex(false)
        let holder = Task {
            try await PostgresClient(database.settings(user: "owner")).transaction { session throws(PostgresError) in
                try session.query("SELECT pg_advisory_xact_lock(42)")
                while !hasGivenUp.withLock(\.self) { try session.query("SELECT pg_sleep(0.005)") }
            }
        }
        try await database.waitUntilLocked()
        let error = await #expect(throws: JournalError.self) {
            try await journal.append(JournalSample.authorization(token: "own"))
        }
        hasGivenUp.withLock { $0 = true }
        guard case .outcomeUnknown = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        try await holder.value
        let later = try await database.journal().append(JournalSample.authorization(token: "own"))
        let lines = try await database.journal().payout("payout")?.lines
        #expect(later == .appended(try #require(lines?.first)))
        #expect(lines?.map(\.token) == ["own"])
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

    /// A run that was cancelled writes how far it came, and gives its payout back.
    @Test func writesForATaskThatWasCancelled() async throws {
        let database = try await JournalDatabase()
        let journal = try await database.journal()
        try await JournalSample.record(on: journal)
        let owner = LeaseOwner(token: "owner", actor: "ayse")
        guard case .claimed(let lease) = try await journal.claim("payout", by: owner, for: .seconds(60)) else {
            Issue.record("a free payout was not claimed")
            return
        }
        let run = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            let outcome = try await journal.append(JournalSample.authorization(token: "own"))
            await journal.release(lease)
            return outcome
        }
        guard case .appended = try await run.value else {
            Issue.record("nothing was appended")
            return
        }
        let next = try await journal.claim("payout", by: LeaseOwner(token: "next", actor: "ayse"), for: .seconds(60))
        guard case .claimed = next else {
            Issue.record("the lease was not given back: \(next)")
            return
        }
    }
}
#endif

#if Postgres
import Foundation
import IyzicoMassPayout
import PostgresJournal
import PostgresTestSupport
import Testing

/// Who works next: it decides nothing about money, and keeps nothing from being worked on.
@Suite(.serialized, .enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)"))
struct WorkQueueTests {
    /// Startup, BEGIN, time, an earlier taking, the next payout, its number, the lease, COMMIT.
    private static let requests = 8

    /// A journal with payouts that were released.
    private func journal(
        _ database: JournalDatabase, _ store: String = "store", payouts: [String] = ["a", "b"], clock: MovedClock? = nil
    ) async throws -> PostgresJournal {
        let now = clock.map { clock in { @Sendable in clock.now } }
        let journal = try await database.journal(store, now: now)
        try await JournalSample.record(on: journal, JournalSample.plan(payouts: payouts))
        for payout in payouts {
            _ = try await journal.append(
                JournalAppend(payoutID: payout, after: 0, token: payout, actor: "ayse", step: .released))
            clock?.advance(by: 1)
        }
        return journal
    }

    private func take(
        _ journal: PostgresJournal, _ token: String = UUID().uuidString, newFirst: Bool = true
    ) async throws -> String? {
        try await journal.takeWork(
            by: LeaseOwner(token: token, actor: "ayse"), for: .seconds(60), newFirst: newFirst)?.payoutID
    }

    /// One whose answer was lost would be taken by nobody until its lease ends.
    @Test func takesOnePayoutWhereverTheConnectionIsCut() async throws {
        let database = try await JournalDatabase()
        let proxy = try CuttingProxy(before: database.cluster)
        defer { proxy.stop() }
        for request in 1...Self.requests {
            for cut in [CuttingProxy.Cut.before(request), .after(request)] {
                _ = try await journal(database, "\(cut)")
                let cutOff = try await database.journal("\(cut)", folder: proxy.folder, connections: 1)
                proxy.cutAll()
                proxy.arm(cut)
                #expect(try await take(cutOff) != nil, "\(cut)")
                #expect(proxy.isSpent, "\(cut): taking has fewer requests")
                let ahead = try await database.journal("\(cut)").workAhead()
                #expect(ahead.taken == 1 && ahead.waiting == 1, "\(cut): \(ahead)")
            }
        }
    }

    @Test func givesEachPayoutToOneOfManyWorkers() async throws {
        let database = try await JournalDatabase()
        let payouts = (0..<20).map { "payout \($0)" }
        _ = try await journal(database, payouts: payouts)
        let taken = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<8 {
                let worker = try await database.journal(connections: 1)
                group.addTask {
                    var taken: [String] = []
                    // A payout that another worker is taking is skipped, so "no work" is final only if nobody is taking
                    // any.
                    while try await worker.workAhead().waiting > 0 {
                        if let id = try await take(worker) { taken.append(id) }
                    }
                    return taken
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(taken.sorted() == payouts.sorted())
    }

    @Test func takesTheOldestAndWhatWasAskedForFirst() async throws {
        let (database, clock) = (try await JournalDatabase(), MovedClock())
        let journal = try await journal(database, payouts: ["a", "b", "c"], clock: clock)
        _ = try await journal.append(JournalSample.authorization(of: "c", after: 1, token: "own"))
        #expect(try await take(journal, newFirst: false) == "c")
        #expect(try await take(journal, newFirst: false) == "a")
        // Leases that ended.
        clock.advance(by: 61)
        #expect(try await take(journal) == "a")
        #expect(try await take(journal) == "b")
        #expect(try await take(journal) == "c")
        #expect(try await take(journal) == nil)
        #expect(try await journal.statistics().takeovers == 2)
    }

    /// However many are left again and again: each waits for its turn behind those that nobody has looked at.
    @Test func looksAtEachBeforeItLooksAgain() async throws {
        let (database, clock) = (try await JournalDatabase(), MovedClock())
        let payouts = ["a", "b", "c"]
        let journal = try await journal(database, payouts: payouts, clock: clock)
        var looks: [String] = []
        for _ in 1...6 {
            clock.advance(by: 1)
            let owner = LeaseOwner(token: UUID().uuidString, actor: "ayse")
            let lease = try #require(try await journal.takeWork(by: owner, for: .seconds(60), newFirst: true))
            looks.append(lease.payoutID)
            await journal.release(lease)
            let pause = WorkPause(first: .milliseconds(1), longest: .milliseconds(1))
            try await journal.leaveWork(lease.payoutID, .unreachable, pause: pause)
        }
        #expect(looks == payouts + payouts)
    }

    /// A payout that is neither released nor authorized is not work.
    @Test func takesNothingThatWasNotHandedOver() async throws {
        let journal = try await JournalDatabase().journal()
        try await JournalSample.record(on: journal, JournalSample.plan(payouts: ["recorded", "begun"]))
        _ = try await journal.append(
            JournalAppend(payoutID: "begun", after: 0, token: "own", actor: "ayse", step: .initializing))
        #expect(try await take(journal) == nil)
        #expect(try await journal.workAhead().isDone)
    }

    /// Each pause is twice as long, up to the longest; another reason, and a payout that went on, begin anew.
    @Test func letsWhatWasLeftRest() async throws {
        let (database, clock) = (try await JournalDatabase(), MovedClock())
        let journal = try await journal(database, payouts: ["a"], clock: clock)
        let pause = WorkPause(first: .seconds(2), longest: .seconds(10))
        for (reason, rest) in [
            (WorkLeft.unreachable, 2), (.unreachable, 4), (.unreachable, 8), (.unreachable, 10), (.unreachable, 10),
            (.outcomeUnknown, 2), (.underWay, 2), (.underWay, 4),
        ] as [(WorkLeft, Double)] {
            let owner = LeaseOwner(token: UUID().uuidString, actor: "ayse")
            let lease = try await journal.takeWork(by: owner, for: .seconds(60), newFirst: true)
            await journal.release(try #require(lease))
            try await journal.leaveWork("a", reason, pause: pause)
            clock.advance(by: rest - 0.001)
            #expect(try await take(journal) == nil, "\(reason), \(rest)")
            clock.advance(by: 0.001)
        }
        #expect(try await take(journal) == "a")
        clock.advance(by: 61)
        try await journal.leaveWork("a", .unreachable, pause: WorkPause(first: .seconds(100), longest: .seconds(100)))
        #expect(try await take(journal) == nil)
        _ = try await journal.append(JournalSample.authorization(of: "a", after: 1, token: "own"))
        #expect(try await take(journal) == "a")
    }

    @Test func tellsWhatIsLeftToDo() async throws {
        let database = try await JournalDatabase()
        let payouts = ["taken", "waiting", "tried", "given up", "person"]
        let journal = try await journal(database, payouts: payouts)
        let owner = LeaseOwner(token: "own", actor: "ayse")
        _ = try await journal.claim("taken", by: owner, for: .seconds(60))
        let pause = WorkPause(first: .seconds(1), longest: .seconds(1))
        for _ in 1..<WorkLeft.givesUpAfter { try await journal.leaveWork("tried", .unreachable, pause: pause) }
        for _ in 1...WorkLeft.givesUpAfter { try await journal.leaveWork("given up", .unreachable, pause: pause) }
        try await journal.leaveWork("person", .outcomeUnknown, pause: pause)
        let ahead = try await journal.workAhead()
        #expect(ahead == WorkAhead(taken: 1, waiting: 2, givenUp: 1, needsPerson: 1))
        #expect(try await journal.stuckPayouts(limit: 10).map(\.payoutID) == ["given up", "person"])
        #expect(try await journal.stuckCount() == 2)
        #expect(try await journal.stuckPayouts(limit: 1).map(\.payoutID) == ["given up"])
    }
}
#endif

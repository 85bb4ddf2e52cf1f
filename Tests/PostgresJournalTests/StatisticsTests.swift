#if Postgres
import Foundation
import IyzicoMassPayout
import PostgresJournal
import PostgresTestSupport
import Testing

@Suite(.enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)"))
struct StatisticsTests {
    @Test func countsWhatIsOpenAndWhatIsAtItsEnd() async throws {
        let database = try await JournalDatabase()
        let clock = MovedClock()
        let journal = try await database.journal(now: { clock.now })
        let start = clock.now
        try await JournalSample.record(on: journal, JournalSample.plan("a", payouts: ["a1", "a2"]))
        try await JournalSample.record(on: journal, JournalSample.plan("b", payouts: ["b1"]))
        try await JournalSample.record(on: journal, JournalSample.plan("c", payouts: ["c1"]))
        clock.advance(by: 60)
        for (payout, steps) in [
            ("a1", [JournalStep.initializing, .authorizing(requestID: "r", number: 1)]),
            ("a2", [.initializing]),
            ("b1", [.initializing, .authorizing(requestID: "r", number: 1), .ended([]), .ended([])]),
        ] {
            for (index, step) in steps.enumerated() {
                _ = try await journal.append(
                    JournalAppend(payoutID: payout, after: index, token: "\(index)", actor: "ayse", step: step))
            }
        }
        let owners = ["first", "second"].map { LeaseOwner(token: $0, actor: "ayse") }
        _ = try await journal.claim("a1", by: owners[0], for: .seconds(10))
        clock.advance(by: 11)
        _ = try await journal.claim("a1", by: owners[1], for: .seconds(10))

        let statistics = try await journal.statistics()
        #expect(statistics.payouts == [.recorded: 1, .begun: 1, .authorized: 1, .ended: 1])
        #expect(statistics.orders == [.recorded: 1, .authorized: 1, .ended: 1])
        #expect(statistics.oldestOpen == start)
        #expect(statistics.oldestAuthorized == start + 60)
        #expect(statistics.initializations == 3)
        #expect(statistics.authorizations == 2)
        #expect(statistics.takeovers == 1)
    }
}
#endif

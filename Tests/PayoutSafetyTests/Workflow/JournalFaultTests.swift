import Foundation
import HTTPTestSupport
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import Synchronization
import Testing

/// A failing or slow journal pays nobody twice.
@Suite struct JournalFaultTests {
    private static let lost = JournalError.outcomeUnknown(reason: "the answer was lost")
    /// The order and the five lines of a payout.
    private static let writes = 6

    /// A lost answer is settled by repeating the write, were it done or not.
    @Test(arguments: 1...writes, [true, false])
    func settlesALostAnswer(_ number: Int, isDone: Bool) async throws {
        let count = Mutex(0)
        let journal = HookedJournal { _, write throws(JournalError) in
            let now = count.withLock { count in
                count += 1
                return count
            }
            if now != number || isDone { write() }
            if now == number { throw Self.lost }
        }
        let bench = try Bench()
        let payouts = MassPayouts(bench.operations, journal: journal, clock: ManualClock(passesSleep: true))
        #expect(try await payouts.pay(Bench.two.get()).isPaid)
        #expect(bench.operations.writes == ["initialize", "authorize"])
        #expect(journal.kept.payout("2026-11")?.lines.count == Self.writes - 1)
    }

    /// A line of authorizing that stays in doubt is never sent on, by this run or a later one.
    @Test(arguments: [true, false])
    func sendsNothingOnALineInDoubt(_ isDone: Bool) async throws {
        let bench = try Bench()
        let journal = HookedJournal(bench.journal) { step, write throws(JournalError) in
            guard case .authorizing = step else { return write() }
            if isDone { write() }
            throw Self.lost
        }
        let payouts = MassPayouts(bench.operations, journal: journal, clock: ManualClock(passesSleep: true))
        let payout = try Bench.two.get()
        let error = await failure { () async throws(PayoutError) in try await payouts.pay(payout) }
        #expect(error?.kind == .journal(Self.lost) && error?.money == .nothing)
        #expect(bench.operations.writes == ["initialize"])
        guard isDone else {
            #expect(try await bench.payouts.resume(payout.id).isPaid)
            return
        }
        let later = await failure { () async throws(PayoutError) in try await bench.payouts.resume(payout.id) }
        #expect(later?.kind == .outcomeUnknown(nil, nil))
        #expect(bench.operations.writes == ["initialize"])
    }

    /// Another run's line in the place of one's own permits nothing.
    @Test func sendsNothingOnAnothersLine() async throws {
        let bench = try Bench()
        let kept = bench.journal
        let journal = HookedJournal(kept) { step, write throws(JournalError) in
            if case .authorizing = step {
                let after = kept.payout("2026-11")?.lines.count ?? 0
                if let step {
                    _ = kept.append(
                        JournalAppend(payoutID: "2026-11", after: after, token: "another", actor: "b", step: step))
                }
            }
            write()
        }
        let payouts = MassPayouts(bench.operations, journal: journal, clock: ManualClock(passesSleep: true))
        let payout = try Bench.two.get()
        let error = await failure { () async throws(PayoutError) in try await payouts.pay(payout) }
        #expect(error?.kind == .overtaken && error?.money == .unknown)
        #expect(bench.operations.writes == ["initialize"])
    }

    /// Of authorizing and cancelling at one moment one loses.
    @Test func authorizesNothingThatIsGivenUpAtTheSameMoment() async throws {
        let bench = try Bench()
        let kept = bench.journal
        let journal = HookedJournal(kept) { step, write throws(JournalError) in
            if case .authorizing = step {
                _ = kept.append(
                    JournalAppend(
                        payoutID: "2026-11", after: kept.payout("2026-11")?.lines.count ?? 0, token: "another",
                        actor: "b", step: .cancelling(requestID: nil)))
            }
            write()
        }
        let payouts = MassPayouts(bench.operations, journal: journal, clock: ManualClock(passesSleep: true))
        let payout = try Bench.two.get()
        let error = await failure { () async throws(PayoutError) in try await payouts.pay(payout) }
        #expect(error?.kind == .overtaken)
        #expect(bench.operations.writes == ["initialize"])
        #expect(try await bench.payouts.resume(payout.id).status == .canceled)
    }

    /// A process that was paused between its line and its request does not send it any more.
    @Test(arguments: [5, 6])
    func sendsNothingThatIsLate(seconds: Int) async throws {
        let clock = ManualClock(passesSleep: true)
        let bench = try Bench()
        let journal = HookedJournal(bench.journal) { step, write throws(JournalError) in
            write()
            if case .authorizing = step { clock.advance(by: .seconds(seconds)) }
        }
        let payouts = MassPayouts(bench.operations, journal: journal, clock: clock)
        let payout = try Bench.two.get()
        guard seconds > 5 else {
            #expect(try await payouts.pay(payout).isPaid)
            return
        }
        let error = await failure { () async throws(PayoutError) in try await payouts.pay(payout) }
        guard case .authorizationNotSent? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.money == .nothing)
        #expect(bench.operations.writes == ["initialize"])
        // It needs nobody's word, and no number comes again.
        #expect(try await bench.payouts.resume(payout.id).isPaid)
        #expect(bench.journal.payout(payout.id)?.state.lastAuthorization?.number == 2)
    }

    enum Lease: CaseIterable {
        case lasts
        case isOver
        case isAnothers
    }

    /// A lease that lasts is renewed on the way, and one that is over is taken anew; one that another run has by then ends
    /// this one.
    @Test(arguments: Lease.allCases)
    func keepsItsLease(_ lease: Lease) async throws {
        let clock = ManualClock(passesSleep: true)
        let (bench, payout) = (try Bench(), try Bench.two.get())
        let journal = bench.journal
        let operations = TamperedOperations(bench.client) { request, response in
            // Authorized and under way, for long.
            guard journal.payout("2026-11")?.state.authorizations == 1 else { return response }
            bench.time.pass(lease == .lasts ? 20 : 61)
            if lease == .isAnothers {
                _ = journal.claim("2026-11", by: LeaseOwner(token: "other", actor: "ayse"), for: .seconds(600))
            }
            clock.advance(by: .seconds(20))
            var response = response
            response.massPayout?.massPayoutStatus = .inProgress
            for index in response.massPayoutItems?.items?.indices ?? 0..<0 {
                response.massPayoutItems?.items?[index].itemStatus = .processing
            }
            return response
        }
        let payouts = MassPayouts(operations, journal: journal, clock: clock)
        let error = await failure { () async throws(PayoutError) in try await payouts.pay(payout) }
        switch error?.kind {
        case .stillOpen?: #expect(lease != .isAnothers)
        case .alreadyRunning(let other)?: #expect(lease == .isAnothers && other?.token == "other")
        default: Issue.record("\(String(describing: error))")
        }
        #expect(error?.money == .unknown)
    }
}

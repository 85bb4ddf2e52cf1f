import Foundation
import HTTPTestSupport
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import Synchronization
import Testing

/// One authorization; a second one only on the caller's word.
@Suite struct AuthorizeTests {
    static let unknown = APIError.outcomeUnknown(
        OutcomeUnknown(
            operation: "authorize", cause: .transport(TransportFailure(operation: "authorize", reason: "reset"))))
    static let refused = APIError.refused(
        Refusal(status: 200, body: Array(#"{"status":"failure","errorCode":"11"}"#.utf8)))

    @Test(arguments: [unknown, refused])
    func authorizesAgainOnTheCallersWordAlone(_ answer: APIError) async throws {
        let bench = try Bench(failures: ["authorize": [answer]])
        let payout = try Bench.two.get()
        for _ in 0..<2 {
            let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
            guard case .outcomeUnknown? = error?.kind else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(error?.money == .unknown && error?.requestID != nil)
        }
        #expect(bench.operations.writes == ["initialize", "authorize"])
        let soon = await failure { () async throws(PayoutError) in
            bench.time.pass(15 * 60 - 1)
            return try await bench.payouts.resume(payout.id, authorizeAgain: true)
        }
        #expect(soon?.kind == .tooSoonToAuthorizeAgain(earliest: bench.time.now + 1) && soon?.money == .unknown)
        bench.time.pass(1)
        let report = try await bench.payouts.resume(payout.id, authorizeAgain: true)
        #expect(report.isPaid)
        #expect(bench.operations.writes == ["initialize", "authorize", "authorize"])
    }

    @Test func settlesALostAnswerByReading() async throws {
        let bench = try Bench(faults: FaultScript().with(.dropAfterCarryingOut, at: .authorize))
        #expect(try await bench.payouts.pay(Bench.two.get()).isPaid)
        #expect(bench.operations.writes == ["initialize", "authorize"])
    }

    /// An authorize that did not leave this machine needs no confirmation.
    @Test func authorizesWhatWasNeverSent() async throws {
        let notSent = NotSent(operation: "authorize", reason: "no connection")
        let bench = try Bench(failures: ["authorize": [.notSent(notSent)]])
        let payout = try Bench.two.get()
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        #expect(error?.kind == .authorizationNotSent(notSent) && error?.money == .nothing)
        #expect(try await bench.payouts.resume(payout.id).isPaid)
    }

    /// Not even a pinned request that the provider no longer knows is initialized anew.
    @Test func neverInitializesAPinnedPayoutAgain() async throws {
        let bench = try Bench(failures: ["authorize": [Self.unknown]])
        let payout = try Bench.two.get()
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        let other = try Bench(journal: bench.journal)
        let error = await failure { () async throws(PayoutError) in
            try await other.payouts.resume(payout.id, with: payout)
        }
        #expect(error?.money == .unknown)
        #expect(other.operations.writes.isEmpty)
    }

    @Test func sendsNothingWithoutTheJournal() async throws {
        let bench = try Bench()
        let full = JournalError.system(path: "j", operation: "cannot write", reason: "full")
        let writesLeft = Mutex(3)
        let journal = HookedJournal { _, write throws(JournalError) in
            let isLeft = writesLeft.withLock { left in
                left -= 1
                return left >= 0
            }
            guard isLeft else { throw full }
            write()
        }
        let payouts = MassPayouts(bench.operations, journal: journal, clock: ManualClock(passesSleep: true))
        let payout = try Bench.two.get()
        let error = await failure { () async throws(PayoutError) in try await payouts.pay(payout) }
        #expect(error?.kind == .journal(full))
        #expect(bench.operations.writes == ["initialize"])
        #expect(bench.simulator.payments.isEmpty)
    }

    @Test func isInterruptedByItsTask() async throws {
        let bench = try Bench()
        let payout = try Bench.two.get()
        let task = Task { () -> PayoutError? in
            withUnsafeCurrentTask { $0?.cancel() }
            return await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        }
        let error = try #require(await task.value)
        #expect(error.money == .nothing)
        #expect(try await bench.payouts.pay(payout).isPaid)
        #expect(bench.simulator.payments.count == 2)
    }

    @Test func asksForTheOrderWhereInitializeWasNeverConfirmed() async throws {
        let bench = try Bench(failures: ["initialize": Array(repeating: Self.unknown, count: 3)])
        let payout = try Bench.two.get()
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.resume(payout.id) }
        #expect(error?.kind == .orderNeeded && error?.money == .nothing)
        #expect(try await bench.payouts.resume(payout.id, with: payout).isPaid)
    }
}

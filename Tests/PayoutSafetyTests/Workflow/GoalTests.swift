import IyzicoMassPayout
import PayoutSimulator
import Testing

/// A run that does not wait for the end.
@Suite struct GoalTests {
    @Test func returnsOnceItIsAuthorized() async throws {
        let bench = try Bench()
        let payout = try Bench.two.get()
        let report = try await bench.payouts.pay(payout, until: .authorized)
        #expect(!report.isFinal && report.items.map(\.end) == [.open, .open])
        #expect(bench.operations.writes == ["initialize", "authorize"])
        #expect(bench.journal.payout(payout.id)?.state.authorizations == 1)
        #expect(try await bench.payouts.resume(payout.id).isPaid)
        #expect(bench.operations.writes == ["initialize", "authorize"])
    }

    /// A reading that fails after it changes nothing of that.
    @Test func returnsWhereItCannotBeReadAfterwards() async throws {
        let bench = try Bench(faults: FaultScript().with(.dropBeforeReading, at: .retrieve, number: 5))
        let report = try await bench.payouts.pay(Bench.two.get(), until: .authorized)
        #expect(!report.isFinal && report.status == nil)
        #expect(try await bench.payouts.resume("2026-11", until: .authorized).items.count == 2)
    }

    @Test func doesNotCallAuthorizedWhatIsUnknown() async throws {
        let bench = try Bench(failures: ["authorize": [AuthorizeTests.unknown]])
        let payout = try Bench.two.get()
        let error = await failure { () async throws(PayoutError) in
            try await bench.payouts.pay(payout, until: .authorized)
        }
        #expect(error?.kind == .outcomeUnknown(AuthorizeTests.unknown, nil))
    }
}

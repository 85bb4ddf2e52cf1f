import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import Testing

/// Somebody else is at the same payout, with another journal.
@Suite struct AloneTests {
    /// Does something at the provider once the payout is pinned, before it is read for the last time.
    private func error(
        behaviour: SimulatedBehaviour = SimulatedBehaviour(),
        _ meanwhile: @escaping @Sendable (any IyzicoMassPayoutOperations, String) async throws -> Void
    ) async throws -> (PayoutError?, Bench) {
        let bench = try Bench(behaviour: behaviour)
        let operations = InterposedOperations(bench.operations) { request in
            guard request.externalMassPayoutId != nil,
                let pinned = bench.journal.payout("2026-11")?.state.pinned
            else { return }
            try? await meanwhile(bench.client, pinned.id)
        }
        let payouts = MassPayouts(operations, journal: bench.journal, clock: ManualTestClock.passing)
        let payout = try Bench.two.get()
        return (await failure { () async throws(PayoutError) in try await payouts.pay(payout) }, bench)
    }

    @Test func authorizesNothingThatSomebodyElseAuthorized() async throws {
        let (error, bench) = try await error { provider, id in
            _ = try await provider.authorize(locale: .en, body: MassPayoutAuthRequest(requestId: id))
        }
        #expect(error?.kind == .startedElsewhere(initializations: 1) && error?.money == .unknown)
        #expect(bench.operations.writes == ["initialize"])
        // Its outcome is read later.
        #expect(try await bench.payouts.resume("2026-11").isPaid)
        #expect(bench.simulator.payments.count == 2)
    }

    @Test func authorizesNothingBesideAnotherRequest() async throws {
        let behaviour = SimulatedBehaviour(
            repeatedInitialize: .makesSecondPayout, repeatedExternalIDLookup: .last)
        let (error, bench) = try await error(behaviour: behaviour) { provider, _ in
            _ = try await provider.initialize(locale: .en, body: PayTests.request)
        }
        #expect(error?.kind == .startedElsewhere(initializations: 1))
        #expect(bench.operations.writes == ["initialize"])
        // Not even where it is gone later.
        let again = await failure { () async throws(PayoutError) in try await bench.payouts.resume("2026-11") }
        #expect(again?.kind == .startedElsewhere(initializations: 1))
        #expect(try await bench.payouts.cancel("2026-11").status == .canceled)
        #expect(bench.simulator.payments.isEmpty)
    }

    /// A repeated initialize of this journal may have made the other one: the error admits it, and names what clears it.
    @Test func admitsThatItMayBeItsOwn() async throws {
        // The first one's answer is lost and it is not found by then; the second one's answer names another request.
        let bench = try Bench(
            behaviour: SimulatedBehaviour(repeatedInitialize: .makesSecondPayout),
            faults: FaultScript().with(.dropAfterCarryingOut, at: .initialize)
                .with(.dropBeforeReading, at: .retrieve, number: 2))
        let payout = try Bench.two.get()
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        #expect(error?.kind == .startedElsewhere(initializations: 2))
        #expect(error?.description.contains("may be this journal's own") == true)
        #expect(error?.description.contains("payouts cancel 2026-11") == true)
        #expect(try await bench.payouts.cancel(payout.id).status == .canceled)
        #expect(bench.simulator.payments.isEmpty)
    }

    /// A journal that was lost while the payout is in INIT leads to what settles it.
    @Test func leadsOutOfALostJournal() async throws {
        let bench = try Bench(failures: ["authorize": [.notSent(NotSent(operation: "authorize", reason: "none"))]])
        let payout = try Bench.two.get()
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        let payouts = MassPayouts(bench.operations, journal: MemoryJournal(), clock: ManualTestClock.passing)
        for _ in 0..<2 {
            let error = await failure { () async throws(PayoutError) in try await payouts.pay(payout) }
            #expect(error?.kind == .startedElsewhere(initializations: 0))
            #expect(error?.advice.contains("payouts cancel 2026-11") == true)
        }
        #expect(try await payouts.cancel(payout.id).status == .canceled)
        #expect(try await payouts.pay(payout).items.map(\.end) == [.canceled, .canceled])
        #expect(try await payouts.pay(Bench.payout([("a", 10, "salary"), ("b", 20, "salary")], id: "anew")).isPaid)
    }
}

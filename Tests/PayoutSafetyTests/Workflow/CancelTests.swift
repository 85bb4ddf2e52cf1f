import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import Testing

@Suite struct CancelTests {
    /// Recorded, and nothing asked of the provider yet.
    @Test func givesUpWhatTheProviderNeverHad() async throws {
        let bench = try Bench()
        let payout = try Bench.two.get()
        try await bench.payouts.record(PayoutPlan(payout))
        let report = try await bench.payouts.cancel(payout.id)
        #expect(report.isFinal && report.items.map(\.end) == [.canceled, .canceled])
        #expect(bench.operations.writes.isEmpty)
        // Its items may be ordered anew, and it is not taken up again.
        #expect(try await bench.payouts.pay(payout).items.map(\.end) == [.canceled, .canceled])
        #expect(bench.operations.writes.isEmpty)
        #expect(try await bench.payouts.pay(Bench.payout([("a", 10, "salary")], id: "second")).isPaid)
    }

    @Test func cancelsWhatStaysUnknown() async throws {
        let bench = try Bench(failures: ["authorize": [AuthorizeTests.unknown]])
        let payout = try Bench.two.get()
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        let report = try await bench.payouts.cancel(payout.id)
        #expect(report.status == .canceled && report.items.map(\.end) == [.canceled, .canceled])
        #expect(bench.simulator.payments.isEmpty)
    }

    @Test func neverAuthorizesWhatItCouldNotCancel() async throws {
        let unknown = APIError.outcomeUnknown(OutcomeUnknown(operation: "cancel", cause: .cancelled))
        let bench = try Bench(failures: ["authorize": [AuthorizeTests.unknown], "cancel": [unknown]])
        let payout = try Bench.two.get()
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.cancel(payout.id) }
        #expect(error?.kind == .cancellationUnknown(unknown) && error?.money == .unknown)
        let report = try await bench.payouts.resume(payout.id, authorizeAgain: true)
        #expect(report.status == .canceled)
        #expect(bench.operations.writes == ["initialize", "authorize", "cancel", "cancel"])
    }

    @Test func followsWhatIsAuthorizedAlready() async throws {
        let bench = try Bench(faults: FaultScript().with(.staleRead(age: 1), at: .retrieve, number: 3))
        let payout = try Bench.two.get()
        #expect(try await bench.payouts.pay(payout).isPaid)
        #expect(try await bench.payouts.cancel(payout.id).isPaid)
        #expect(!bench.operations.calls.contains("cancel"))
    }

    @Test func clearsWhatWasStartedElsewhereByItsRequestID() async throws {
        let bench = try Bench(behaviour: SimulatedBehaviour(showsRequestIDInItems: false))
        let started = try await bench.client.initialize(locale: .en, body: PayTests.request)
        let requestID = try #require(started.requestId)
        let payout = try Bench.two.get()
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.cancel(payout.id) }
        #expect(error?.kind == .requestIDNeeded)
        let report = try await bench.payouts.cancel(payout.id, requestID: requestID)
        #expect(report.status == .canceled && report.isFinal)
        #expect(bench.simulator.payments.isEmpty)
    }

    @Test func cancelsNoOtherPayout() async throws {
        let bench = try Bench()
        let other = try Bench.payout([("x", 1, "salary")], id: "other")
        let started = try await bench.client.initialize(
            locale: .en,
            body: MassPayoutInitializeRequest(
                externalId: other.id, conversationId: "c", items: PayTests.request.items))
        let payout = try Bench.two.get()
        try await bench.payouts.record(PayoutPlan(payout))
        let requestID = try #require(started.requestId)
        let error = await failure { () async throws(PayoutError) in
            try await bench.payouts.cancel(payout.id, requestID: requestID)
        }
        #expect(error?.kind == .mismatch([.externalID]))
        #expect(bench.operations.writes.isEmpty)
    }

    @Test func knowsNoOtherIDs() async throws {
        let bench = try Bench()
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.cancel("never ordered") }
        #expect(error?.kind == .unknownPayout)
    }
}

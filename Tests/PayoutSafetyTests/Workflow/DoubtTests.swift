import Foundation
import HTTPTestSupport
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import Testing

/// When an answer leaves a doubt, nothing is sent, nothing is reported as ended, and no item becomes free.
@Suite struct DoubtTests {
    private static let noConnection = APIError.notSent(NotSent(operation: "any", reason: "no connection"))
    private static let unreadable = APIError.transport(TransportFailure(operation: "retrieve", reason: "reset"))

    /// The steps are on the disk in the order in which money needs them.
    @Test func pinsBeforeItAuthorizes() async throws {
        let bench = try Bench()
        _ = try await bench.payouts.pay(Bench.two.get())
        let lines = try #require(bench.journal.payout("2026-11")).lines
        let steps = lines.map { line -> String in
            switch line.step {
            case .initializing: return "initializing"
            case .initialized: return "initialized"
            case .pinned: return "pinned"
            case .authorizing: return "authorizing"
            case .ended: return "ended"
            default: return "\(line.step)"
            }
        }
        #expect(steps == ["initializing", "initialized", "pinned", "authorizing", "ended"])
    }

    /// Another order is read under the authorized requestId, as when a simulator's ledger was emptied and its ids were
    /// reused.
    @Test func endsNothingByAnotherOrdersReading() async throws {
        let journal = MemoryJournal()
        let bench = try Bench(
            journal: journal,
            retrieval: { _, response in
                guard journal.payout("2026-11")?.state.authorizations == 1 else { return response }
                var response = response
                response.massPayout?.externalId = "2026-10"
                return response
            })
        let payout = try Bench.two.get()
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        #expect(error?.kind == .mismatch([.externalID]))
        #expect(error?.money == .unknown)
        #expect(journal.payout("2026-11")?.state.ends == nil)
        let status = await failure { () async throws(PayoutError) in try await bench.payouts.status(of: payout.id) }
        #expect(status?.kind == .mismatch([.externalID]))
    }

    /// The caller's word is for one authorization, not for a second one in the same run.
    @Test func takesTheCallersWordOnce() async throws {
        let unknown = Array(repeating: AuthorizeTests.unknown, count: 3)
        let bench = try Bench(failures: ["authorize": [Self.noConnection] + unknown])
        let payout = try Bench.two.get()
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        bench.time.pass(15 * 60)
        let error = await failure { () async throws(PayoutError) in
            try await bench.payouts.resume(payout.id, authorizeAgain: true)
        }
        #expect(error?.kind == .outcomeUnknown(AuthorizeTests.unknown, nil))
        #expect(bench.operations.writes == ["initialize", "authorize", "authorize"])
    }

    /// Nor is it taken where the payout was not seen in INIT.
    @Test func authorizesNothingThatItCouldNotRead() async throws {
        let bench = try Bench(failures: ["authorize": [AuthorizeTests.unknown]])
        let payout = try Bench.two.get()
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        let other = try Bench(
            failures: ["retrieve": Array(repeating: Self.unreadable, count: 100)], journal: bench.journal)
        let error = await failure { () async throws(PayoutError) in
            try await other.payouts.resume(payout.id, authorizeAgain: true)
        }
        #expect(error?.kind == .outcomeUnknown(nil, .api(Self.unreadable)))
        #expect(other.operations.writes.isEmpty)
    }

    @Test func freesNothingThatIsFollowed() async throws {
        let bench = try Bench(
            behaviour: SimulatedBehaviour(showsRequestIDInItems: false),
            retrieval: { _, response in
                // It takes its time.
                var response = response
                response.massPayout?.massPayoutStatus = .inProgress
                for index in response.massPayoutItems?.items?.indices ?? 0..<0 {
                    response.massPayoutItems?.items?[index].itemStatus = .processing
                }
                return response
            })
        let started = try await bench.client.initialize(locale: .en, body: PayTests.request)
        _ = try await bench.client.authorize(
            locale: .en, body: MassPayoutAuthRequest(requestId: #require(started.requestId)))
        let payout = try Bench.two.get()
        var settings = PayoutSettings()
        settings.patience = .zero
        let impatient = MassPayouts(bench.operations, journal: bench.journal, settings: settings)
        _ = await failure { () async throws(PayoutError) in try await impatient.pay(payout) }
        // An empty provider simulates one whose answer is older than the payout.
        let other = try Bench(journal: bench.journal)
        let error = await failure { () async throws(PayoutError) in try await other.payouts.cancel(payout.id) }
        #expect(error?.money == .unknown)
        let state = try #require(bench.journal.payout(payout.id)).state
        #expect(state.isFollowed && state.ends == nil)
    }

    @Test func remembersWhatWasStartedElsewhere() async throws {
        let bench = try Bench(behaviour: SimulatedBehaviour(showsRequestIDInItems: false))
        _ = try await bench.client.initialize(locale: .en, body: PayTests.request)
        let payout = try Bench.two.get()
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        let other = try Bench(journal: bench.journal)
        let again = await failure { () async throws(PayoutError) in try await other.payouts.pay(payout) }
        #expect(again?.kind == .startedElsewhere(initializations: 0))
        let cancel = await failure { () async throws(PayoutError) in try await other.payouts.cancel(payout.id) }
        #expect(cancel?.kind == .requestIDNeeded)
        #expect(other.operations.writes.isEmpty)
    }

    /// An initialize that was never sent, or was refused, gives no claim to an existing payout.
    @Test(arguments: [noConnection, AuthorizeTests.refused])
    func takesNothingForItsOwnThatItDidNotStart(_ answer: APIError) async throws {
        let bench = try Bench(failures: ["initialize": [answer]])
        let payout = try Bench.two.get()
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        #expect(bench.operations.writes == ["initialize"])
        _ = try await bench.client.initialize(locale: .en, body: PayTests.request)
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        #expect(error?.kind == .startedElsewhere(initializations: 0))
        #expect(bench.operations.writes == ["initialize"])
    }

    /// An answer that was lost is found again by its items, be a repeated initialize refused or not.
    @Test func findsWhatItInitialized() async throws {
        let bench = try Bench(
            behaviour: SimulatedBehaviour(repeatedInitialize: .isRefused),
            faults: FaultScript().with(.dropAfterCarryingOut, at: .initialize))
        #expect(try await bench.payouts.pay(Bench.two.get()).isPaid)
        #expect(bench.operations.writes == ["initialize", "authorize"])
    }

    /// Another order under the same id, authorized elsewhere, is not this one paid.
    @Test func comparesWhatItFollows() async throws {
        let bench = try Bench()
        var request = PayTests.request
        request.items[0].amount.value = 1
        let started = try await bench.client.initialize(locale: .en, body: request)
        _ = try await bench.client.authorize(
            locale: .en, body: MassPayoutAuthRequest(requestId: #require(started.requestId)))
        let payout = try Bench.two.get()
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        #expect(error?.kind == .mismatch([.amount(itemID: "a", ordered: 10, found: 1)]))
        #expect(error?.money == .unknown)
    }

    /// INIT counts only if every page and every item has it.
    @Test(arguments: [true, false])
    func authorizesNothingThatIsPartlyBeyondINIT(isItem: Bool) async throws {
        let bench = try Bench(retrieval: { request, response in
            guard request.itemType == .valid, request.requestId != nil else { return response }
            var response = response
            if isItem {
                response.massPayoutItems?.items?[0].itemStatus = .processing
            } else {
                response.massPayout?.massPayoutStatus = .inProgress
            }
            return response
        })
        let payout = try Bench.two.get()
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        guard case .stillOpen? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.money == .unknown)
        #expect(bench.operations.writes == ["initialize"])
    }

    /// A payout without a status is one that was not read.
    @Test func startsNothingBesideAPayoutWithoutAStatus() async throws {
        let bench = try Bench(retrieval: { _, _ in MassPayoutRetrieveResponse(massPayout: MassPayoutSummary()) })
        _ = try await bench.client.initialize(locale: .en, body: PayTests.request)
        let payout = try Bench.two.get()
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        #expect(error?.kind == .notInitialized(.noPayout))
        #expect(bench.operations.writes.isEmpty)
        #expect(bench.journal.payout(payout.id)?.state.isFollowed == false)
    }

    /// An authorization that came before the cancellation may have taken an item up.
    @Test func freesNoItemThatIsBeingProcessed() async throws {
        let bench = try Bench(
            failures: ["authorize": [AuthorizeTests.unknown]],
            retrieval: { _, response in
                var response = response
                guard response.massPayout?.massPayoutStatus == .canceled else { return response }
                if response.massPayoutItems?.items?.isEmpty == false {
                    response.massPayoutItems?.items?[0].itemStatus = .processing
                }
                return response
            })
        let payout = try Bench.two.get()
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        let report = try await bench.payouts.cancel(payout.id)
        #expect(report.items.map(\.end) == [.open, .canceled])
        let second = try Bench.payout([("a", 10, "salary")], id: "second")
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(second) }
        #expect(error?.repeated == ["a: \(payout.id), open"])
    }

    /// A change of an item after the decision does not permit paying the others.
    @Test func stopsWhereAnItemIsRefusedAfterItWasPinned() async throws {
        let bench = try Bench(failures: ["authorize": [Self.noConnection]])
        let payout = try Bench.two.get()
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        let later = MassPayouts(
            TamperedOperations(
                bench.client,
                retrieval: { _, response in
                    var response = response
                    if response.massPayoutItems?.items?.isEmpty == false {
                        response.massPayoutItems?.items?[1].itemStatus = .invalid
                    }
                    return response
                }), journal: bench.journal, clock: ManualClock(passesSleep: true))
        let error = await failure { () async throws(PayoutError) in try await later.resume(payout.id) }
        #expect(error?.kind == .mismatch([.missingItem("b")]))
        #expect(bench.simulator.payments.isEmpty)
    }

    @Test func saysThatNothingIsKnownWhileAnotherTaskIsAtWork() async throws {
        let bench = try Bench()
        let payout = try Bench.two.get()
        try await bench.payouts.record(PayoutPlan(payout))
        let owner = LeaseOwner(token: "other", actor: "ayse")
        guard case .claimed(let lease) = bench.journal.claim(payout.id, by: owner, for: .seconds(60)) else {
            Issue.record("the payout is not free")
            return
        }
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        #expect(error?.kind == .alreadyRunning(owner) && error?.money == .unknown)
        #expect(bench.operations.calls.isEmpty)
        bench.journal.release(lease)
        #expect(try await bench.payouts.pay(payout).isPaid)
    }

    @Test func keepsPayoutIDsApart() async throws {
        let bench = try Bench()
        let plan = try PayoutPlan(
            Bench.payout([("a", 1, "x"), ("b", 2, "x")], id: "p"), itemsAPayout: 1)
        try await bench.payouts.record(plan)
        let other = try Bench.payout([("c", 1, "x"), ("d", 2, "x")], id: "p-2")
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(other) }
        guard case .differentOrder? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    /// A payout without a status was not seen in INIT.
    @Test func authorizesNothingAgainThatShowsNoStatus() async throws {
        let bench = try Bench(failures: ["authorize": [AuthorizeTests.unknown]])
        let payout = try Bench.two.get()
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        let mute = TamperedOperations(bench.client) { _, _ in
            MassPayoutRetrieveResponse(massPayout: MassPayoutSummary())
        }
        let payouts = MassPayouts(
            mute, journal: bench.journal, clock: ManualClock(passesSleep: true))
        let error = await failure { () async throws(PayoutError) in
            try await payouts.resume(payout.id, authorizeAgain: true)
        }
        #expect(error?.kind == .outcomeUnknown(nil, .noPayout))
        #expect(mute.writes.isEmpty)
    }

    /// Nothing is cancelled by a requestId that was not seen to be this order's.
    @Test func cancelsNothingUnseen() async throws {
        let bench = try Bench(failures: ["retrieve": [Self.unreadable]])
        let other = try await bench.client.initialize(
            locale: .en,
            body: MassPayoutInitializeRequest(externalId: "other", conversationId: "c", items: PayTests.request.items))
        let requestID = try #require(other.requestId)
        let payout = try Bench.two.get()
        try await bench.payouts.record(PayoutPlan(payout))
        let unread = await failure { () async throws(PayoutError) in
            try await bench.payouts.cancel(payout.id, requestID: requestID)
        }
        #expect(unread?.kind == .stillOpen(nil, .api(Self.unreadable)))
        let wrong = await failure { () async throws(PayoutError) in
            try await bench.payouts.cancel(payout.id, requestID: requestID)
        }
        #expect(wrong?.kind == .mismatch([.externalID]))
        #expect(bench.operations.writes.isEmpty)
        #expect(bench.journal.payout(payout.id)?.state.request == nil)
    }

    /// Of two payouts under one id the one that was seen authorized is read on, not the other one.
    @Test(arguments: [true, false]) func followsTheRequestThatItSaw(wasInterrupted: Bool) async throws {
        let bench = try Bench(
            behaviour: SimulatedBehaviour(repeatedInitialize: .makesSecondPayout, showsRequestIDInItems: false))
        let first = try await bench.client.initialize(locale: .en, body: PayTests.request)
        let second = try await bench.client.initialize(locale: .en, body: PayTests.request)
        let (firstID, secondID) = (try #require(first.requestId), try #require(second.requestId))
        _ = try await bench.client.cancel(requestId: firstID, locale: .en)
        _ = try await bench.client.authorize(locale: .en, body: MassPayoutAuthRequest(requestId: secondID))
        let payout = try Bench.two.get()
        try await bench.payouts.record(PayoutPlan(payout))
        // Interrupted, a run ended right after it saw the second.
        if wasInterrupted {
            _ = bench.journal.append(
                JournalAppend(
                    payoutID: payout.id, after: 0, token: "t", actor: "a", step: .following(requestID: secondID)))
        }
        let report = try await bench.payouts.cancel(payout.id, requestID: wasInterrupted ? nil : secondID)
        #expect(report.isPaid)
        #expect(bench.simulator.payments.count == 2)
    }

    /// Pages of different ages, an item that is missing, and one that is there twice leave it open.
    @Test(arguments: [0, 1, 2])
    func callsNothingCanceledThatWasNotSeenSo(_ kind: Int) async throws {
        let bench = try Bench(
            failures: ["authorize": [AuthorizeTests.unknown]],
            retrieval: { request, response in
                guard response.massPayout?.massPayoutStatus == .canceled, request.itemType == .valid else {
                    return response
                }
                var response = response
                switch kind {
                case 0:
                    response.massPayout?.massPayoutStatus = .initValue
                    for index in 0..<2 { response.massPayoutItems?.items?[index].itemStatus = .initValue }
                case 1:
                    response.massPayoutItems?.items?.removeFirst()
                    response.total = 1
                default:
                    var twin = response.massPayoutItems?.items?[0]
                    twin?.itemStatus = .processing
                    twin?.referenceCode = "twin"
                    if let twin { response.massPayoutItems?.items?.append(twin) }
                    response.total = 3
                }
                return response
            })
        let payout = try Bench.two.get()
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.cancel(payout.id) }
        let second = try Bench.payout([("a", 10, "salary")], id: "second")
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(second) }
        #expect(error?.repeated == ["a: \(payout.id), open"])
    }

    @Test func saysOfWhatWasStartedElsewhereThatMoneyMayMove() async throws {
        let bench = try Bench(behaviour: SimulatedBehaviour(showsRequestIDInItems: false))
        _ = try await bench.client.initialize(locale: .en, body: PayTests.request)
        let payout = try Bench.two.get()
        _ = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        let other = try Bench.payout([("a", 11, "salary"), ("b", 20, "salary")])
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(other) }
        #expect(error?.money == .unknown)
        #expect(try await bench.payouts.status(of: payout.id).status == .initValue)
    }
}

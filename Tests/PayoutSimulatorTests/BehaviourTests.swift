import Foundation
import IyzicoMassPayoutAPI
import PayoutSimulator
import Testing

@Suite struct BehaviourTests {
    @Test(arguments: SimulatedBehaviour.RepeatedInitialize.allCases)
    func repeatedInitialize(behaviour: SimulatedBehaviour.RepeatedInitialize) async throws {
        let caller = Caller(try SimulatedIyzico(behaviour: SimulatedBehaviour(repeatedInitialize: behaviour)))
        let first = try await caller.initialize(Payroll.payout()).requestID
        let second = try await caller.initialize(Payroll.payout())
        switch behaviour {
        case .returnsSameRequestID: #expect(second.requestID == first)
        case .isRefused: #expect(second.status == "failure")
        case .makesSecondPayout: #expect(second.status == "success" && second.requestID != first)
        }
    }

    @Test(arguments: SimulatedBehaviour.RepeatedAuthorize.allCases, 0..<6)
    func repeatedAuthorize(behaviour: SimulatedBehaviour.RepeatedAuthorize, requestsBetween: Int) async throws {
        let caller = Caller(try SimulatedIyzico(behaviour: SimulatedBehaviour(repeatedAuthorize: behaviour)))
        let requestID = try await caller.initialize(Payroll.payout()).requestID
        _ = try await caller.authorize(requestID)
        for _ in 0..<requestsBetween {
            _ = try await caller.retrieve(requestID)
        }
        let second = try await caller.authorize(requestID)
        #expect(second.status == (behaviour == .isRefused ? "failure" : "success"))
        let (paid, balance): ([String], Decimal) =
            behaviour == .paysAgain ? (["a", "b", "a", "b"], 999_700) : (["a", "b"], 999_850)
        #expect(caller.simulator.payments.map(\.itemExternalID) == paid)
        #expect(caller.simulator.payments.map(\.number) == Array(1...caller.simulator.payments.count))
        #expect(caller.simulator.balance == balance)
    }

    @Test(arguments: [
        (SimulatedBehaviour.NotFound.failureWithStatus200, 200, "failure"), (.failureWithStatus4xx, 404, "failure"),
        (.successWithoutPayout, 200, "success"),
    ])
    func saysThatNothingIsThere(behaviour: SimulatedBehaviour.NotFound, httpStatus: Int, status: String) async throws {
        let caller = Caller(try SimulatedIyzico(behaviour: SimulatedBehaviour(notFound: behaviour)))
        for answer in [try await caller.retrieve(externalID: "x"), try await caller.getItem("SIM-1.0")] {
            #expect(answer.httpStatus == httpStatus)
            #expect(answer.status == status)
            #expect(try answer.payoutStatus == nil)
        }
        #expect(try await caller.authorize("SIM-1").status == "failure")
    }

    @Test(arguments: [(SimulatedBehaviour.ExternalIDLookup.first, "INIT"), (.last, "CANCELED")])
    func findsOneOfTwoPayouts(lookup: SimulatedBehaviour.ExternalIDLookup, status: String) async throws {
        let behaviour = SimulatedBehaviour(
            repeatedInitialize: .makesSecondPayout, repeatedExternalIDLookup: lookup)
        let caller = Caller(try SimulatedIyzico(behaviour: behaviour))
        _ = try await caller.initialize(Payroll.payout())
        let second = try await caller.initialize(Payroll.payout()).requestID
        _ = try await caller.cancel(second)
        #expect(try await caller.retrieve(externalID: "november").payoutStatus == status)
    }

    @Test func findsByBothIDsOnlyWhatHasBoth() async throws {
        let caller = Caller(try SimulatedIyzico())
        let requestID = try await caller.initialize(Payroll.payout()).requestID
        for (externalID, status) in [("november", "success"), ("december", "failure")] {
            let body = #"{"requestId":"\#(requestID)","externalMassPayoutId":"\#(externalID)","page":0,"size":1}"#
            #expect(try await caller.call("retrieve", Array(body.utf8)).status == status)
        }
    }

    @Test(arguments: [
        (SimulatedBehaviour.MixedEnd.staysPublishedToQueue, "PUBLISHED_TO_QUEUE"), (.isCompleted, "COMPLETED"),
        (.isFail, "FAIL"),
    ])
    func endsAMixedPayout(behaviour: SimulatedBehaviour.MixedEnd, status: String) async throws {
        let simulator = try SimulatedIyzico(
            behaviour: SimulatedBehaviour(mixedEnd: behaviour), outcomes: .byDescription)
        let caller = Caller(simulator)
        let items = [Payroll.item("a"), Payroll.item("b", 5, "[failed]")]
        let requestID = try await caller.initialize(Payroll.payout("p", items)).requestID
        _ = try await caller.authorize(requestID)
        for _ in 0..<4 {
            _ = try await caller.getBalance()
        }
        #expect(try await caller.retrieve(requestID).payoutStatus == status)
    }

    @Test(arguments: SimulatedBehaviour.PageFields.allCases)
    func numbersPagesFromZero(behaviour: SimulatedBehaviour.PageFields) async throws {
        let caller = Caller(try SimulatedIyzico(behaviour: SimulatedBehaviour(pageFields: behaviour)))
        let items = (0..<5).map { Payroll.item("\($0)") }
        let requestID = try await caller.initialize(Payroll.payout("p", items)).requestID
        var pages: [[String?]] = []
        for page in [0, 1, 2, 3, Int.max] {
            let answer = try await caller.retrieve(requestID, page: page, size: 2)
            let page = try answer.read(MassPayoutRetrieveResponse.self)
            pages.append((page.massPayoutItems?.items ?? []).map(\.itemExternalId))
            let beside = behaviour == .besideItems
            #expect([page.total, page.massPayoutItems?.total] == (beside ? [5, nil] : [nil, 5]))
            #expect([page.size, page.massPayoutItems?.size] == (beside ? [2, nil] : [nil, 2]))
        }
        #expect(pages == [["0", "1"], ["2", "3"], ["4"], [], []])
    }

    @Test(arguments: [true, false])
    func showsTheRequestIDInItems(isShown: Bool) async throws {
        let caller = Caller(try SimulatedIyzico(behaviour: SimulatedBehaviour(showsRequestIDInItems: isShown)))
        let requestID = try await caller.initialize(Payroll.payout()).requestID
        let item = try await caller.getItem("\(requestID).1").read(MassPayoutItemRetrieveResponse.self).item
        #expect(item?.itemExternalId == "b")
        #expect(item?.massPayoutRequestId == (isShown ? requestID : nil))
        #expect(item?.recipientInfo == "planted-b")
    }

    @Test func everyCombinationThatMattersToMoneyIsThereOnce() {
        #expect(SimulatedBehaviour.all.count == 36)
        #expect(Set(SimulatedBehaviour.all).count == 36)
    }
}

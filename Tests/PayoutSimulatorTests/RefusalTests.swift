import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import Testing

@Suite struct RefusalTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let code: String
        let path: String
        let body: String?
        var method = HTTPMethod.post

        init(_ name: String, _ code: String, _ path: String, _ body: String?, method: HTTPMethod = .post) {
            testDescription = name
            self.code = code
            self.path = path
            self.body = body
            self.method = method
        }
    }

    private static let item = """
        {"itemExternalId":"a","recipientType":"MEMBER_ID","recipientInfo":"m","description":"d",\
        "amount":{"value":1,"currency":"TRY"}}
        """

    @Test(arguments: [
        Case("no externalId", "11", "init", #"{"conversationId":"c","items":[\#(item)]}"#),
        Case("empty externalId", "24", "init", #"{"externalId":"","conversationId":"c","items":[\#(item)]}"#),
        Case("empty conversationId", "24", "init", #"{"externalId":"e","conversationId":"","items":[\#(item)]}"#),
        Case("no items", "24", "init", #"{"externalId":"e","conversationId":"c","items":[]}"#),
        Case("no JSON", "11", "init", "planted"),
        Case("no body", "11", "init", nil),
        Case("no requestId", "11", "auth", "{}"),
        Case("empty requestId", "24", "auth", #"{"requestId":""}"#),
        Case("authorize of an unknown payout", "11", "auth", #"{"requestId":"SIM-7"}"#),
        Case("cancel of an unknown payout", "11", "cancel/SIM-7", nil),
        Case("retrieve of an unknown payout", "11", "retrieve", #"{"requestId":"SIM-7","page":0,"size":1}"#),
        Case("retrieve without an id", "24", "retrieve", #"{"page":0,"size":1}"#),
        Case("retrieve without page", "11", "retrieve", #"{"requestId":"SIM-7","size":1}"#),
        Case("negative page", "11", "retrieve", #"{"requestId":"SIM-7","page":-1,"size":1}"#),
        Case("size of nothing", "11", "retrieve", #"{"requestId":"SIM-7","page":0,"size":0}"#),
        Case("unknown itemType", "11", "retrieve", #"{"requestId":"SIM-7","page":0,"size":1,"itemType":"X"}"#),
        Case("unknown item", "11", "retrieve/items/SIM-7.0", nil, method: .get),
        Case("malformed reference code", "11", "retrieve/items/x", nil, method: .get),
        Case("unknown locale", "11", "balance?locale=fr", nil, method: .get),
        Case("no locale", "11", "balance?", nil, method: .get),
    ])
    func refusesInTheEnvelope(refusal: Case) async throws {
        for (notFound, statuses) in [(.failureWithStatus200, [200]), (.failureWithStatus4xx, [400, 404])]
            as [(SimulatedBehaviour.NotFound, [Int])]
        {
            let simulator = try SimulatedIyzico(behaviour: SimulatedBehaviour(notFound: notFound))
            let body = refusal.body.map { Array($0.utf8) }
            let answer = try await Caller(simulator).call(refusal.path, body, method: refusal.method)
            #expect(answer.status == "failure")
            #expect(answer.errorCode == refusal.code)
            #expect(statuses.contains(answer.httpStatus ?? 0))
            #expect(simulator.payments.isEmpty)
        }
    }

    @Test(arguments: [("nowhere", HTTPMethod.post, 404), ("init", .get, 405), ("balance", .post, 405)])
    func answersUnknownPathsAsAnyServer(path: String, method: HTTPMethod, status: Int) async throws {
        let answer = try await Caller(try SimulatedIyzico()).call(path, nil, method: method)
        #expect(answer.httpStatus == status)
        #expect(answer.status == "failure")
    }

    @Test func cancelsOnlyWhatIsInInit() async throws {
        let caller = Caller(try SimulatedIyzico())
        let canceled = try await caller.initialize(Payroll.payout("canceled")).requestID
        #expect(try await caller.cancel(canceled).status == "success")
        #expect(try await caller.retrieve(canceled).payoutStatus == "CANCELED")
        #expect(try await caller.retrieve(canceled).itemStatuses == ["MASS_PAYOUT_CANCELED", "MASS_PAYOUT_CANCELED"])
        #expect(try await caller.cancel(canceled).status == "failure")
        #expect(try await caller.authorize(canceled).status == "failure")
        let authorized = try await caller.initialize(Payroll.payout("authorized")).requestID
        _ = try await caller.authorize(authorized)
        for _ in 0..<6 {
            #expect(try await caller.cancel(authorized).status == "failure")
        }
        #expect(try await caller.retrieve(authorized).payoutStatus == "COMPLETED")
        #expect(caller.simulator.payments.map(\.externalID) == ["authorized", "authorized"])
    }

    @Test func storesValidItemsAndListsTheOthers() async throws {
        var items = [Payroll.item("good"), Payroll.item("zero", 0), Payroll.item("dollars", 5, currency: "USD")]
        items += [Payroll.item("marked", 5, "[invalid]"), Payroll.item("good", 5), Payroll.item("silent", 5, "")]
        var nameless = Payroll.item("nameless")
        nameless.recipientType = .iban
        nameless.recipientName = nil
        let caller = Caller(try SimulatedIyzico(outcomes: .byDescription))
        let answer = try await caller.initialize(Payroll.payout("p", items + [nameless]))
        let invalid = try answer.read(MassPayoutInitializeResponse.self).invalidItems ?? []
        #expect(answer.status == "success")
        #expect(invalid.map(\.externalId) == ["zero", "dollars", "marked", "good", "silent", "nameless"])
        let valid = try await caller.retrieve(answer.requestID, .valid)
        #expect(try valid.itemStatuses == ["INIT"])
        #expect(try valid.read(MassPayoutRetrieveResponse.self).total == 1)
        #expect(try await caller.retrieve(answer.requestID, .invalid).itemStatuses.count == 6)
        #expect(try await caller.retrieve(answer.requestID).itemStatuses.count == 7)
        _ = try await caller.authorize(answer.requestID)
        #expect(caller.simulator.payments.map(\.amount) == [100])
    }

    @Test func refusesAPayoutWithoutAValidItemButNamesThem() async throws {
        let caller = Caller(try SimulatedIyzico(behaviour: SimulatedBehaviour(notFound: .failureWithStatus4xx)))
        let answer = try await caller.initialize(Payroll.payout("p", [Payroll.item("zero", 0)]))
        #expect(answer.httpStatus == 400)
        #expect(try answer.read(MassPayoutInitializeResponse.self).invalidItems?.map(\.externalId) == ["zero"])
        #expect(try await caller.retrieve(externalID: "p").status == "failure")
    }

    @Test func takesNothingFromABalanceThatIsTooSmall() async throws {
        let caller = Caller(try SimulatedIyzico(balance: 149))
        let requestID = try await caller.initialize(Payroll.payout()).requestID
        #expect(try await caller.authorize(requestID).status == "success")
        #expect(try await caller.retrieve(requestID).payoutStatus == "INSUFFICIENT_BALANCE")
        #expect(caller.simulator.payments.isEmpty)
        #expect(caller.simulator.balance == 149)
    }
}

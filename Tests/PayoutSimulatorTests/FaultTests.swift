import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import Testing

@Suite struct FaultTests {
    enum Sight: Sendable { case success, failure, page, dropped, truncated, nothing }

    struct Case: CustomTestStringConvertible, Sendable {
        let fault: Fault
        let sight: Sight
        let httpStatus: Int?
        /// How many payments there are after the request, and after the late ones.
        let payments: (now: Int, later: Int)

        var testDescription: String { "\(fault)" }

        init(_ fault: Fault, _ sight: Sight, _ httpStatus: Int?, _ now: Int, _ later: Int? = nil) {
            self.fault = fault
            self.sight = sight
            self.httpStatus = httpStatus
            payments = (now, later ?? now)
        }
    }

    private static func sight(_ answer: Answer) -> Sight {
        switch answer.delivery {
        case .answer: answer.status == nil ? .page : answer.status == "success" ? .success : .failure
        case .dropped: .dropped
        case .truncated: .truncated
        case .tooLate: .nothing
        }
    }

    @Test(arguments: [
        Case(.dropBeforeReading, .dropped, nil, 0), Case(.dropAfterCarryingOut, .dropped, nil, 2),
        Case(.truncatedAnswer, .truncated, nil, 2), Case(.garbageAnswer, .page, 200, 2),
        Case(.tooManyRequests(retryAfter: 7), .failure, 429, 0),
        Case(.serverError(status: 500, carriedOut: true, hasEnvelope: true), .failure, 500, 2),
        Case(.serverError(status: 503, carriedOut: false, hasEnvelope: true), .failure, 503, 0),
        Case(.serverError(status: 502, carriedOut: true), .page, 502, 2),
        Case(.serverError(status: 504, carriedOut: false), .page, 504, 0),
        Case(.slow, .nothing, nil, 2), Case(.duplicatedDelivery, .success, 200, 4),
        Case(.lateDelivery(after: 2), .nothing, nil, 0, 2), Case(.staleRead(age: 2), .success, 200, 2),
    ])
    func authorizeMeetsAFault(fault: Case) async throws {
        let simulator = try SimulatedIyzico(
            behaviour: SimulatedBehaviour(repeatedAuthorize: .paysAgain), faults: [1: fault.fault])
        let caller = Caller(simulator)
        let requestID = try await caller.initialize(Payroll.payout()).requestID
        let answer = try await caller.authorize(requestID)
        #expect(Self.sight(answer) == fault.sight)
        #expect(answer.httpStatus == fault.httpStatus)
        #expect(simulator.payments.count == fault.payments.now)
        await simulator.deliverLateRequests()
        #expect(simulator.payments.count == fault.payments.later)
        await simulator.deliverLateRequests()
        #expect(simulator.payments.count == fault.payments.later)
    }

    @Test func retryAfterIsInSeconds() async throws {
        let caller = Caller(try SimulatedIyzico(faults: [0: .tooManyRequests(retryAfter: 7)]))
        let answer = try await caller.getBalance()
        #expect(answer.response?.fields["Retry-After"] == "7")
        #expect(answer.errorCode == "50000")
    }

    @Test(arguments: 1...3)
    func aLateRequestIsCarriedOutAfterThatManyOthers(after: Int) async throws {
        let simulator = try SimulatedIyzico(faults: [1: .lateDelivery(after: after)])
        let caller = Caller(simulator)
        let requestID = try await caller.initialize(Payroll.payout()).requestID
        _ = try await caller.authorize(requestID)
        for _ in 0..<after {
            #expect(simulator.payments.isEmpty)
            #expect(try await caller.retrieve(requestID).payoutStatus == "INIT")
        }
        #expect(simulator.payments.count == 2)
        #expect(try await caller.retrieve(requestID).payoutStatus == "IN_PROGRESS")
    }

    @Test(arguments: [(1, "PUBLISHED_TO_QUEUE"), (2, "IN_PROGRESS"), (3, "INIT")])
    func aStaleReadIsThatManyChangesBehind(age: Int, status: String) async throws {
        let caller = Caller(try SimulatedIyzico(faults: [4: .staleRead(age: age)]))
        let requestID = try await caller.initialize(Payroll.payout()).requestID
        _ = try await caller.authorize(requestID)
        #expect(try await caller.retrieve(requestID).payoutStatus == "IN_PROGRESS")
        #expect(try await caller.retrieve(requestID).payoutStatus == "PUBLISHED_TO_QUEUE")
        let stale = try await caller.retrieve(requestID)
        #expect(try stale.payoutStatus == status)
        #expect(try stale.itemStatuses[0] == ["QUEUED", "PROCESSING", "INIT"][age - 1])
        #expect(try await caller.retrieve(requestID).payoutStatus == "COMPLETED")
    }

    @Test func aStaleReadDoesNotSeeAYoungerPayout() async throws {
        let caller = Caller(try SimulatedIyzico(faults: [1: .staleRead(age: 1), 2: .staleRead(age: 1)]))
        let requestID = try await caller.initialize(Payroll.payout()).requestID
        #expect(try await caller.retrieve(requestID).status == "failure")
        #expect(try await caller.retrieve(externalID: "november").status == "failure")
        #expect(try await caller.retrieve(requestID).status == "success")
    }

    @Test(arguments: [(1, 1_000), (2, 1_000), (3, 1_000)] as [(Int, Decimal)])
    func aStaleBalanceIsAnEarlierOne(age: Int, balance: Decimal) async throws {
        let caller = Caller(try SimulatedIyzico(balance: 1_000, faults: [2: .staleRead(age: age)]))
        _ = try await caller.authorize(try await caller.initialize(Payroll.payout()).requestID)
        #expect(try await caller.getBalance().read(MassPayoutBalanceResponse.self).balance == balance)
        #expect(try await caller.getBalance().read(MassPayoutBalanceResponse.self).balance == 850)
    }

    @Test func faultsCanBeAimedAtACallOfAnOperation() async throws {
        let faults = FaultScript().with(.dropBeforeReading, at: .retrieve, number: 1)
        let simulator = try SimulatedIyzico(faults: faults)
        let caller = Caller(simulator)
        let requestID = try await caller.initialize(Payroll.payout()).requestID
        #expect(try await caller.retrieve(requestID).delivery != .dropped)
        #expect(try await caller.getBalance().delivery != .dropped)
        #expect(try await caller.retrieve(requestID).delivery == .dropped)
        #expect(simulator.operations == [.initialize, .retrieve, .getBalance, .retrieve])
        #expect(simulator.requestCount == 4)
    }

    @Test func onlyADuplicatedAuthorizeThatPaysAgainCannotBeSurvived() {
        let paysAgain = SimulatedBehaviour(repeatedAuthorize: .paysAgain)
        let duplicated: FaultScript = [1: .duplicatedDelivery]
        #expect(duplicated.isSurvivable(with: SimulatedBehaviour()))
        #expect(!duplicated.isSurvivable(with: paysAgain))
        #expect(duplicated.isSurvivable(with: paysAgain, operations: [.authorize, .initialize]))
        #expect(!duplicated.isSurvivable(with: paysAgain, operations: [.initialize, .authorize]))
        #expect(duplicated.isSurvivable(with: paysAgain, operations: [.initialize]))
        #expect(FaultScript([1: .lateDelivery(after: 1)]).isSurvivable(with: paysAgain))
        let aimed = FaultScript().with(.duplicatedDelivery, at: .authorize)
        #expect(!aimed.isSurvivable(with: paysAgain, operations: []))
        #expect(FaultScript().with(.duplicatedDelivery, at: .cancel).isSurvivable(with: paysAgain, operations: []))
    }

    @Test(arguments: [
        (Fault.dropBeforeReading, TransportError.Kind.interrupted), (.dropAfterCarryingOut, .interrupted),
        (.truncatedAnswer, .interrupted), (.slow, .deadline), (.lateDelivery(after: 1), .deadline),
    ])
    func theTransportThrowsWhatAConnectionWould(fault: Fault, kind: TransportError.Kind) async throws {
        let transport = SimulatorTransport(try SimulatedIyzico(faults: [0: fault]))
        let request = try Caller.request("balance", nil, method: .get)
        let error = await #expect(throws: TransportError.self) {
            try await transport.send(request, timeout: .seconds(1))
        }
        #expect(error?.kind == kind)
        #expect(try await transport.send(request, timeout: .seconds(1)).status == 200)
    }
}

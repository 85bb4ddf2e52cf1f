import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import Testing

@Suite struct StateWalkTests {
    @Test(arguments: [
        (["salary", "salary"], "COMPLETED", ["SUCCESS", "SUCCESS"]),
        (["[failed]", "[returned]", "[return failed]"], "FAIL", ["FAILED", "DEPOSIT_SUCCESS", "DEPOSIT_FAIL"]),
        (["salary", "[failed]", "[invalid]"], "PUBLISHED_TO_QUEUE", ["SUCCESS", "FAILED", "INVALID"]),
    ])
    func walksAStepWithEveryRequest(descriptions: [String], end: String, itemEnds: [String]) async throws {
        let caller = Caller(try SimulatedIyzico(outcomes: .byDescription))
        let items = descriptions.enumerated().map { Payroll.item("\($0)", 10, $1) }
        let requestID = try await caller.initialize(Payroll.payout("p", items)).requestID
        #expect(try await caller.retrieve(requestID).payoutStatus == "INIT")
        #expect(try await caller.authorize(requestID).status == "success")
        var seen: [String?] = []
        var seenItems: [[String]] = []
        for _ in 0..<5 {
            let answer = try await caller.retrieve(requestID)
            seen.append(try answer.payoutStatus)
            seenItems.append(try answer.itemStatuses)
        }
        #expect(seen == ["IN_PROGRESS", "PUBLISHED_TO_QUEUE", "PUBLISHED_TO_QUEUE", end, end])
        #expect(seenItems.last == itemEnds)
        #expect(seenItems.map { $0[0] }.prefix(2) == ["PROCESSING", "QUEUED"])
    }
}

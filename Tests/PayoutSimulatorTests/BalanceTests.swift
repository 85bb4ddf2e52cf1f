import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import Testing

@Suite struct BalanceTests {
    @Test func givesBackAmountAndCommissionOfReturnedItems() async throws {
        let simulator = try SimulatedIyzico(balance: 1_000, outcomes: .byDescription, commission: 2)
        let caller = Caller(simulator)
        let items = [
            Payroll.item("paid", 100), Payroll.item("failed", 10, "[failed]"), Payroll.item("back", 20, "[returned]"),
            Payroll.item("lost", 30, "[return failed]"), Payroll.item("invalid", 500, "[invalid]"),
        ]
        let requestID = try await caller.initialize(Payroll.payout("p", items)).requestID
        #expect(simulator.balance == 1_000)
        _ = try await caller.authorize(requestID)
        #expect(simulator.balance == 832)
        for _ in 0..<4 {
            _ = try await caller.retrieve(requestID)
        }
        #expect(simulator.balance == 854)
        #expect(try await caller.getBalance().read(MassPayoutBalanceResponse.self).balance == 854)
        let summary = try await caller.retrieve(requestID).read(MassPayoutRetrieveResponse.self).massPayout
        #expect(summary?.totalAmount == 160)
        #expect(summary?.totalSuccessfulAmount == 100)
        #expect(summary?.totalCommissionAmount == 8)
    }

    @Test func writesEightDecimalsWhereItIsToldTo() async throws {
        let simulator = try SimulatedIyzico(balance: 20.5, behaviour: SimulatedBehaviour(writesEightDecimals: true))
        let body = try await Caller(simulator).getBalance().response?.body ?? []
        #expect(String(decoding: body, as: UTF8.self).contains(#""balance":20.50000000"#))
    }
}

import Foundation
import JuspayPayout
import JuspayPayoutAPI
import KurusRuntime
import Testing

@Suite struct JuspayBalancesTests {
    private let clock = ManualClock()

    private static func accounts(_ text: String) -> AccountBalances {
        ["YESBIZ_UPI": AccountBalance(balance: Decimal(string: text))]
    }

    @Test func keepsTheAnswerForHalfAnHour() async throws {
        let operations = ScriptedOperations(.success(Self.accounts("1111.44")), .success(Self.accounts("2")))
        let balances = JuspayBalances(operations, clock: clock)
        #expect(await balances.kept == nil)
        #expect(try await balances.balances() == KeptBalances(accounts: Self.accounts("1111.44"), age: .zero))
        clock.advance(by: .seconds(1799))
        #expect(try await balances.balances().age == .seconds(1799))
        #expect(operations.calls == 1)
        clock.advance(by: .seconds(1))
        let next = try await balances.balances()
        #expect(next["YESBIZ_UPI"] == 2)
        #expect(next.age == .zero)
        #expect(operations.calls == 2)
    }

    @Test func lifetimeIsTheCallers() async throws {
        let operations = ScriptedOperations(.success([:]), .success([:]))
        let balances = JuspayBalances(operations, lifetime: .seconds(10), clock: clock)
        _ = try await balances.balances()
        clock.advance(by: .seconds(10))
        _ = try await balances.balances()
        #expect(operations.calls == 2)
    }

    @Test func refreshesOnDemand() async throws {
        let operations = ScriptedOperations(.success(Self.accounts("1")), .success(Self.accounts("2")))
        let balances = JuspayBalances(operations, clock: clock)
        _ = try await balances.balances()
        #expect(try await balances.refresh()["YESBIZ_UPI"] == 2)
        #expect(try await balances.balances()["YESBIZ_UPI"] == 2)
        #expect(operations.calls == 2)
    }

    @Test func errorsDoNotDropTheKeptAnswer() async throws {
        let refusal = APIError.refused(Refusal(status: 401))
        let operations = ScriptedOperations(
            .success(Self.accounts("1")), .failure(refusal), .success(Self.accounts("3")))
        let balances = JuspayBalances(operations, clock: clock)
        _ = try await balances.balances()
        clock.advance(by: .seconds(3600))
        await #expect(throws: refusal) { try await balances.balances() }
        #expect(await balances.kept == KeptBalances(accounts: Self.accounts("1"), age: .seconds(3600)))
        #expect(try await balances.balances()["YESBIZ_UPI"] == 3)
    }

    @Test func concurrentCallersShareOneRequest() async throws {
        let operations = ScriptedOperations(.success(Self.accounts("1")))
        let balances = JuspayBalances(operations, clock: clock)
        _ = try await balances.balances()
        clock.advance(by: .seconds(3600))
        let mark = clock.readCount
        let callers = (0..<3).map { _ in Task { try await balances.balances() } }
        // Each caller reads the clock when it looks at the kept answer, and joins the request in the same step; the
        // first reads it once more, when it asks.
        await clock.reads(4, since: mark)
        operations.answer(.success(Self.accounts("2")))
        for caller in callers { #expect(try await caller.value["YESBIZ_UPI"] == 2) }
        #expect(operations.calls == 2)
    }

    @Test func aCancelledCallerTakesNothingFromTheOthers() async throws {
        let operations = ScriptedOperations(.success(Self.accounts("1")))
        let balances = JuspayBalances(operations, clock: clock)
        _ = try await balances.balances()
        clock.advance(by: .seconds(3600))
        let mark = clock.readCount
        let callers = (0..<2).map { _ in Task { try await balances.balances() } }
        await clock.reads(3, since: mark)
        callers[0].cancel()
        operations.answer(.success(Self.accounts("2")))
        #expect(try await callers[1].value["YESBIZ_UPI"] == 2)
        #expect(operations.calls == 2)
    }

    @Test func ageIsCountedFromAsking() async throws {
        let operations = ScriptedOperations()
        let balances = JuspayBalances(operations, clock: clock)
        let mark = clock.readCount
        let caller = Task { try await balances.balances() }
        await clock.reads(1, since: mark)
        clock.advance(by: .seconds(20))
        operations.answer(.success([:]))
        #expect(try await caller.value.age == .seconds(20))
    }
}

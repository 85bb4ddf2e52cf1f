import Foundation
import IyzicoMassPayout
import KurusRuntime
import PayoutSimulator
import Testing

/// Orders that the journal knows, or whose items it knows.
@Suite struct RecordTests {
    private func recordingFailure(
        _ payouts: MassPayouts, _ plan: PayoutPlan, allowing allowed: Set<String> = []
    ) async -> PayoutError? {
        do throws(PayoutError) {
            try await payouts.record(plan, allowRepeatOf: allowed)
            return nil
        } catch {
            return error
        }
    }

    @Test func showsHowAnotherOrderOfTheSameIDDiffers() async throws {
        let bench = try Bench()
        _ = try await bench.payouts.pay(Bench.two.get())
        let other = try MassPayout(
            id: "2026-11",
            items: [
                PayoutItem(
                    id: "b", recipient: .memberID("somebody else"), amount: Money(21, .tryLira), description: "salary"),
                PayoutItem(id: "c", recipient: .memberID("member of c"), amount: Money(1, .tryLira), description: "x"),
            ])
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(other) }
        #expect(
            error?.kind
                == .differentOrder([
                    .amount(itemID: "b", recorded: 20, given: 21), .recipient(itemID: "b"), .added(itemID: "c"),
                    .missing(itemID: "a"),
                ]))
        #expect(bench.simulator.payments.count == 2)
    }

    @Test func noticesADescriptionAndAnOrderOfItems() async throws {
        let bench = try Bench()
        try await bench.payouts.record(PayoutPlan(Bench.two.get()))
        let described = try Bench.payout([("a", 10, "salary"), ("b", 20, "bonus")])
        let turned = try Bench.payout([("b", 20, "salary"), ("a", 10, "salary")])
        for other in [described, turned] {
            #expect(
                await recordingFailure(bench.payouts, PayoutPlan(other))?.kind
                    == .differentOrder([.other(payoutID: "2026-11")]))
        }
        #expect(await recordingFailure(bench.payouts, PayoutPlan(try Bench.two.get())) == nil)
        #expect(bench.journal.orders(after: 0, limit: 9).count == 1)
    }

    @Test func keepsItemsThatArePaidOrOpenOutOfOtherOrders() async throws {
        let bench = try Bench()
        let first = try Bench.payout([("paid", 1, "x"), ("failed", 2, "[failed]"), ("refunded", 3, "[returned]")])
        _ = try await bench.payouts.pay(first)
        _ = try await bench.payouts.resume(first.id)
        try await bench.payouts.record(PayoutPlan(Bench.payout([("open", 4, "x")], id: "second")))
        let third = PayoutPlan(
            try Bench.payout(
                [("paid", 1, "x"), ("failed", 2, "x"), ("refunded", 3, "x"), ("open", 4, "x")], id: "third"))
        let error = await recordingFailure(bench.payouts, third)
        #expect(error?.repeated == ["paid: 2026-11, paid", "failed: 2026-11, failed", "open: second, open"])
        let rest = await recordingFailure(bench.payouts, third, allowing: [first.id])
        #expect(rest?.repeated == ["open: second, open"])
        #expect(await recordingFailure(bench.payouts, third, allowing: [first.id, "second"]) == nil)
    }

    @Test func cutsAnOrderIntoPayouts() throws {
        let payout = try Bench.payout((1...5).map { ("item \($0)", $0, "salary") })
        let plan = try PayoutPlan(payout, itemsAPayout: 2)
        #expect(plan.id == payout.id)
        #expect(plan.payouts.map(\.id) == ["2026-11-1", "2026-11-2", "2026-11-3"])
        #expect(plan.payouts.flatMap(\.items) == payout.items)
        #expect(plan.payouts.map(\.items.count) == [2, 2, 1])
        #expect(try PayoutPlan(payout, itemsAPayout: 5).payouts == [payout])
    }

    @Test func paysThePartsOfAPlan() async throws {
        let bench = try Bench()
        let plan = try PayoutPlan(Bench.payout((1...5).map { ("item \($0)", $0, "salary") }), itemsAPayout: 2)
        try await bench.payouts.record(plan)
        for part in plan.payouts { #expect(try await bench.payouts.pay(part).isPaid) }
        #expect(bench.simulator.payments.count == 5)
        // Cut otherwise, the same order is another one.
        let other = try PayoutPlan(Bench.payout((1...5).map { ("item \($0)", $0, "salary") }), itemsAPayout: 3)
        #expect(await recordingFailure(bench.payouts, other)?.kind == .differentOrder([.division]))
    }

    @Test func paysManyOrdersAtOnce() async throws {
        let bench = try Bench()
        let payouts = bench.payouts
        let orders = try (1...20).map { try Bench.payout([("item \($0)", $0, "salary")], id: "order \($0)") }
        let paid = try await withThrowingTaskGroup(of: Bool.self) { group in
            for order in orders { group.addTask { try await payouts.pay(order).isPaid } }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(paid == 20)
        #expect(bench.simulator.payments.count == 20)
    }

    /// Neither who is paid nor a key is in the journal, and equal recipients look equal only under the same key.
    @Test func keepsNothingOfARecipient() async throws {
        let journal = MemoryJournal()
        let bench = try Bench(journal: journal)
        let payout = try MassPayout(
            id: "2026-11",
            items: [
                PayoutItem(
                    id: "a", recipient: .iban("TR320010009999901234567890", name: "Ayşe Yılmaz"),
                    amount: Money(1, .tryLira), description: "a description")
            ])
        _ = try await bench.payouts.pay(payout)
        let order = try #require(journal.order("2026-11"))
        let text = order.plan.payouts.map { String(decoding: JSONWriter.bytes(of: $0), as: UTF8.self) }.joined()
        for secret in ["TR32", "0010009999901234567890", "Ayşe", "Yılmaz", "description"] {
            #expect(!text.contains(secret))
        }
        let other = MemoryJournal(key: JournalKey([8]))
        try await MassPayouts(bench.operations, journal: other).record(PayoutPlan(payout))
        #expect(other.order("2026-11")?.plan != order.plan)
    }
}

extension PayoutError {
    /// The items that another order has, as `item: order, end`.
    var repeated: [String]? {
        guard case .repeats(let repeats) = kind else { return nil }
        return repeats.refused.map { "\($0.itemID): \($0.earlier.orderID), \($0.earlier.end.rawValue)" }
    }
}

import Foundation
import HTTPTestSupport
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import Testing

/// Nothing is authorized that is not exactly what was ordered.
@Suite struct VerifyTests {
    struct Tampering: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var change: @Sendable (inout MassPayoutRetrieveResponse) -> Void = { _ in }
        var summary: (@Sendable (MassPayoutSummary?) -> MassPayoutSummary?)?
        let mismatches: [PayoutMismatch]
    }

    static let tamperings: [Tampering] = [
        Tampering(
            testDescription: "a higher amount", change: { $0.massPayoutItems?.items?[0].totalAmount = 11 },
            mismatches: [.amount(itemID: "a", ordered: 10, found: 11)]),
        Tampering(
            testDescription: "no amount", change: { $0.massPayoutItems?.items?[0].totalAmount = nil },
            mismatches: [.amount(itemID: "a", ordered: 10, found: nil)]),
        Tampering(
            testDescription: "another currency", change: { $0.massPayoutItems?.items?[1].currencyCode = "USD" },
            mismatches: [.currency(itemID: "b", ordered: "TRY", found: "USD")]),
        Tampering(
            testDescription: "no currency", change: { $0.massPayoutItems?.items?[1].currencyCode = nil },
            summary: { changed($0) { $0.currency = nil } },
            mismatches: [.currency(itemID: "b", ordered: "TRY", found: nil)]),
        Tampering(
            testDescription: "another order's id", summary: { changed($0) { $0.externalId = "2026-10" } },
            mismatches: [.externalID]),
        Tampering(
            testDescription: "a missing item",
            change: {
                $0.massPayoutItems?.items?.removeFirst()
                $0.total = 1
            }, mismatches: [.missingItem("a")]),
        Tampering(
            testDescription: "an item too many", change: { addItem(to: &$0, id: "c") },
            mismatches: [.unexpectedItem("c")]),
        Tampering(
            testDescription: "an item twice", change: { addItem(to: &$0, id: "a") }, mismatches: [.repeatedItem("a")]),
    ]

    private static func changed(
        _ summary: MassPayoutSummary?, _ change: (inout MassPayoutSummary) -> Void
    ) -> MassPayoutSummary? {
        summary.map {
            var summary = $0
            change(&summary)
            return summary
        }
    }

    private static func addItem(to response: inout MassPayoutRetrieveResponse, id: String) {
        guard var item = response.massPayoutItems?.items?[0] else { return }
        item.itemExternalId = id
        item.referenceCode = "other"
        response.massPayoutItems?.items?.append(item)
        response.total = 3
    }

    @Test(arguments: tamperings)
    func refusesWhatWasNotOrdered(_ tampering: Tampering) async throws {
        let bench = try Bench(retrieval: { request, response in
            var response = response
            if response.massPayout == nil { return response }
            if request.itemType == .valid { tampering.change(&response) }
            // The last page's payout counts.
            if let summary = tampering.summary { response.massPayout = summary(response.massPayout) }
            return response
        })
        let payout = try Bench.two.get()
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        #expect(error?.kind == .mismatch(tampering.mismatches))
        #expect(error?.money == .nothing)
        #expect(bench.operations.writes == ["initialize"])
        // Not pinned, because a later answer of the provider may be right.
        #expect(bench.journal.payout(payout.id)?.state.pinned == nil)
    }

    @Test func acceptsAnotherCommission() async throws {
        let bench = try Bench(retrieval: { _, response in
            var response = response
            for index in response.massPayoutItems?.items?.indices ?? 0..<0 {
                response.massPayoutItems?.items?[index].commissionAmount = 3
            }
            return response
        })
        #expect(try await bench.payouts.pay(Bench.two.get()).isPaid)
    }

    /// Amounts come back with up to eight decimals.
    @Test func acceptsOtherSpellingsOfAnAmount() async throws {
        let bench = try Bench(behaviour: SimulatedBehaviour(pageFields: .insideItems, writesEightDecimals: true))
        #expect(try await bench.payouts.pay(Bench.two.get()).isPaid)
    }

    @Test func readsEveryPage() async throws {
        let items = (1...7).map { (id: "item \($0)", amount: $0, description: "salary") }
        let bench = try Bench()
        var settings = PayoutSettings()
        settings.pageSize = 2
        let payouts = MassPayouts(
            bench.operations, journal: bench.journal, settings: settings,
            clock: ManualClock(passesSleep: true))
        let report = try await payouts.pay(Bench.payout(items))
        #expect(report.items.map(\.id) == items.map(\.id))
        #expect(report.isPaid)
    }
}

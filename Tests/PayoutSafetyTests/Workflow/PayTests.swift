import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import Testing

@Suite struct PayTests {
    @Test func paysAndReportsEveryItem() async throws {
        let bench = try Bench()
        let report = try await bench.payouts.pay(Bench.two.get())
        #expect(report.isFinal && report.isPaid)
        #expect(report.status == .completed && report.currency == "TRY")
        #expect(report.items.map(\.id) == ["a", "b"])
        #expect(report.items.map(\.amount) == [10, 20])
        #expect(bench.operations.writes == ["initialize", "authorize"])
    }

    /// Every end that an item can come to, each reported as what it is.
    @Test func reportsEveryEnd() async throws {
        let bench = try Bench()
        let payout = try Bench.payout([
            ("paid", 1, "x"), ("failed", 2, "[failed]"), ("refunded", 3, "[returned]"),
            ("refundFailed", 4, "[return failed]"), ("refused", 5, "[invalid]"),
        ])
        var report = try await bench.payouts.pay(payout, invalidItems: .payTheRest)
        #expect(report.isFinal)
        for _ in 0..<3 { report = try await bench.payouts.status(of: payout.id) }
        #expect(report.items.map(\.end) == [.paid, .failed, .refunded, .refundFailed, .refused])
        #expect(!report.isPaid)
        #expect(report.items(that: .paid, .refused).map(\.id) == ["paid", "refused"])
    }

    @Test func callsWhatTheBalanceDoesNotCoverUnfunded() async throws {
        let bench = try Bench(balance: 5)
        let report = try await bench.payouts.pay(Bench.two.get())
        #expect(report.status == .insufficientBalance)
        #expect(report.items.map(\.end) == [.unfunded, .unfunded])
        #expect(bench.simulator.payments.isEmpty)
    }

    @Test func goesOnWithTheSameOrder() async throws {
        let bench = try Bench()
        _ = try await bench.payouts.pay(Bench.two.get())
        let again = try await bench.payouts.pay(Bench.two.get())
        #expect(again.isPaid)
        #expect(bench.operations.writes == ["initialize", "authorize"])
        #expect(bench.simulator.payments.count == 2)
    }

    @Test func reportsARefundThatCameLater() async throws {
        let bench = try Bench()
        let payout = try Bench.payout([("a", 10, "[returned]")])
        var report = try await bench.payouts.pay(payout)
        while report.items[0].end == .failed { report = try await bench.payouts.status(of: payout.id) }
        #expect(report.items.map(\.end) == [.refunded])
        #expect(try await bench.payouts.resume(payout.id).items.map(\.end) == [.refunded])
        #expect(bench.journal.payout(payout.id)?.state.end(of: "a") == .refunded)
    }

    // MARK: Started elsewhere

    @Test func neverTouchesWhatIsStartedElsewhere() async throws {
        let bench = try Bench()
        _ = try await bench.client.initialize(locale: .en, body: Self.request)
        let payout = try Bench.two.get()
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        #expect(error?.kind == .startedElsewhere(initializations: 0) && error?.money == .unknown)
        #expect(bench.operations.writes.isEmpty)
    }

    @Test func followsWhatIsAuthorizedElsewhere() async throws {
        let bench = try Bench()
        let started = try await bench.client.initialize(locale: .en, body: Self.request)
        _ = try await bench.client.authorize(
            locale: .en, body: MassPayoutAuthRequest(requestId: #require(started.requestId)))
        let report = try await bench.payouts.pay(Bench.two.get())
        #expect(report.isPaid)
        #expect(bench.operations.writes.isEmpty)
        #expect(try await bench.payouts.resume("2026-11").isPaid)
        #expect(bench.operations.writes.isEmpty)
        #expect(bench.simulator.payments.count == 2)
    }

    static let request = MassPayoutInitializeRequest(
        externalId: "2026-11", conversationId: "2026-11",
        items: [("a", 10), ("b", 20)].map { id, amount in
            MassPayoutItem(
                itemExternalId: id, recipientType: .memberId, recipientInfo: "member of \(id)",
                amount: Amount(value: Decimal(amount), currency: "TRY"), description: "salary")
        })

    /// Failures that say nothing about whether the payout is there.
    @Test(arguments: [
        (200, "1000"), (200, "1001"), (401, "1007"), (200, "1009"), (400, "50000"), (500, "11"), (503, "11"),
        (401, "11"), (403, "11"), (408, "11"), (429, "11"),
    ])
    func startsNothingWhereReadingFails(status: Int, code: String) async throws {
        let body = #"{"status":"failure","errorCode":"\#(code)"}"#
        let refusal = APIError.refused(Refusal(status: status, body: Array(body.utf8)))
        let bench = try Bench(failures: ["retrieve": [refusal]])
        let payout = try Bench.two.get()
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        #expect(error?.kind == .notInitialized(.api(refusal)) && error?.money == .nothing)
        #expect(bench.operations.calls == ["retrieve"])
    }

    // MARK: Refused items

    @Test func paysNobodyWhereAnItemIsRefused() async throws {
        let bench = try Bench()
        let payout = try Bench.oneInvalid.get()
        let error = await failure { () async throws(PayoutError) in try await bench.payouts.pay(payout) }
        guard case .itemsRefused(let items, isCanceled: true)? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(items.map(\.itemID) == ["b"])
        #expect(error?.money == .nothing)
        #expect(bench.operations.writes == ["initialize", "cancel"])
        let report = try await bench.payouts.resume(payout.id)
        #expect(report.items.map(\.end) == [.canceled, .refused])
        #expect(bench.simulator.payments.isEmpty)
    }

    @Test func paysTheRestOnRequest() async throws {
        let bench = try Bench()
        let report = try await bench.payouts.pay(Bench.oneInvalid.get(), invalidItems: .payTheRest)
        #expect(report.items.map(\.end) == [.paid, .refused])
        #expect(bench.simulator.payments.map(\.itemExternalID) == ["a"])
    }

    @Test func stopsWhereNothingIsLeftToPay() async throws {
        let bench = try Bench()
        let payout = try Bench.payout([("a", 10, "[invalid]")])
        let error = await failure { () async throws(PayoutError) in
            try await bench.payouts.pay(payout, invalidItems: .payTheRest)
        }
        #expect(!bench.operations.calls.contains("authorize"))
        #expect(error?.money == .nothing)
    }
}

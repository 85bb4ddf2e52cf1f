import HTTPTestSupport
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import Testing

@Suite struct WaitTests {
    private func payouts(_ operations: PagedOperations) -> MassPayouts {
        MassPayouts(operations, journal: MemoryJournal(), clock: ManualClock(passesSleep: true))
    }

    /// Two pages a reading: the items and, none, the refused ones.
    private static func answers(
        _ readings: [(status: MassPayoutSummary.MassPayoutStatus, item: MassPayoutItemDetail.ItemStatus)]
    ) -> PagedOperations {
        PagedOperations { call, number in
            let reading = readings[min(number / 2, readings.count - 1)]
            return .page(call.type == "VALID" ? ["a"] : [], status: reading.status, item: reading.item)
        }
    }

    @Test(
        arguments: [
            (.completed, .success, .paid), (.fail, .failed, .failed), (.insufficientBalance, .initValue, .unfunded),
            (.canceled, .initValue, .canceled), (.canceled, .massPayoutCanceled, .canceled),
            (.fail, .initValue, .failed),
            // A mixed end has no status of its own: the items tell.
            (.publishedToQueue, .depositSuccess, .refunded), (.inProgress, .depositFail, .refundFailed),
            (.inProgress, .failed, .failed), (.success, .success, .paid), (.unrecognized("NEW"), .invalid, .refused),
        ] as [(MassPayoutSummary.MassPayoutStatus, MassPayoutItemDetail.ItemStatus, ItemEnd)])
    func knowsEveryEnd(
        _ status: MassPayoutSummary.MassPayoutStatus, _ item: MassPayoutItemDetail.ItemStatus, _ end: ItemEnd
    ) async throws {
        let operations = Self.answers([(.inProgress, .queued), (status, item)])
        let report = try await payouts(operations).waitUntilFinal(.requestID("r"), deadline: .seconds(60))
        #expect(report.isFinal)
        #expect(report.items.map(\.end) == [end])
        #expect(report.requestID == "r" && report.id == "p")
    }

    @Test(
        arguments: [
            (.initValue, .initValue), (.inProgress, .processing), (.publishedToQueue, .queued),
            (.iyzicoInsufficientBalance, .processing), (.success, .unrecognized("NEW")),
        ] as [(MassPayoutSummary.MassPayoutStatus, MassPayoutItemDetail.ItemStatus)])
    func givesTheLastReadingAtItsDeadline(
        _ status: MassPayoutSummary.MassPayoutStatus, _ item: MassPayoutItemDetail.ItemStatus
    ) async throws {
        let operations = Self.answers([(status, item)])
        let report = try await payouts(operations).waitUntilFinal(.requestID("r"), deadline: .seconds(10))
        #expect(!report.isFinal)
        #expect(report.items.map(\.end) == [.open])
        // At 0, 1, 2.5, 4.75 and 8.125 seconds.
        #expect(operations.calls.count == 10)
    }

    /// An item that is being processed may still be paid, whatever the payout's status.
    @Test(arguments: [.canceled, .fail, .insufficientBalance] as [MassPayoutSummary.MassPayoutStatus])
    func callsNothingClosedThatIsUnderWay(_ status: MassPayoutSummary.MassPayoutStatus) async throws {
        let operations = Self.answers([(status, .processing)])
        let report = try await payouts(operations).waitUntilFinal(.requestID("r"), deadline: .seconds(60))
        #expect(report.isFinal && report.items.map(\.end) == [.open])
    }

    /// Items are read before the payout's status, or after it.
    @Test func readsOpenItemsOfAFinalPayoutAgain() async throws {
        let operations = Self.answers([(.completed, .processing), (.completed, .success)])
        let report = try await payouts(operations).waitUntilFinal(.requestID("r"), deadline: .seconds(60))
        #expect(report.items.map(\.end) == [.paid])
        let forever = Self.answers([(.completed, .processing)])
        let last = try await payouts(forever).waitUntilFinal(.requestID("r"), deadline: .seconds(60))
        #expect(last.items.map(\.end) == [.open])
        #expect(forever.calls.count == 6)
    }

    @Test func toleratesFailuresInBetween() async throws {
        let operations = PagedOperations { call, number in
            if number < 4 { return MassPayoutRetrieveResponse(status: .success) }
            return .page(call.type == "VALID" ? ["a"] : [], status: .completed, item: .success)
        }
        let report = try await payouts(operations).waitUntilFinal(.requestID("r"), deadline: .seconds(60))
        #expect(report.isPaid)
        let nothing = PagedOperations { _, _ in MassPayoutRetrieveResponse(status: .success) }
        await #expect(throws: PayoutReadError.noPayout) {
            try await payouts(nothing).waitUntilFinal(.requestID("r"), deadline: .seconds(60))
        }
        #expect(nothing.calls.count == 5)
    }
}

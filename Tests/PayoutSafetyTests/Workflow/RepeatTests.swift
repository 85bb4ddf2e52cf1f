import Foundation
import IyzicoMassPayout
import Testing

/// Repeats are found by content, and item ids belong to their order.
@Suite struct RepeatTests {
    private static let day = 86_400.0

    private struct Row {
        var id: String
        var iban = "TR330006100519786457841326"
        var name = "Ayşe Örnek"
        var amount = 10
    }

    private func plan(_ id: String, _ rows: [Row]) throws -> PayoutPlan {
        PayoutPlan(
            try MassPayout(
                id: id,
                items: try rows.map {
                    PayoutItem(
                        id: $0.id, recipient: .iban($0.iban, name: $0.name),
                        amount: try Money(Decimal($0.amount), .tryLira),
                        description: "salary")
                }))
    }

    private func repeats(
        _ bench: Bench, _ plan: PayoutPlan, allowing allowed: Set<String> = []
    ) async throws -> OrderRepeats {
        do throws(PayoutError) {
            // A check equals the recording.
            let checked = try await bench.payouts.check(plan, allowRepeatOf: allowed)
            #expect(try await bench.payouts.record(plan, allowRepeatOf: allowed) == checked)
            return checked
        } catch {
            guard case .repeats(let repeats) = error.kind else { throw error }
            #expect(error.money == .nothing)
            let again = await recordingFailure(bench, plan, allowed)
            #expect(again?.kind == error.kind)
            #expect(bench.journal.order(plan.id) == nil)
            return repeats
        }
    }

    private func recordingFailure(_ bench: Bench, _ plan: PayoutPlan, _ allowed: Set<String>) async -> PayoutError? {
        do throws(PayoutError) {
            try await bench.payouts.record(plan, allowRepeatOf: allowed)
            return nil
        } catch {
            return error
        }
    }

    /// The same payroll under another id, with ids of its own or the same.
    @Test(arguments: ["b", "a"])
    func refusesOnePayrollUnderTwoIDs(_ prefix: String) async throws {
        let bench = try Bench()
        let rows = [Row(id: "a1"), Row(id: "a2", iban: "TR320010009999901234567890")]
        #expect(try await repeats(bench, plan("november", rows)).notes.isEmpty)
        bench.time.pass(19 * Self.day)
        let again = rows.map { Row(id: $0.id.replacing("a", with: prefix), iban: $0.iban) }
        let found = try await repeats(bench, plan("november-2", again))
        #expect(found.wholeOrders == ["november"] && found.refusingOrders == ["november"])
        #expect(found.refused.map(\.itemID) == [prefix + "1", prefix + "2"])
        #expect(found.refused.allSatisfy { $0.kind == .sameContent && $0.earlier.end == .open })
        #expect(found.refused[0].earlier.recordedAt == bench.time.now - 19 * Self.day)
        #expect(try await repeats(bench, plan("november-2", again), allowing: ["december"]).refused.count == 2)
        let allowed = try await repeats(bench, plan("november-2", again), allowing: ["november"])
        #expect(allowed.refused.isEmpty && allowed.notes.count == 2)
    }

    /// The next month's payroll with the same ids and amounts is what a payroll is: noted, not refused.
    @Test(arguments: [(19, 1, 0), (20, 1, 0), (21, 0, 1), (45, 0, 1), (46, 0, 0)])
    func looksBackAsFarAsItsWindows(days: Int, refused: Int, notes: Int) async throws {
        let bench = try Bench()
        _ = try await repeats(bench, plan("november", [Row(id: "emp-1")]))
        bench.time.pass(Double(days) * Self.day)
        let found = try await repeats(bench, plan("december", [Row(id: "emp-1")]))
        #expect(found.refused.count == refused && found.notes.count == notes)
    }

    @Test func takesItsWindowFromTheSettings() async throws {
        let bench = try Bench()
        _ = try await repeats(bench, plan("november", [Row(id: "emp-1")]))
        bench.time.pass(19 * Self.day)
        var settings = PayoutSettings()
        settings.repeats.window = .days(18)
        let payouts = MassPayouts(bench.operations, journal: bench.journal, settings: settings)
        #expect(try await payouts.record(plan("december", [Row(id: "emp-1")])).notes.count == 1)
    }

    /// A corrected order that is sent again: the same person with another amount is refused, another person is noted.
    @Test func knowsACorrectedRow() async throws {
        let bench = try Bench()
        _ = try await repeats(bench, plan("november", [Row(id: "emp-1")]))
        let amount = try await repeats(bench, plan("corrected", [Row(id: "emp-1", amount: 11)]))
        #expect(amount.refused.map(\.kind) == [.sameIDAndRecipient] && amount.wholeOrders.isEmpty)
        let person = try await repeats(
            bench, plan("corrected", [Row(id: "emp-1", iban: "TR320010009999901234567890", amount: 11)]))
        #expect(person.refused.isEmpty && person.notes.map(\.kind) == [.sameIDOfAnotherRecipient])
        // The same amount and currency for another recipient, or another amount under another id, is not a repeat.
        let others = try await repeats(
            bench,
            plan("others", [Row(id: "x", iban: "GB29NWBK60161331926819", amount: 10), Row(id: "y", amount: 12)]))
        #expect(others.refused.isEmpty && others.notes.isEmpty)
    }

    /// An account is the same however it is written, and whatever name is given for it.
    @Test func knowsAnAccountInEveryForm() async throws {
        let bench = try Bench()
        _ = try await repeats(bench, plan("november", [Row(id: "1")]))
        let written = Row(id: "2", iban: "tr33 0006 1005 1978 6457 8413 26", name: "AYŞE ÖRNEK")
        #expect(try await repeats(bench, plan("other", [written])).refused.count == 1)
    }

    @Test func takesWhatEndedUnpaidForFree() async throws {
        let bench = try Bench()
        _ = try await repeats(bench, plan("november", [Row(id: "1")]))
        _ = try await bench.payouts.cancel("november")
        #expect(try await repeats(bench, plan("again", [Row(id: "1")])).notes.isEmpty)
    }

    /// Two orders at one moment, by two values over one journal: one of them is recorded.
    @Test func recordsOneOfTwoAtOnce() async throws {
        let bench = try Bench()
        let plans = try (1...8).map { try plan("order \($0)", [Row(id: "\($0)")]) }
        let recorded = await withTaskGroup(of: Bool.self) { group in
            for plan in plans {
                group.addTask {
                    let payouts = MassPayouts(bench.operations, journal: bench.journal)
                    do throws(PayoutError) {
                        try await payouts.record(plan)
                        return true
                    } catch {
                        return false
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(recorded == 1)
    }
}

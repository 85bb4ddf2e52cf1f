import Foundation
import HTTPTestSupport
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator

/// A provider, a journal and an order, and the processes that work on them one after another.
struct World {
    let schedule: Schedule
    let simulator: SimulatedIyzico
    let journal: MemoryJournal
    /// The journal's clock, which moves only when it is moved.
    let time: MovedTime
    let order: MassPayout

    init(_ schedule: Schedule) throws {
        self.schedule = schedule
        simulator = try SimulatedIyzico(
            balance: Decimal(schedule.balance), behaviour: schedule.behaviour, faults: FaultScript(schedule.faults),
            outcomes: Self.outcomes(schedule.outcome), systemTime: { 0 })
        order = try Self.order.get()
        let time = MovedTime()
        self.time = time
        journal = MemoryJournal(key: JournalKey([1, 2, 3]), now: { time.now })
    }

    /// An item that is ordered anew succeeds.
    private static func outcomes(_ outcome: ItemOutcome) -> ItemOutcomeRule {
        ItemOutcomeRule { $0.itemExternalId == "burak" && $0.description == "salary" ? outcome : .succeeds }
    }

    /// The items that were not paid, in an order of their own.
    func anew(_ unpaid: [ItemReport]) throws -> MassPayout {
        let ids = unpaid.map(\.id)
        return try MassPayout(
            id: "anew",
            items: order.items.filter { ids.contains($0.id) }.map {
                PayoutItem(id: $0.id, recipient: $0.recipient, amount: $0.amount, description: "salary, again")
            })
    }

    /// Made once: checking it takes longer than a run's whole journal.
    static let order = Result {
        try MassPayout(
            id: "2026-11",
            items: [
                PayoutItem(
                    id: "ayşe", recipient: .iban("TR320010009999901234567890", name: "Ayşe Yılmaz"),
                    amount: Money(Decimal(1050) / 100, .tryLira), description: "salary"),
                PayoutItem(
                    id: "burak", recipient: .memberID("member-7"), amount: Money(20, .tryLira), description: "salary"),
            ])
    }

    func payouts(_ process: MortalProcess) -> MassPayouts {
        let transport = MortalTransport(process: process, transport: SimulatorTransport(simulator))
        let client = APIClient(
            server: IyzicoMassPayoutClient.sandbox, transport: transport, refusals: IyzicoRefusals())
        var settings = PayoutSettings()
        settings.settlements = schedule.settlements
        settings.pageSize = schedule.pageSize
        settings.verifications = 2
        settings.failedReadings = 2
        return MassPayouts(
            IyzicoMassPayoutClient(client), journal: MortalJournal(process: process, kept: journal),
            settings: settings, clock: ManualClock(passesSleep: true))
    }
}

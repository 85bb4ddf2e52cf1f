import Foundation
import HTTPTestSupport
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator

/// A simulated provider, a journal and the workflow over them.
struct Bench {
    let simulator: SimulatedIyzico
    let client: IyzicoMassPayoutClient
    let operations: TamperedOperations
    let journal: MemoryJournal
    /// The journal's clock, where the journal is the bench's own.
    let time: MovedTime
    let payouts: MassPayouts

    init(
        outcomes: ItemOutcomeRule = .byDescription, behaviour: SimulatedBehaviour = SimulatedBehaviour(),
        faults: FaultScript = [:], balance: Decimal = 1_000, failures: [String: [APIError]] = [:],
        journal: MemoryJournal? = nil, retrieval: @escaping TamperedOperations.Retrieval = { $1 }
    ) throws {
        simulator = try SimulatedIyzico(
            balance: balance, behaviour: behaviour, faults: faults, outcomes: outcomes, systemTime: { 0 })
        client = IyzicoMassPayoutClient(
            APIClient(
                server: IyzicoMassPayoutClient.sandbox, transport: SimulatorTransport(simulator),
                refusals: IyzicoRefusals()))
        operations = TamperedOperations(client, failures: failures, retrieval: retrieval)
        let time = MovedTime()
        self.time = time
        self.journal = journal ?? MemoryJournal(key: JournalKey([7]), now: { time.now })
        payouts = MassPayouts(operations, journal: self.journal, clock: ManualClock(passesSleep: true))
    }

    static func payout(
        _ items: [(id: String, amount: Int, description: String)], id: String = "2026-11"
    ) throws -> MassPayout {
        try MassPayout(
            id: id,
            items: items.map {
                PayoutItem(
                    id: $0.id, recipient: .memberID("member of \($0.id)"),
                    amount: try Money(Decimal($0.amount), .tryLira), description: $0.description)
            })
    }

    static let two = Result { try payout([("a", 10, "salary"), ("b", 20, "salary")]) }
    static let oneInvalid = Result { try payout([("a", 10, "salary"), ("b", 20, "[invalid]")]) }
}

/// The error of a payout that must not come through; nil when it did.
func failure(
    of body: () async throws(PayoutError) -> PayoutReport
) async -> PayoutError? {
    do throws(PayoutError) {
        _ = try await body()
        return nil
    } catch {
        return error
    }
}

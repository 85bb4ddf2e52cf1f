import Foundation
import HTTPTestSupport
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import SeededRandom
import Testing

/// Two runs of one order at one moment, with one journal or with one each, in every sequence of their requests that
/// changes between them up to three times.
@Suite struct TwoAtOnceTests {
    /// The requests of one run, and one turn more.
    private static let most = PayoutSafetyTests.calls.count + 1

    private static let turns: [[Int]] = (0...most).flatMap { first in
        (1...most).flatMap { second in [[first, second], [first, second, 1]] }
    }

    /// The gaps with two journals that no client can close; `MassPayouts` describes both.
    private static func remains(_ behaviour: SimulatedBehaviour) -> Bool {
        switch behaviour.repeatedInitialize {
        case .returnsSameRequestID: behaviour.repeatedAuthorize == .paysAgain
        case .makesSecondPayout: behaviour.repeatedExternalIDLookup == .last
        case .isRefused: false
        }
    }

    private static let behaviours = SimulatedBehaviour.all.filter { $0.notFound == .failureWithStatus200 }

    @Test func paysOnceWithOneJournal() async throws {
        for behaviour in Self.behaviours {
            for turns in Self.turns {
                let run = try await TwoRuns(behaviour, turns, journals: 1)
                #expect(run.paidTwice.isEmpty, "\(behaviour) \(turns)")
                #expect(run.untrue == nil, "\(behaviour) \(turns)")
            }
        }
    }

    @Test func paysOnceWithAJournalEach() async throws {
        for behaviour in Self.behaviours where !Self.remains(behaviour) {
            for turns in Self.turns {
                let run = try await TwoRuns(behaviour, turns, journals: 2)
                #expect(run.paidTwice.isEmpty, "\(behaviour) \(turns)")
                #expect(run.untrue == nil, "\(behaviour) \(turns)")
            }
        }
    }

    /// The gap at a provider that answers both initializes with one requestId and pays for each authorization: both
    /// runs have read INIT before either authorizes. Nothing else pays twice.
    @Test func paysTwiceOnlyWhereBothReadBeforeEitherAuthorizes() async throws {
        let behaviour = SimulatedBehaviour(repeatedAuthorize: .paysAgain)
        var count = 0
        for turns in Self.turns {
            let run = try await TwoRuns(behaviour, turns, journals: 2)
            guard !run.paidTwice.isEmpty else { continue }
            count += 1
            let requests = run.requests
            let firstAuthorize = requests.firstIndex { $0.operation == .authorize } ?? 0
            let first = requests[firstAuthorize].process
            // The other one's very next request is its authorize.
            let next = requests[(firstAuthorize + 1)...].first { $0.process != first }
            #expect(next?.operation == .authorize, "\(turns)")
        }
        print("two journals at a provider that pays for each authorization: \(count) of \(Self.turns.count) sequences")
        #expect(count > 0 && count * 20 < Self.turns.count)
    }
}

/// Two runs at once, and what came of them.
private struct TwoRuns {
    private let simulator: SimulatedIyzico
    private let outcomes: [Outcome]
    let requests: [(process: Int, operation: SimulatedOperation)]

    init(_ behaviour: SimulatedBehaviour, _ turns: [Int], journals count: Int) async throws {
        let order = try World.order.get()
        let simulator = try SimulatedIyzico(
            balance: 1_000, behaviour: behaviour, outcomes: ItemOutcomeRule { _ in .succeeds }, systemTime: { 0 })
        let turnstile = Turnstile(processes: 2, turns: turns)
        let log = RequestLog()
        let shared = MemoryJournal(key: JournalKey([1]))
        let payouts = (0..<2).map { process in
            let transport = TurnstileTransport(
                process: process, turnstile: turnstile,
                transport: LoggedTransport(process: process, log: log, simulator: simulator))
            let client = APIClient(
                server: IyzicoMassPayoutClient.sandbox, transport: transport, refusals: IyzicoRefusals())
            return MassPayouts(
                IyzicoMassPayoutClient(client), journal: count == 1 ? shared : MemoryJournal(key: JournalKey([1])),
                clock: ManualClock(passesSleep: true))
        }
        outcomes = await withTaskGroup(of: Outcome.self) { group in
            for process in 0..<2 {
                group.addTask {
                    let outcome = await Outcome { () async throws(PayoutError) in
                        try await payouts[process].pay(order)
                    }
                    turnstile.leave(process)
                    return outcome
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        self.simulator = simulator
        requests = zip(log.processes, simulator.operations).map { ($0, $1) }
    }

    var paidTwice: [String] {
        let counts = Dictionary(grouping: simulator.payments, by: \.itemExternalID).mapValues(\.count)
        return counts.filter { $0.value > 1 }.map(\.key)
    }

    /// A false report of a run.
    var untrue: String? {
        for case .ended(let report) in outcomes {
            let paid = Set(simulator.payments.map(\.itemExternalID))
            let reported = Set(report.items.filter { $0.end == .paid }.map(\.id))
            if paid != reported { return "paid \(paid), reported \(reported)" }
        }
        let isPaid = !simulator.payments.isEmpty
        let isTold = outcomes.contains { $0.knowledge > 1 }
        return isPaid && !isTold ? "nobody was told of a payment" : nil
    }
}

#if Postgres
import Foundation
import HTTPTestSupport
import KurusTransport
import PostgresTestSupport
import SeededRandom
import Synchronization
import Testing

/// Orders that are enqueued while workers pay them and things happen, and what came of them.
final class ManyWorkersRun: Sendable {
    private let bench: DatabaseBench
    private let simulator: SimulatorChild
    private let proxy: FaultProxy
    private let orders: Int
    private let seed: UInt64
    /// Whether connections to the provider break.
    private let breaks: BrokenConnections
    private let isEnqueued = Atomic(false)

    private static let itemsPerOrder = 3

    init(orders: Int, seed: UInt64) async throws {
        self.orders = orders
        self.seed = seed
        let cluster = try await blocking { try PostgresCluster() }
        let bench = try await DatabaseBench(in: cluster)
        self.bench = bench
        let simulator = try await blocking { try SimulatorChild(in: bench.folder) }
        self.simulator = simulator
        let breaks = BrokenConnections(seed: seed)
        self.breaks = breaks
        proxy = try FaultProxy(to: simulator.port) { _ in breaks.next() }
    }

    var brokenConnections: Int { proxy.counts.faults.count }

    /// Runs a command as a person does, undisturbed but by what happens to the server.
    private func run(_ arguments: [String]) async -> CommandOutcome {
        await bench.run(
            arguments + ["--journal", "postgres", "--simulator", "\(proxy.port)"], transport: PlatformTransport())
    }

    /// Enqueues all orders while the workers are at work, and disturbs until nothing waits for its authorization.
    func enqueueWhileDisturbed() async throws -> WorkerFleet.Counts {
        async let counts = blocking { [self] in try disturb() }
        await withTaskGroup(of: Void.self) { group in
            for part in 0..<4 {
                group.addTask { [self] in
                    for order in stride(from: 1 + part, through: orders, by: 4) { await enqueue(order) }
                }
            }
        }
        isEnqueued.store(true, ordering: .releasing)
        return try await counts
    }

    private func enqueue(_ order: Int) async {
        let rows = (1...Self.itemsPerOrder).map { item in
            "o\(order)-\(item),phone,+90555\(1_000_000 + order * Self.itemsPerOrder + item),,\(item).25,TRY,pay\n"
        }
        let file = "order-\(order).csv"
        do {
            try bench.write("id,type,recipient,name,amount,currency,description\n" + rows.joined(), to: file)
        } catch {
            Issue.record(error)
        }
        var outcome = CommandOutcome()
        for _ in 0..<50 {
            outcome = await run(["enqueue", file, "--id", "order-\(order)", "--chunk", "2", "--yes"])
            // 5: it may be somebody else's, by what the provider says: a person settles it.
            if outcome.status == 0 || outcome.status == 5 { return }
            await serverAnswers()
        }
        Issue.record("order-\(order) is not enqueued: \(outcome)")
    }

    /// Returns when the server takes connections.
    private func serverAnswers() async {
        _ = try? await blocking { [bench] in
            for _ in 0..<1000 where (try? bench.sql("SELECT 1")) == nil {}
        }
    }

    private func disturb() throws -> WorkerFleet.Counts {
        var fleet = try WorkerFleet(bench, simulator: proxy.port, seed: seed)
        // Nobody signals it: it is how a thread waits for a time.
        let nobody = DispatchSemaphore(value: 0)
        var nextLook = ContinuousClock.now
        // No more than so many, since a busy machine would be kept from the work by them.
        var left = 3 * orders
        while true {
            fleet.goOn()
            if left > 0 { try fleet.disturb() }
            left -= 1
            let (seconds, attoseconds) = fleet.pause().components
            _ = nobody.wait(timeout: .now() + Double(seconds) + Double(attoseconds) / 1e18)
            guard isEnqueued.load(ordering: .acquiring), nextLook < .now else { continue }
            nextLook = .now + .seconds(1)
            if (try? bench.sql("SELECT count(*) FROM kurus.standings WHERE standing = 'queued'")) == "0" { break }
        }
        fleet.end()
        breaks.end()
        return fleet.counts
    }
}

// The result.
extension ManyWorkersRun {
    /// Lets a worker do what is left.
    func finish() async throws {
        let work = await run(["work", "--once"])
        #expect(work.status == 0 || work.status == 5, "\(work)")
        #expect(try bench.sql("SELECT count(*) FROM kurus.orders") == "\(orders)")
    }

    /// Checks that `payouts stuck` names every payout that is not at its end, and gives each up, as one of the commands
    /// does that it names: that ends it one way or the other.
    ///
    /// - Returns: How many payouts were stuck, by reason.
    func settle() async throws -> [String: Int] {
        let open = try bench.sql("SELECT payouts.id FROM kurus.standings JOIN kurus.payouts USING (payout)")
        var reasons: [String: String] = [:]
        // It names the oldest ones first, and not more than it shows at a time.
        while let stuck = try await stuck(), !stuck.keys.allSatisfy({ reasons[$0] != nil }) {
            for (payout, reason) in stuck {
                reasons[payout] = reason
                let outcome = await run(["cancel", payout])
                #expect([0, 1].contains(outcome.status), "seed \(seed): \(payout), \(reason): \(outcome)")
            }
        }
        let unnamed = open.split(separator: "\n").map(String.init).filter { reasons[$0] == nil }
        #expect(unnamed == [], "seed \(seed): open, and not named by payouts stuck")
        #expect(try bench.sql("SELECT count(*) FROM kurus.standings") == "0", "seed \(seed)")
        return Dictionary(grouping: reasons.values) { $0 }.mapValues(\.count)
    }

    /// The reason for which each payout is stuck.
    private func stuck() async throws -> [String: String]? {
        let outcome = await run(["stuck", "--format", "json"])
        let named = outcome.output.matches(of: /"payout":"([^"]+)".*?"reason":"([^"]+)"/)
        return named.isEmpty ? nil : Dictionary(named.map { (String($0.1), String($0.2)) }) { first, _ in first }
    }

    /// No item is paid twice or wrongly.
    func checkPayments() throws -> Int {
        let payments = try simulator.payments()
        for order in 1...orders {
            for item in 1...Self.itemsPerOrder {
                let paid = payments["o\(order)-\(item)"] ?? []
                #expect(paid.isEmpty || paid == ["\(item).25"], "o\(order)-\(item), seed \(seed)")
            }
        }
        #expect(payments.count <= orders * Self.itemsPerOrder)
        return payments.count
    }

    /// Those of payouts at their end are paid, unless the payout was given up.
    func checkEnds() throws {
        let payments = try simulator.payments()
        let ended = try bench.sql(
            """
            SELECT items.id FROM kurus.items JOIN kurus.payouts USING (payout)
            WHERE NOT EXISTS (SELECT FROM kurus.standings WHERE standings.payout = payouts.payout)
                AND NOT EXISTS (SELECT FROM kurus.lines WHERE lines.payout = payouts.payout AND kind = 'cancelling')
            """)
        let unpaid = ended.split(separator: "\n").map(String.init).filter { payments[$0] == nil }
        #expect(unpaid == [], "of payouts at their end")
    }
}

/// The connections to the provider that break, and the point: one of six, by a seeded choice.
final class BrokenConnections: Sendable {
    private let random: Mutex<SeededGenerator>
    private let isOver = Atomic(false)

    init(seed: UInt64) {
        random = Mutex(SeededGenerator(seed &+ 1))
    }

    func end() {
        isOver.store(true, ordering: .releasing)
    }

    func next() -> (fault: FaultProxy.Fault?, at: Int) {
        guard !isOver.load(ordering: .acquiring) else { return (nil, 0) }
        return random.withLock { random in
            let breaks = Int.random(in: 0..<6, using: &random) == 0
            let fault = FaultProxy.Fault.allCases.randomElement(using: &random)
            return (breaks ? fault : nil, Int.random(in: 0..<600, using: &random))
        }
    }
}
#endif

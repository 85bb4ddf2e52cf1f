import Foundation
import IyzicoMassPayout
import PayoutSimulator
import SeededRandom
import Testing

/// No schedule of faults and crashes makes the client pay twice, and its reports at the end are true.
///
/// Payments are counted in the provider's ledger.
@Suite struct PayoutSafetyTests {
    @Test func paysWithoutFaults() async throws {
        for behaviour in SimulatedBehaviour.all {
            let check = try await SafetyCheck(Schedule(behaviour: behaviour, resumptions: 0))
            #expect(check.violation == nil)
            #expect(check.operations == Self.calls)
        }
    }

    /// The requests of a payout that meets no fault: two a reading, for accepted and refused items, and one of its first
    /// page before it is authorized.
    static let calls: [SimulatedOperation] = [
        .retrieve, .initialize, .retrieve, .retrieve, .retrieve, .authorize, .retrieve, .retrieve, .retrieve, .retrieve,
    ]

    @Test func paysOnceWhateverOneOrTwoRequestsMeet() async throws {
        let firsts = Self.calls.indices.flatMap { request in
            RequestFaults.all(for: Self.calls[request]).map { (request, $0) }
        }
        let tree = try await withThrowingTaskGroup(of: (runs: Int, violations: [String]).self) { group in
            for (request, fault) in firsts {
                group.addTask { try await Self.runPairs(after: request, fault) }
            }
            return try await group.reduce(into: (runs: 0, violations: [String]())) {
                $0.runs += $1.runs
                $0.violations += $1.violations
            }
        }
        print("schedules of up to two faults: \(tree.runs) runs")
        #expect(tree.violations.isEmpty, "\(Self.listed(tree.violations))")
    }

    /// A fault alone, and with each fault that a later request of the same run can meet.
    private static func runPairs(
        after request: Int, _ fault: Fault
    ) async throws -> (runs: Int, violations: [String]) {
        var single = BehaviourTree()
        let schedule = Schedule(behaviour: SimulatedBehaviour(), faults: [request: fault], resumptions: 2)
        try await single.run(schedule)
        var (runs, violations) = (single.runs, single.violations)
        for second in single.operations.indices.dropFirst(request + 1) {
            for other in RequestFaults.all(for: single.operations[second]) {
                var pair = schedule
                pair.faults[second] = other
                var tree = BehaviourTree()
                try await tree.run(pair)
                runs += tree.runs
                violations += tree.violations
            }
        }
        return (runs, violations)
    }

    /// The caller's process dies after any step, and is started again.
    @Test func paysOnceWhereverTheProcessDies() async throws {
        var violations: [String] = []
        for behaviour in SimulatedBehaviour.all {
            var steps = 0
            repeat {
                steps += 1
                let check = try await SafetyCheck(Schedule(behaviour: behaviour, deaths: [steps]))
                if let violation = check.violation ?? check.unsettled { violations.append(violation) }
            } while steps < Self.stepsOfAPayout
        }
        #expect(violations.isEmpty, "\(Self.listed(violations))")
    }

    /// Before and after each request and each of six lines of the journal.
    static let stepsOfAPayout = 2 * (calls.count + 6)

    /// It dies after any step, and one request that writes meets a fault, with no more than one reading to settle it: what
    /// is late comes after the process was started again.
    @Test func paysOnceWhereverTheProcessDiesAndAWriteFails() async throws {
        var violations: [String] = []
        for request in [1, 5] {
            for fault in RequestFaults.writes {
                for steps in 1...Self.stepsOfAPayout {
                    var schedule = Schedule(behaviour: SimulatedBehaviour(), faults: [request: fault], deaths: [steps])
                    schedule.settlements = 1
                    var tree = BehaviourTree()
                    try await tree.run(schedule)
                    violations += tree.violations
                }
            }
        }
        #expect(violations.isEmpty, "\(Self.listed(violations))")
    }

    /// `KURUS_SCHEDULES` sets their number, `KURUS_SEED` the seed.
    @Test func paysOnceWhateverManyRequestsMeet() async throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["KURUS_SCHEDULES"].flatMap(Int.init) ?? 2_000
        let seed = environment["KURUS_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 1...UInt64.max)
        print("\(count) random schedules, KURUS_SEED=\(seed)")
        let violations = try await withThrowingTaskGroup(of: [String].self) { group in
            for part in 0..<UInt64(2) {
                group.addTask { try await Self.violations(ofRandom: count / 2, seed: seed &+ part) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(violations.isEmpty, "KURUS_SEED=\(seed), \(Self.listed(violations))")
    }

    private static func violations(ofRandom count: Int, seed: UInt64) async throws -> [String] {
        var generator = SeededGenerator(seed)
        var violations: [String] = []
        for _ in 0..<count {
            let schedule = Schedule.random(using: &generator)
            let check = try await SafetyCheck(schedule)
            guard let violation = check.violation, schedule.isSurvivable(check.operations) else { continue }
            violations.append(violation)
        }
        return violations
    }

    private static func listed(_ violations: [String]) -> String {
        "\(violations.count) violations:\n" + violations.prefix(3).joined(separator: "\n")
    }
}

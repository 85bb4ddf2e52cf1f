import Foundation
import PayoutSimulator
import SeededRandom
import Testing

/// Several workers on one payout, as on machines of their own: no interleaving of their steps pays an item twice, and
/// after each of them the payout ends, by itself or by following its error's advice.
///
/// A step is what others can see or what sees others: each call of the journal, of an append INSERT and COMMIT apart,
/// and each request to the provider, which pays again for a repeated authorize. Between any two of them anything can
/// come:
///
/// - *the other workers' steps*;
/// - **a pause*: time passes the end of every lease, or the 15 minutes after which the payer's confirmation counts,
///   while workers pause before a step or before a write's answer;
/// - *a crash*, after which what was sent arrives or not;
/// - *a lost answer to COMMIT*: the transaction was rolled back, or is open until any later moment; nobody reads it
///   meanwhile, and an INSERT waits for it, as in PostgreSQL (`SteeredStore`);
/// - *the provider's faults*: those of the simulator, and a request that arrives at any later moment.
///
/// `Exploration` goes through all of that for one payout up to a number of faults, which the tests print with the
/// number of schedules; `RandomSchedules` draws from more workers and faults. Both run the workflow itself, not a model
/// of it.
///
/// Out of the promise, and so of the schedules: an authorize that the network delivers twice, and one that takes 15
/// minutes between the check of its line's age and the provider (rule 6 of `PayoutJournal`).
///
/// `failsWithout` takes parts of the argument away and sees an item paid twice.
///
/// `KURUS_INTERLEAVINGS=long` explores more than the gate has time for; `KURUS_SCHEDULES` sets the number of random
/// schedules, `KURUS_SEED` their seed.
@Suite struct InterleavingTests {
    @Test(arguments: Scenario.explored)
    func paysOnceInEveryInterleaving(_ scenario: Scenario) async throws {
        var exploration = Exploration(scenario)
        try await exploration.run()
        print("every interleaving: \(scenario): \(exploration.summary)")
        #expect(exploration.violation == nil)
    }

    @Test func paysOnceInInterleavingsByChance() async throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["KURUS_SCHEDULES"].flatMap(Int.init) ?? 1_000
        let seed = environment["KURUS_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 1...UInt64.max)
        print("\(count) random interleavings, KURUS_SEED=\(seed)")
        var generator = SeededGenerator(seed)
        for _ in 0..<count / 20 {
            let scenario = Scenario.random(using: &generator)
            var schedules = RandomSchedules(scenario, seed: generator.next())
            try await schedules.run(20)
            #expect(schedules.violation == nil, "KURUS_SEED=\(seed), \(scenario)")
        }
    }

    /// Without a part of the argument an item is paid twice, and it is found within 1,000 schedules.
    @Test(arguments: Scenario.failing)
    func failsWithout(_ scenario: Scenario) async throws {
        var counts: [Int] = []
        for seed in 1...5 as ClosedRange<UInt64> {
            var schedules = RandomSchedules(scenario, seed: seed)
            try await schedules.run(1_000)
            #expect(schedules.violation?.contains("is paid more than once") == true, "seed \(seed)")
            counts.append(schedules.schedules)
        }
        print("paid twice after so many random schedules: \(counts.sorted()) · \(scenario)")
    }

    /// Leaving out one of two sequences that lead to one state loses none of the states.
    @Test func leavesNoStateOut() async throws {
        let scenario = Scenario(workers: [.pay, .cancel], beginning: .initialized, faults: 1)
        var some = Exploration(scenario)
        try await some.run()
        var all = Exploration(scenario, sleeps: false)
        try await all.run()
        #expect(some.states == all.states && some.ends == all.ends)
        #expect(some.schedules < all.schedules)
        print("one of two sequences: \(some.summary); both: \(all.summary)")
    }
}

extension Scenario {
    private static let isLong = ProcessInfo.processInfo.environment["KURUS_INTERLEAVINGS"] == "long"

    /// The scenarios that are explored completely.
    static let explored =
        [
            Scenario(workers: [.pay, .pay], beginning: .initialized, faults: 2),
            Scenario(workers: [.pay, .authorizeAgain], beginning: .initialized, faults: 2).withLongPauses,
            Scenario(workers: [.pay, .cancel], beginning: .initialized, faults: 1),
            Scenario(workers: [.pay, .pay, .pay], beginning: .initialized, faults: 1),
            Scenario(workers: [.pay, .pay, .authorizeAgain], beginning: .initialized, faults: 1).withLongPauses,
        ]
        + worstBehaviours.map { Scenario(workers: [.pay, .pay], behaviour: $0, faults: 1) } + sufficient
        + (isLong ? long : [])

    /// Each of these may be missing where the others are there.
    private static let sufficient = [
        Scenario(workers: [.pay, .pay], beginning: .initialized, faults: 1, weaknesses: [.appendsWithoutComparing]),
        Scenario(workers: [.pay, .pay], beginning: .initialized, faults: 1, weaknesses: [.authorizingIsNotUnique]),
        Scenario(workers: [.pay, .pay], beginning: .initialized, faults: 0, weaknesses: [.leasesKeepNobodyOut]),
    ]

    private static let long =
        [
            Scenario(workers: [.pay, .pay], beginning: .initialized, faults: 3),
            Scenario(workers: [.pay, .cancel], beginning: .initialized, faults: 2),
            Scenario(workers: [.pay, .pay, .pay], beginning: .initialized, faults: 2),
            Scenario(workers: [.pay, .pay, .authorizeAgain], beginning: .initialized, faults: 2).withLongPauses,
            Scenario(workers: [.pay, .pay, .pay], faults: 1),
            Scenario(workers: [.pay, .cancel], faults: 2),
            Scenario(workers: [.pay, .pay, .cancel], beginning: .initialized, faults: 1),
            Scenario(workers: [.pay, .pay], beginning: .initialized, faults: 1, weaknesses: [.leasesKeepNobodyOut]),
        ] + worstBehaviours.map { Scenario(workers: [.pay, .pay], behaviour: $0, faults: 2, faultKinds: .all) }

    /// Parts of the argument that are needed.
    static let failing = [
        Scenario(
            workers: [.pay, .pay], beginning: .initialized, faults: 2,
            weaknesses: [.appendsWithoutComparing, .authorizingIsNotUnique]),
        Scenario(workers: [.pay, .pay], beginning: .initialized, faults: 2, weaknesses: [.tokensAreEqual]),
        Scenario(workers: [.pay, .pay], beginning: .initialized, faults: 4, weaknesses: [.answersBeforeCommit]),
        Scenario(workers: [.pay, .authorizeAgain], beginning: .initialized, faults: 2, weaknesses: [.sendsLate])
            .withLongPauses,
    ]

    /// Time may pass until the payer's word counts as well.
    private var withLongPauses: Scenario {
        var scenario = self
        scenario.passedTimes = [.lease, .untilAuthorizedAgain]
        return scenario
    }
}

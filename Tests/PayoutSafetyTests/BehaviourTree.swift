import PayoutSimulator

/// Runs a schedule with every behaviour of the provider that makes a difference to it.
///
/// A behaviour for repeated calls is nowhere asked for by a run in which no call is repeated: all its values are then one
/// run.
struct BehaviourTree {
    private(set) var violations: [String] = []
    private(set) var runs = 0
    /// The longest run's requests.
    private(set) var operations: [SimulatedOperation] = []

    mutating func run(_ schedule: Schedule) async throws {
        for notFound in SimulatedBehaviour.NotFound.allCases {
            try await run(schedule, SimulatedBehaviour(notFound: notFound))
        }
    }

    private mutating func run(_ schedule: Schedule, _ base: SimulatedBehaviour) async throws {
        guard try await runAuthorizations(schedule, base) > 1 else { return }
        for repeated in SimulatedBehaviour.RepeatedInitialize.allCases {
            for lookup in SimulatedBehaviour.ExternalIDLookup.allCases {
                var behaviour = base
                behaviour.repeatedInitialize = repeated
                behaviour.repeatedExternalIDLookup = lookup
                guard behaviour != base, repeated == .makesSecondPayout || lookup == .first else { continue }
                _ = try await runAuthorizations(schedule, behaviour)
            }
        }
    }

    /// - Returns: how often initialize was delivered.
    private mutating func runAuthorizations(_ schedule: Schedule, _ base: SimulatedBehaviour) async throws -> Int {
        var initializations = 0
        for repeated in SimulatedBehaviour.RepeatedAuthorize.allCases {
            var schedule = schedule
            schedule.behaviour = base
            schedule.behaviour.repeatedAuthorize = repeated
            guard schedule.isSurvivable(operations) || repeated != .paysAgain else { continue }
            let check = try await SafetyCheck(schedule)
            runs += 1
            if let violation = check.violation ?? check.unsettled { violations.append(violation) }
            if check.operations.count > operations.count { operations = check.operations }
            initializations = max(initializations, check.deliveries(of: .initialize))
            guard check.deliveries(of: .authorize) > 1 else { break }
        }
        return initializations
    }
}

extension Schedule {
    /// No client survives an authorize that the network delivers twice to a provider that pays twice for it.
    func isSurvivable(_ operations: [SimulatedOperation]) -> Bool {
        FaultScript(faults).isSurvivable(with: behaviour, operations: operations)
    }
}

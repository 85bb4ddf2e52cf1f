import PayoutSimulator
import SeededRandom

/// Schedules of a scenario whose choices are drawn by chance: the same ones from a seed.
struct RandomSchedules {
    private let scenario: Scenario
    private let provider: RememberedProvider
    private var generator: SeededGenerator

    private(set) var schedules = 0
    private(set) var steps = 0
    private(set) var violation: String?

    init(_ scenario: Scenario, seed: UInt64) {
        self.scenario = scenario
        provider = RememberedProvider(scenario.behaviour)
        generator = SeededGenerator(seed)
    }

    /// Runs schedules until one breaks the promise.
    mutating func run(_ count: Int) async throws {
        while schedules < count, violation == nil {
            // A schedule never waits for anything, and other tests want the processors, too.
            await Task.yield()
            schedules += 1
            var run = try SteeredRun(scenario, provider)
            while run.violation == nil, let choice = draw(from: run.possible, after: run.choices.last) {
                run.take(choice)
                steps += 1
            }
            if run.violation == nil { run.close() }
            run.abandon()
            if run.violation != nil { violation = try SteeredRun.inWords(run.choices, scenario, provider) }
        }
    }

    /// Two workers that take turns at every step rarely come far: mostly the same one goes on.
    private mutating func draw(from possible: [Choice], after last: Choice?) -> Choice? {
        if Int.random(in: 0..<6, using: &generator) == 0, let fault = drawFault(from: possible) { return fault }
        if let last, possible.contains(last), !last.isFault, Int.random(in: 0..<4, using: &generator) > 0 {
            return last
        }
        return possible.filter { !$0.isFault }.randomElement(using: &generator)
    }

    /// Of each kind as often as of another one, however many there are of it.
    private mutating func drawFault(from possible: [Choice]) -> Choice? {
        let kinds = Dictionary(grouping: possible.filter(\.isFault), by: \.faultKind)
        let kind = kinds.keys.sorted().randomElement(using: &generator)
        return kind.flatMap { kinds[$0]?.randomElement(using: &generator) }
    }
}

extension Choice {
    fileprivate var faultKind: Int {
        switch self {
        case .pass: 0
        case .crash: 1
        case .lose: 2
        case .fault(_, .provider): 3
        default: 4
        }
    }
}

extension Scenario {
    /// Two to four workers, any provider that pays for each authorization, and up to six faults of every kind.
    static func random(using generator: inout SeededGenerator) -> Scenario {
        let roles: [Role] = [.pay, .pay, .pay, .cancel, .authorizeAgain]
        let others = (0..<Int.random(in: 1...3, using: &generator)).compactMap { _ in
            roles.randomElement(using: &generator)
        }
        var scenario = Scenario(workers: [.pay] + others, faults: Int.random(in: 1...6, using: &generator))
        scenario.beginning = Bool.random(using: &generator) ? .recorded : .initialized
        scenario.behaviour = worstBehaviours.randomElement(using: &generator) ?? scenario.behaviour
        scenario.faultKinds = .all
        scenario.passedTimes = [.lease, .untilAuthorizedAgain]
        return scenario
    }
}

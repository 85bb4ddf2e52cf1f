/// Every schedule of a scenario, each from its beginning, as a walk in depth over their choices.
///
/// Two reductions, neither of which loses a state:
/// - A state that was seen before is not explored again. A worker's inputs determine its next steps, so equal knowledge
///   of all workers in an equal world is an equal state.
/// - Of two choices whose footprints do not meet, one sequence is enough: after the first one was gone on from, it
///   sleeps in what follows the second one, until something comes that it depends on (Godefroid's sleep sets).
struct Exploration {
    private struct Node {
        /// The sleeping choices here.
        var sleeping: Set<Choice>
        var untried: [Choice]
        let footprints: [Choice: Footprint]

        /// Returns the sleeping choices after a choice.
        func sleeping(after choice: Choice) -> Set<Choice> {
            guard let print = footprints[choice] else { return [] }
            return sleeping.filter { footprints[$0]?.meets(print) == false }
        }
    }

    private struct Visit: Hashable {
        let state: Fingerprint
        let faultsLeft: Int
    }

    private let scenario: Scenario
    private let provider: RememberedProvider
    private let sleeps: Bool
    /// The states seen, with what slept there each time.
    private var seen: [Visit: Set<Choice>] = [:]
    /// The schedule at hand: a choice was taken from each node.
    private var nodes: [Node] = []
    private var path: [Choice] = []
    private var isOver = false

    private(set) var schedules = 0
    private(set) var steps = 0
    private(set) var violation: String?

    var states: Int { seen.count }

    /// The states in which every worker has ended.
    private(set) var ends: Set<Fingerprint> = []

    var summary: String { "\(schedules) schedules, \(steps) steps, \(states) states, \(ends.count) ends" }

    /// - Parameter sleeps: Whether of two choices that do not meet one sequence is left out: to be turned off where
    ///   that itself is tested.
    init(_ scenario: Scenario, sleeps: Bool = true) {
        self.scenario = scenario
        self.sleeps = sleeps
        provider = RememberedProvider(scenario.behaviour)
    }

    /// Walks until every schedule is known, or one breaks the promise.
    mutating func run(limit: Int = .max) async throws {
        while !isOver, violation == nil, schedules < limit {
            // A schedule never waits for anything, and other tests want the processors, too.
            await Task.yield()
            try runSchedule()
        }
    }

    private mutating func runSchedule() throws {
        schedules += 1
        var run = try SteeredRun(scenario, provider)
        for choice in path { run.take(choice) }
        steps += path.count
        while run.violation == nil, let node = node(&run) {
            nodes.append(node)
            takeNext()
            guard let choice = path.last else { break }
            run.take(choice)
            steps += 1
        }
        run.abandon()
        if run.violation != nil { violation = try SteeredRun.inWords(run.choices, scenario, provider) }
        goBack()
    }

    /// Returns the choices to try at a schedule's state; nil for none.
    private mutating func node(_ run: inout SteeredRun) -> Node? {
        let visit = Visit(state: run.fingerprint, faultsLeft: run.faultsLeft)
        let possible = run.possible
        if possible.isEmpty, ends.insert(visit.state).inserted { run.close() }
        let sleeping = sleeps ? path.last.flatMap { nodes.last?.sleeping(after: $0) } ?? [] : []
        var untried = possible.filter { !sleeping.contains($0) }
        for faults in visit.faultsLeft...scenario.faults {
            guard let slept = seen[Visit(state: visit.state, faultsLeft: faults)] else { continue }
            // Choices that did not sleep then are explored.
            untried = untried.filter { slept.contains($0) }
        }
        seen[visit] = seen[visit].map { $0.intersection(sleeping) } ?? sleeping
        guard !untried.isEmpty else { return nil }
        let footprints = Dictionary(uniqueKeysWithValues: possible.map { ($0, run.footprint(of: $0)) })
        return Node(sleeping: sleeping, untried: untried.reversed(), footprints: footprints)
    }

    /// Takes the next choice of the last node; it sleeps in what comes after its siblings.
    private mutating func takeNext() {
        guard let choice = nodes[nodes.count - 1].untried.popLast() else { return }
        path.append(choice)
    }

    /// To the last choice that has an alternative.
    private mutating func goBack() {
        while !nodes.isEmpty {
            nodes[nodes.count - 1].sleeping.insert(path.removeLast())
            if !nodes[nodes.count - 1].untried.isEmpty { return takeNext() }
            nodes.removeLast()
        }
        isOver = true
    }
}

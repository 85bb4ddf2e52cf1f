import PayoutSimulator
import SeededRandom

/// Everything that a run depends on: the provider's behaviour, what goes wrong, when the caller's process dies, and what
/// the caller does about it.
struct Schedule: Hashable, Sendable, CustomStringConvertible {
    var behaviour: SimulatedBehaviour
    var faults: [Int: Fault] = [:]
    /// After how many steps each process dies; one more process, which lives, follows.
    var deaths: [Int] = []
    /// How often the caller resumes what did not come to its end.
    var resumptions = 2
    /// What the caller does when it stays unknown.
    var lastWord = LastWord.cancel
    /// Whether a second task works on the same journal at the same time.
    var isRace = false

    enum LastWord: Hashable, Sendable, CaseIterable {
        case leave
        case cancel
        /// Only where a repeated authorize does not pay again: otherwise it is the caller's risk.
        case authorizeAgain
    }

    var description: String {
        "\(behaviour.repeatedInitialize) \(behaviour.repeatedAuthorize) \(behaviour.notFound) "
            + "\(behaviour.repeatedExternalIDLookup) requestID in items: \(behaviour.showsRequestIDInItems); faults: "
            + faults.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
            + "; deaths: \(deaths); resumptions: \(resumptions); \(lastWord)"
            + (isRace ? "; two tasks" : "")
    }
}

extension Schedule {
    /// Three faults and more, up to two deaths, and any last word.
    static func random(using generator: inout SeededGenerator) -> Schedule {
        var behaviour = SimulatedBehaviour.all[Int.random(in: 0..<SimulatedBehaviour.all.count, using: &generator)]
        behaviour.showsRequestIDInItems = Bool.random(using: &generator)
        behaviour.pageFields = Bool.random(using: &generator) ? .besideItems : .insideItems
        var schedule = Schedule(behaviour: behaviour)
        for _ in 0..<Int.random(in: 3...7, using: &generator) {
            let fault = Fault.all[Int.random(in: 0..<Fault.all.count, using: &generator)]
            schedule.faults[Int.random(in: 0..<30, using: &generator)] = fault
        }
        schedule.deaths = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
            Int.random(in: 1...40, using: &generator)
        }
        schedule.resumptions = Int.random(in: 0...3, using: &generator)
        schedule.lastWord = LastWord.allCases[Int.random(in: 0..<3, using: &generator)]
        schedule.isRace = Int.random(in: 0..<4, using: &generator) == 0
        return schedule
    }
}

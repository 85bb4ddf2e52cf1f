import IyzicoMassPayout
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
    /// The caller's action when it stays unknown.
    var lastWord = LastWord.cancel
    /// The outcome of the order's second item.
    var outcome = ItemOutcome.succeeds
    var invalidItems = InvalidItemsPolicy.stop
    /// The balance; the order needs 30.50.
    var balance = 1_000
    var pageSize = 100
    /// How often is read after an authorize that is not settled.
    var settlements = 2
    /// Whether what was reported as unpaid is ordered under another id afterwards.
    var ordersAnew = false
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
            + "; \(outcome), \(invalidItems), balance \(balance), \(pageSize) items a page, \(settlements) settlements"
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
        if Bool.random(using: &generator) {
            schedule.outcome = ItemOutcome.allCases[Int.random(in: 0..<ItemOutcome.allCases.count, using: &generator)]
            schedule.invalidItems = Bool.random(using: &generator) ? .stop : .payTheRest
        }
        schedule.balance = Int.random(in: 0..<6, using: &generator) == 0 ? 25 : 1_000
        schedule.pageSize = Bool.random(using: &generator) ? 100 : 1
        schedule.settlements = Int.random(in: 1...3, using: &generator)
        schedule.ordersAnew = true
        return schedule
    }
}

extension Schedule {
    /// Whether the network delivers an initialize twice to a provider that refuses the second.
    func repeatsInitialize(_ operations: [SimulatedOperation]) -> Bool {
        behaviour.repeatedInitialize == .isRefused
            && faults.contains { $0.value == .duplicatedDelivery && operations[$0.key] == .initialize }
    }
}

extension Schedule {
    /// Whether the provider has two payouts under the order's id, which this journal or the network made.
    func makesSecondPayout(_ initializations: Int, _ operations: [SimulatedOperation]) -> Bool {
        behaviour.repeatedInitialize == .makesSecondPayout
            && (initializations > 1
                || faults.contains { $0.value == .duplicatedDelivery && operations[$0.key] == .initialize })
    }
}

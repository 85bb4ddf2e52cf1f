import PayoutSimulator

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
    }
}

import SpecDiagnostics

/// The changes and texts that a comparison has found, each once, with the visits that found it.
struct FoundDifferences {
    private struct Key: Hashable {
        let rule: String
        let subject: String
        let base: ChangeLocation?
        let revision: ChangeLocation?
        let was: String?
        let now: String?
    }

    private var changes: [(change: Change, visits: [VisitGraph.Visit])] = []
    private var index: [Key: Int] = [:]
    /// Changes of an API as a whole, which its pages repeat.
    private var repeated: [[String?]: Int] = [:]
    private(set) var prose: [ProseChange] = []
    private var proseIndex: Set<[SourceLocation?]> = []

    /// Adds a change; for a known one, only counts the visit.
    mutating func add(_ change: Change, in visit: VisitGraph.Visit) {
        _ = position(of: change, in: visit)
    }

    /// Adds a change that each page of an API may repeat: it keeps its first location, and counts the visits of all.
    mutating func addOnce(_ change: Change, in visit: VisitGraph.Visit) {
        let key = [change.rule, change.message, change.was, change.now]
        if let known = repeated[key] { return count(visit, known) }
        repeated[key] = position(of: change, in: visit)
    }

    private mutating func position(of change: Change, in visit: VisitGraph.Visit) -> Int {
        let key = Key(
            rule: change.rule, subject: change.subject, base: change.base, revision: change.revision, was: change.was,
            now: change.now)
        if let known = index[key] {
            count(visit, known)
            return known
        }
        index[key] = changes.count
        changes.append((change, [visit]))
        return changes.count - 1
    }

    private mutating func count(_ visit: VisitGraph.Visit, _ position: Int) {
        if !changes[position].visits.contains(visit) { changes[position].visits.append(visit) }
    }

    /// Adds a text for people, unless both sides have the same.
    mutating func add(_ text: TextPair) {
        guard let change = text.change, proseIndex.insert([text.was?.location, text.now?.location]).inserted else {
            return
        }
        prose.append(change)
    }

    /// The changes, each with the operations that a graph of visits leads back to.
    func changes(_ graph: VisitGraph) -> [Change] {
        var known: [[VisitGraph.Visit]: [String]] = [:]
        return changes.map { found in
            let operations = known[found.visits] ?? graph.operations(reaching: found.visits)
            known[found.visits] = operations
            var change = found.change
            change.operations = operations
            return change
        }
    }
}

/// A text for people in a field of two objects.
struct TextPair {
    let field: String
    let base: DocumentNode?
    let revision: DocumentNode?
    /// The subject that the objects describe.
    let subject: String

    var was: DocumentNode? { base?[field] }
    var now: DocumentNode? { revision?[field] }

    /// Nil where both sides have the same text, or none.
    fileprivate var change: ProseChange? {
        guard was != nil || now != nil else { return nil }
        if let was, let now, was.hasSameContent(as: now) { return nil }
        return ProseChange(
            subject: "\(field) of \(subject)", was: was?.shownText, now: now?.shownText,
            base: was?.location ?? base?.location, revision: now?.location ?? revision?.location)
    }
}

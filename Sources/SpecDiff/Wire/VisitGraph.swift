import SpecDiagnostics

/// The operations and the targets of references that a comparison visits, and the ways between them: a change reaches the
/// operations that lead to it.
struct VisitGraph {
    /// The index of an operation, or of a pair of objects that is compared once however many references lead to it.
    typealias Visit = Int

    private struct Vertex {
        /// The operation's name; nil for anything else.
        let operation: String?
        /// The visits that lead here.
        var parents: [Visit]
    }

    /// A pair of objects, and the use that references make of it.
    private struct Key: Hashable {
        let base: SourceLocation
        let revision: SourceLocation
        let use: String
    }

    private var vertices: [Vertex] = []
    private var index: [Key: Visit] = [:]
    private var visitsByLocation: [SourceLocation: [Visit]] = [:]
    private var operationNames: [SourceLocation: String] = [:]
    private var visitedBase: Set<SourceLocation> = []
    private var visitedRevision: Set<SourceLocation> = []

    /// Begins an operation, or with nil, a part of the documents outside of them.
    mutating func begin(_ operation: String?, reachedFrom parents: [Visit] = []) -> Visit {
        vertices.append(Vertex(operation: operation, parents: parents))
        return vertices.count - 1
    }

    /// Names the operation whose object begins at one of the locations.
    mutating func note(_ operation: String, at locations: [SourceLocation]) {
        for location in locations { operationNames[location] = operation }
    }

    /// Visits a pair of objects, which counts as reached from another visit in any case.
    ///
    /// - Returns: Nil for a pair that was visited before.
    mutating func enter(
        _ base: SourceLocation, _ revision: SourceLocation, as use: String, from parent: Visit
    ) -> Visit? {
        let key = Key(base: base, revision: revision, use: use)
        if let known = index[key] {
            if known != parent, !vertices[known].parents.contains(parent) { vertices[known].parents.append(parent) }
            return nil
        }
        let visit = begin(nil, reachedFrom: [parent])
        index[key] = visit
        visitedBase.insert(base)
        visitedRevision.insert(revision)
        for location in Set([base, revision]) { visitsByLocation[location, default: []].append(visit) }
        return visit
    }

    func hasVisited(_ base: SourceLocation, _ revision: SourceLocation, as use: String) -> Bool {
        index[Key(base: base, revision: revision, use: use)] != nil
    }

    /// Whether references led to the objects of both sides, each where it exists.
    func hasVisited(base: DocumentNode?, revision: DocumentNode?) -> Bool {
        (base.map { visitedBase.contains($0.location) } ?? true)
            && (revision.map { visitedRevision.contains($0.location) } ?? true)
    }

    // MARK: Operations

    /// The operation whose object begins at a location, or those that lead to the component there.
    func operations(at location: SourceLocation) -> [String] {
        if let operation = operationNames[location] { return [operation] }
        return operations(reaching: visitsByLocation[location] ?? [])
    }

    /// The operations that lead to the visits, in their order.
    func operations(reaching visits: [Visit]) -> [String] {
        var seen = Set(visits)
        var open = visits
        while let next = open.popLast() {
            for parent in vertices[next].parents where seen.insert(parent).inserted { open.append(parent) }
        }
        return seen.sorted().compactMap { vertices[$0].operation }
    }
}

import SpecDiagnostics
import SpecTree

/// Compares the documents of two sides by the grammar of OpenAPI, each pair of objects once.
///
/// Operations, parameters and responses are few levels deep and compared where they are found; schemas wait in a list, so
/// that neither nesting nor recursion costs stack.
struct DocumentComparison {
    let documents: ComparedDocuments
    private var graph = VisitGraph()
    private var found = FoundDifferences()
    private var pending: [(schema: SchemaPair, visit: VisitGraph.Visit)] = []

    init(_ documents: ComparedDocuments) {
        self.documents = documents
    }

    /// The differences of all documents.
    static func differences(_ documents: ComparedDocuments) -> DocumentDifferences {
        var comparison = DocumentComparison(documents)
        comparison.compareDocuments()
        return comparison.differences
    }

    var differences: DocumentDifferences {
        DocumentDifferences(changes: found.changes(graph), prose: found.prose, visits: graph)
    }

    // MARK: Visits

    /// Begins an operation, or with nil, a part of the documents outside of them.
    mutating func begin(_ operation: String?, reachedFrom parents: [VisitGraph.Visit] = []) -> ComparisonContext {
        ComparisonContext(visit: graph.begin(operation, reachedFrom: parents))
    }

    mutating func note(_ operation: String, at locations: [SourceLocation]) {
        graph.note(operation, at: locations)
    }

    func hasVisited(base: DocumentNode?, revision: DocumentNode?) -> Bool {
        graph.hasVisited(base: base, revision: revision)
    }

    /// Visits a pair of objects; nil for one that was visited before.
    mutating func enter(
        _ base: DocumentNode, _ revision: DocumentNode, as use: String, _ context: ComparisonContext
    )
        -> ComparisonContext?
    {
        graph.enter(base.location, revision.location, as: use, from: context.visit)
            .map { ComparisonContext(visit: $0, redirection: context.redirection) }
    }

    /// Visits the objects that two uses are, or refer to; nil for those that were visited before. Compares the texts of
    /// references that cannot be resolved.
    mutating func enter(_ uses: NodePair, as kind: String) -> NodePair? {
        guard let base = documents.base.resolve(uses.base)?.node,
            let revision = documents.revision.resolve(uses.revision)?.node
        else {
            compareReferences(uses)
            return nil
        }
        var context = uses.context
        context.redirection = context.redirection ?? Redirection(uses, documents)
        let use = context.redirection.map { "\(kind) from \($0.base.offset)" } ?? kind
        return enter(base, revision, as: use, context).map { NodePair(base, revision, uses.subject, $0) }
    }

    /// Compares reference texts where either cannot be resolved.
    mutating func compareReferences(_ uses: NodePair) {
        guard !uses.base.hasSameContent(as: uses.revision) else { return }
        report(
            .referenceUnreadable, of: uses, "the reference of \(uses.subject) cannot be resolved",
            was: uses.base["$ref"]?.string, now: uses.revision["$ref"]?.string, at: uses.locations)
    }

    // MARK: Schemas

    /// Notes two schemas, of which one may be missing, to be compared later.
    mutating func compareLater(
        _ schemas: NamedPair, _ use: SchemaUse, _ subject: SchemaSubject, _ context: ComparisonContext
    ) {
        guard schemas.base != nil || schemas.revision != nil else { return }
        var subject = subject
        subject.redirection = subject.redirection ?? context.redirection
        let pair = SchemaPair(base: schemas.base, revision: schemas.revision, use: use, subject: subject)
        pending.append((pair, context.visit))
    }

    /// Compares all schemas that wait, and those that they lead to.
    mutating func finishSchemas() {
        while let next = pending.popLast() { compare(next.schema, in: next.visit) }
    }

    /// Visits two schemas. A schema that operations use is reported with them, and not again for an unused component that
    /// leads to it.
    mutating func enter(
        _ base: DocumentNode, _ revision: DocumentNode, _ use: SchemaUse, redirection: Redirection? = nil,
        from visit: VisitGraph.Visit
    ) -> VisitGraph.Visit? {
        let name = redirection.map { "\(use.rawValue) from \($0.base.offset)" } ?? use.rawValue
        if use == .component, redirection == nil,
            SchemaUse.allCases.contains(where: {
                graph.hasVisited(base.location, revision.location, as: $0.rawValue)
            })
        {
            return nil
        }
        return graph.enter(base.location, revision.location, as: name, from: visit)
    }

    mutating func add(_ findings: SchemaFindings, in visit: VisitGraph.Visit) {
        for change in findings.changes { found.add(change, in: visit) }
        for text in findings.prose { found.add(text) }
        pending += findings.inner.map { ($0, visit) }
    }

    // MARK: Reports

    /// Reports a change; where references lead elsewhere now, at these.
    mutating func report(
        _ rule: Rule, _ direction: Change.Direction? = nil, of pair: NodePair, _ message: String, was: String? = nil,
        now: String? = nil, at locations: ChangeLocations, wire: ChangeLevel? = nil, owner: String? = nil
    ) {
        report(
            rule, direction, subject: pair.subject, pair.context, message, was: was, now: now, at: locations,
            wire: wire, owner: owner)
    }

    mutating func report(
        _ rule: Rule, _ direction: Change.Direction? = nil, subject: String, _ context: ComparisonContext,
        _ message: String, was: String? = nil, now: String? = nil, at locations: ChangeLocations,
        wire: ChangeLevel? = nil, owner: String? = nil
    ) {
        var change = Change(
            rule, direction, subject, message, was: was, now: now, at: context.redirection?.locations ?? locations)
        if let wire { change.wire = wire }
        change.owner = owner
        found.add(change, in: context.visit)
    }

    /// Reports a change that each page of an API may repeat.
    mutating func reportOnce(
        _ rule: Rule, subject: String, _ context: ComparisonContext, _ message: String, was: String?, now: String?,
        at locations: ChangeLocations, wire: ChangeLevel? = nil
    ) {
        var change = Change(rule, nil, subject, message, was: was, now: now, at: locations)
        if let wire { change.wire = wire }
        found.addOnce(change, in: context.visit)
    }

    /// Compares texts for people.
    mutating func compareProse(_ fields: [String], _ pair: NodePair) {
        compareProse(fields, pair.base, pair.revision, of: pair.subject)
    }

    mutating func compareProse(
        _ fields: [String], _ base: DocumentNode?, _ revision: DocumentNode?, of subject: String
    ) {
        for field in fields { found.add(TextPair(field: field, base: base, revision: revision, subject: subject)) }
    }
}

/// The differences between the documents of two sides.
struct DocumentDifferences {
    let changes: [Change]
    let prose: [ProseChange]
    fileprivate let visits: VisitGraph

    /// The operation whose object begins at a location, or those that use the component there.
    func operations(at location: SourceLocation) -> [String] {
        visits.operations(at: location)
    }
}

extension Change {
    fileprivate init(
        _ rule: Rule, _ direction: Direction?, _ subject: String, _ message: String, was: String?, now: String?,
        at locations: ChangeLocations
    ) {
        self.init(
            rule: rule.id, wire: rule.wire, direction: direction, subject: subject, message: message, was: was,
            now: now, base: locations.base, revision: locations.revision)
        isUrgent = rule.isUrgent
    }
}

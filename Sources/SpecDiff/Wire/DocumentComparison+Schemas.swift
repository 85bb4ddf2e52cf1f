import SpecDiagnostics
import SpecTree

// Schemas and the references between them.
extension DocumentComparison {
    mutating func compare(_ pair: SchemaPair, in visit: VisitGraph.Visit) {
        guard let base = pair.base, let revision = pair.revision else { return compareOneSided(pair, in: visit) }
        let isReference = (base: base["$ref"] != nil, revision: revision["$ref"] != nil)
        guard isReference.base || isReference.revision else {
            return add(SchemaComparison.findings(pair, documents), in: visit)
        }
        guard let was = documents.base.resolve(base), let now = documents.revision.resolve(revision) else {
            return reportUnreadable(pair, base, revision, visit)
        }
        // OpenAPI ignores the fields beside `$ref`; pages mean them.
        if isReference.base, isReference.revision,
            base.json.members?.count != 1 || revision.json.members?.count != 1
        {
            add(SchemaComparison.annotations(pair, documents), in: visit)
        }
        guard let wasName = was.component, let nowName = now.component else {
            // One side inlines the schema that the other one refers to.
            let inner = (was.node.adding(membersBeside: base), now.node.adding(membersBeside: revision))
            guard let visit = enter(inner.0, inner.1, pair.use, from: visit) else { return }
            return add(SchemaComparison.findings(pair.with(inner.0, inner.1, pair.subject), documents), in: visit)
        }
        compareComponents((wasName, was.node), (nowName, now.node), pair, base, revision, visit)
    }

    /// Compares a schema of one side only: the other side allows anything.
    private mutating func compareOneSided(_ pair: SchemaPair, in visit: VisitGraph.Visit) {
        let base = pair.base.flatMap { documents.base.resolve($0) }?.node
        let revision = pair.revision.flatMap { documents.revision.resolve($0) }?.node
        guard base != nil || revision != nil else { return }
        var subject = pair.subject
        // The component itself has not changed.
        let was = pair.base?.location ?? subject.base
        let now = pair.revision?.location ?? subject.revision
        if subject.redirection == nil, let base = was ?? now, let revision = now ?? was {
            subject.redirection = Redirection(base: base, revision: revision)
        }
        add(SchemaComparison.findings(pair.with(base, revision, subject), documents), in: visit)
    }

    private mutating func compareComponents(
        _ was: (name: String, node: DocumentNode), _ now: (name: String, node: DocumentNode), _ pair: SchemaPair,
        _ base: DocumentNode, _ revision: DocumentNode, _ visit: VisitGraph.Visit
    ) {
        var subject = pair.subject
        let isSameComponent = was.name == now.name || !haveBoth(was.name, now.name)
        if isSameComponent {
            // A component that is itself a reference may give its schema another name.
            if let wasName = base.referenceName, let nowName = revision.referenceName, wasName != nowName,
                haveBoth(wasName, nowName)
            {
                reportReference(pair, "the same schema as `\(nowName)`", wasName, nowName, pair.subject, visit)
            }
            subject = SchemaSubject(
                root: "`\(now.name)`", base: was.node.location, revision: now.node.location,
                isRequired: pair.subject.isRequired)
        } else {
            // A difference between the components is not a change of either.
            subject.redirection = subject.redirection ?? Redirection(base: base.location, revision: revision.location)
            reportReference(pair, "`\(now.name)`", was.name, now.name, subject, visit)
        }
        let redirection = isSameComponent ? nil : subject.redirection
        guard let visit = enter(was.node, now.node, pair.use, redirection: redirection, from: visit) else { return }
        add(SchemaComparison.findings(pair.with(was.node, now.node, subject), documents), in: visit)
    }

    /// Whether the base has the revision's component, and the revision the base's.
    private func haveBoth(_ was: String, _ now: String) -> Bool {
        documents.base.hasSchema(named: now) && documents.revision.hasSchema(named: was)
    }

    private mutating func reportReference(
        _ pair: SchemaPair, _ target: String, _ was: String, _ now: String, _ subject: SchemaSubject,
        _ visit: VisitGraph.Visit
    ) {
        var findings = SchemaFindings()
        findings.report(
            .schemaReferenceChanged, pair.use, subject, "\(pair.subject.text) refers to \(target) instead of `\(was)`",
            was: was, now: now, base: pair.base?.location, revision: pair.revision?.location)
        add(findings, in: visit)
    }

    /// Compares the texts of references that lead nowhere.
    private mutating func reportUnreadable(
        _ pair: SchemaPair, _ base: DocumentNode, _ revision: DocumentNode, _ visit: VisitGraph.Visit
    ) {
        if base.hasSameContent(as: revision) { return }
        report(
            .referenceUnreadable, pair.use.direction, subject: pair.subject.text, ComparisonContext(visit: visit),
            "the reference of \(pair.subject.text) cannot be resolved", was: base["$ref"]?.string ?? base.shownText,
            now: revision["$ref"]?.string ?? revision.shownText,
            at: (
                ChangeLocation(base.location, in: pair.subject.base),
                ChangeLocation(revision.location, in: pair.subject.revision)
            ))
    }
}

extension DocumentNode {
    /// The schema with the members beside the `$ref` that leads to it.
    fileprivate func adding(membersBeside reference: DocumentNode) -> DocumentNode {
        guard reference["$ref"] != nil, let members = json.members else { return self }
        let beside = (reference.json.members ?? []).filter { $0.name != "$ref" }
        guard !beside.isEmpty else { return self }
        let names = Set(beside.map(\.name))
        return DocumentNode(
            JSONNode(.object(members.filter { !names.contains($0.name) } + beside), at: location), in: document,
            named: name)
    }
}

import SpecDiagnostics
import SpecTree

// Schemas and the references between them.
extension Walk {
    mutating func compare(_ pending: PendingSchema) {
        guard let base = pending.base, let revision = pending.revision else {
            return compareOneSided(pending)
        }
        let isReference = (base: base["$ref"] != nil, revision: revision["$ref"] != nil)
        guard isReference.base || isReference.revision else {
            return compareSchemaObjects(base, revision, pending.use, pending.subject)
        }
        guard let was = self.base.follow(base), let now = self.revision.follow(revision) else {
            return reportUnreadable(pending, base, revision)
        }
        if isReference.base, isReference.revision { compareBesideReferences(base, revision, pending) }
        guard let wasName = was.component, let nowName = now.component else {
            // One side spells out what the other one refers to.
            return compareUnnamed(was.spot.saying(beside: base), now.spot.saying(beside: revision), pending)
        }
        compareComponents(wasName, was.spot, nowName, now.spot, pending)
    }

    /// A schema on one side only: on the other one, anything is allowed.
    private mutating func compareOneSided(_ pending: PendingSchema) {
        let followed = (
            base: pending.base.flatMap { base.follow($0) }, revision: pending.revision.flatMap { revision.follow($0) }
        )
        guard followed.base != nil || followed.revision != nil else { return }
        var subject = pending.subject
        // What the component itself says is no change of it.
        let places = (pending.base?.location ?? subject.base, pending.revision?.location ?? subject.revision)
        if subject.pinned == nil, let base = places.0 ?? places.1, let revision = places.1 ?? places.0 {
            subject.pinned = (base, revision)
        }
        compareSchemaObjects(followed.base?.spot, followed.revision?.spot, pending.use, subject)
    }

    private mutating func compareUnnamed(_ was: Spot, _ now: Spot, _ pending: PendingSchema) {
        guard let visit = visit(was.location, now.location, pending.use.rawValue) else { return }
        current = visit
        compareSchemaObjects(was, now, pending.use, pending.subject)
    }

    private mutating func compareComponents(
        _ wasName: String, _ was: Spot, _ nowName: String, _ now: Spot, _ pending: PendingSchema
    ) {
        let isMoved = wasName == nowName || !base.hasSchema(named: nowName) || !revision.hasSchema(named: wasName)
        var subject = pending.subject
        var use = pending.use.rawValue
        if isMoved {
            compareAliases(pending)
            subject = SchemaSubject(
                root: "`\(nowName)`", base: was.location, revision: now.location,
                isRequired: pending.subject.isRequired)
        } else if let base = pending.base, let revision = pending.revision {
            // The reference leads elsewhere: what differs is no change of either component.
            let pinned = subject.pinned ?? (base.location, revision.location)
            subject.pinned = pinned
            use += " from \(pinned.base.offset)"
            report(
                .schemaReferenceChanged, pending.use, subject,
                "\(pending.subject.text) refers to `\(nowName)` instead of `\(wasName)`", was: wasName, now: nowName,
                base: base.location, revision: revision.location)
        }
        guard let visit = visit(was.location, now.location, use) else { return }
        current = visit
        compareSchemaObjects(was, now, pending.use, subject)
    }

    /// Tells when a schema is referred to by another name that it has on both sides: a component that is a reference.
    private mutating func compareAliases(_ pending: PendingSchema) {
        guard let was = pending.base, let now = pending.revision, let wasName = was.referredName,
            let nowName = now.referredName, wasName != nowName, base.hasSchema(named: nowName),
            revision.hasSchema(named: wasName)
        else { return }
        report(
            .schemaReferenceChanged, pending.use, pending.subject,
            "\(pending.subject.text) refers to the same schema as `\(nowName)` instead of `\(wasName)`", was: wasName,
            now: nowName, base: was.location, revision: now.location)
    }

    /// What stands beside `$ref`: OpenAPI ignores it, pages mean it, and so do we.
    private mutating func compareBesideReferences(_ base: Spot, _ revision: Spot, _ pending: PendingSchema) {
        guard base.node.members?.count != 1 || revision.node.members?.count != 1 else { return }
        compareAnnotations(base, revision, pending.use, pending.subject)
    }

    /// Where a reference leads nowhere, its text is compared.
    private mutating func reportUnreadable(_ pending: PendingSchema, _ base: Spot, _ revision: Spot) {
        if base.node.hasSameContent(as: revision.node) { return }
        report(
            .referenceUnreadable, pending.use.direction, subject: pending.subject.text,
            "what \(pending.subject.text) refers to cannot be read",
            was: base["$ref"]?.string ?? base.node.shownText, now: revision["$ref"]?.string ?? revision.node.shownText,
            base: ChangeLocation(base.location, in: pending.subject.base),
            revision: ChangeLocation(revision.location, in: pending.subject.revision))
    }
}

extension Spot {
    /// The last word of its `$ref`: the name of what it refers to first.
    fileprivate var referredName: String? {
        self["$ref"]?.string.flatMap { $0.split(separator: "/").last.map(String.init) }
    }
}

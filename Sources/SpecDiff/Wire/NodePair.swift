import SpecDiagnostics

/// The visit that differences belong to, and where they are shown.
struct ComparisonContext {
    let visit: VisitGraph.Visit
    /// The place where all changes are shown, whatever component they are found in.
    var redirection: Redirection?
}

/// Two references, one of each side, that lead to different components.
struct Redirection {
    let base: SourceLocation
    let revision: SourceLocation

    var locations: ChangeLocations { (ChangeLocation(base), ChangeLocation(revision)) }
}

extension Redirection {
    /// Nil unless both sides have both components: then a difference between these is not a change of either.
    init?(_ uses: NodePair, _ documents: ComparedDocuments) {
        guard let was = uses.base["$ref"]?.string, let now = uses.revision["$ref"]?.string, was != now,
            documents.base.resolve(DocumentNode(uses.revision.json, in: uses.base.document)) != nil,
            documents.revision.resolve(DocumentNode(uses.base.json, in: uses.revision.document)) != nil
        else { return nil }
        self.init(base: uses.base.location, revision: uses.revision.location)
    }
}

/// Two versions of one object, and the context in which they are compared.
struct NodePair {
    let base: DocumentNode
    let revision: DocumentNode
    /// The object in words: "the response `200`".
    let subject: String
    let context: ComparisonContext

    init(_ base: DocumentNode, _ revision: DocumentNode, _ subject: String, _ context: ComparisonContext) {
        self.base = base
        self.revision = revision
        self.subject = subject
        self.context = context
    }

    /// Two objects inside of these, or the same under another name.
    func with(_ base: DocumentNode, _ revision: DocumentNode, _ subject: String) -> NodePair {
        NodePair(base, revision, subject, context)
    }

    /// The values of an entry on both sides; nil where one is missing.
    func entry(_ entry: NamedPair, _ subject: String) -> NodePair? {
        guard let base = entry.base, let revision = entry.revision else { return nil }
        return with(base, revision, subject)
    }

    func field(_ name: String) -> NamedPair {
        NamedPair(name: name, base: base[name], revision: revision[name])
    }

    /// The entries of an object in a field.
    func entries(of field: String) -> [NamedPair] {
        NamedPair.entries(base[field], revision[field])
    }

    /// Whether one side alone has `true`.
    func hasOtherFlag(_ field: String) -> Bool { base[field].isTrue != revision[field].isTrue }

    // MARK: Locations

    var locations: ChangeLocations { (ChangeLocation(base.location), ChangeLocation(revision.location)) }

    /// The locations of a field's values; those of the objects where they lack the field.
    func locations(of field: String) -> ChangeLocations {
        locations((base[field] ?? base).location, (revision[field] ?? revision).location)
    }

    /// The locations of a field's names; those of the objects where they lack the field.
    func nameLocations(of field: String) -> ChangeLocations {
        locations((base[field] ?? base).name, (revision[field] ?? revision).name)
    }

    /// The locations of an entry's values; for a missing entry, that of the list or the object around it.
    func valueLocations(of entry: NamedPair, in list: NamedPair? = nil) -> ChangeLocations {
        (
            ChangeLocation((entry.base ?? list?.base ?? base).location),
            ChangeLocation((entry.revision ?? list?.revision ?? revision).location)
        )
    }

    /// Places within the objects.
    func locations(_ base: SourceLocation, _ revision: SourceLocation) -> ChangeLocations {
        (ChangeLocation(base, in: self.base.location), ChangeLocation(revision, in: self.revision.location))
    }

    /// The locations of an entry's names; for a missing entry, those of the field or the object around it.
    func locations(of entry: NamedPair, in field: String) -> ChangeLocations {
        let outer = nameLocations(of: field)
        return (
            entry.base.map { ChangeLocation($0.name, in: $0.location) } ?? outer.base,
            entry.revision.map { ChangeLocation($0.name, in: $0.location) } ?? outer.revision
        )
    }
}

/// The places of a change on both sides.
typealias ChangeLocations = (base: ChangeLocation?, revision: ChangeLocation?)

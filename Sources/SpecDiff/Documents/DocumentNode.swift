import SpecDiagnostics
import SpecTree

/// A value of one side's documents, with the document that its references are resolved in.
struct DocumentNode {
    let json: JSONNode
    /// The document's index among those of the side.
    let document: Int
    /// Where the member's name begins; the value's own location for anything but a member.
    let name: SourceLocation

    init(_ json: JSONNode, in document: Int, named name: SourceLocation? = nil) {
        self.json = json
        self.document = document
        self.name = name ?? json.location
    }

    /// The value of a member; nil where it is missing.
    subscript(_ field: String) -> DocumentNode? {
        json.member(named: field).map(value(of:))
    }

    /// The members of an object, by name.
    var entries: [(name: String, value: DocumentNode)] {
        (json.members ?? []).map { ($0.name, value(of: $0)) }
    }

    /// The elements of an array.
    var elements: [DocumentNode] {
        (json.elements ?? []).map { DocumentNode($0, in: document) }
    }

    func value(of member: JSONMember) -> DocumentNode {
        DocumentNode(member.value, in: document, named: member.location)
    }

    var location: SourceLocation { json.location }
    var string: String? { json.string }
    var shownText: String { json.shownText }
    var isTrue: Bool { if case .boolean(true) = json.content { true } else { false } }

    func hasSameContent(as other: DocumentNode) -> Bool { json.hasSameContent(as: other.json) }

    /// The same object with the members that a condition keeps.
    func filtered(_ isKept: (JSONMember) -> Bool) -> DocumentNode {
        guard let members = json.members else { return self }
        return DocumentNode(JSONNode(.object(members.filter(isKept)), at: location), in: document, named: name)
    }

    /// The last segment of `$ref`: the name of the component that it refers to.
    var referenceName: String? {
        self["$ref"]?.string.flatMap { $0.split(separator: "/").last.map(String.init) }
    }
}

extension DocumentNode? {
    /// Whether the value is there and is `true`.
    var isTrue: Bool { self?.isTrue ?? false }
}

/// The values of one name on both sides.
struct NamedPair {
    let name: String
    let base: DocumentNode?
    let revision: DocumentNode?

    var isNew: Bool { base == nil }
    /// The name, where the base has a value.
    var was: String? { base.map { _ in name } }
    /// The name, where the revision has a value.
    var now: String? { revision.map { _ in name } }

    /// Whether a condition holds for both values; a missing value satisfies it.
    func both(_ condition: (JSONNode) -> Bool) -> Bool {
        [base, revision].allSatisfy { $0.map { condition($0.json) } ?? true }
    }

    var areObjects: Bool { both { $0.members != nil } }
    var areArrays: Bool { both { $0.elements != nil } }
    var areStrings: Bool { both { $0.string != nil } }
    var areBooleans: Bool { both { if case .boolean = $0.content { true } else { false } } }
}

extension NamedPair {
    /// Pairs by name: the base's in their order, then those of the revision alone. Equal names pair in their order.
    static func all(
        _ base: [(name: String, value: DocumentNode)], _ revision: [(name: String, value: DocumentNode)]
    ) -> [Self] {
        var positions: [String: [Int]] = [:]
        for (index, entry) in revision.enumerated().reversed() { positions[entry.name, default: []].append(index) }
        var paired: Set<Int> = []
        let known = base.map { entry in
            let index = positions[entry.name]?.popLast()
            if let index { paired.insert(index) }
            return Self(name: entry.name, base: entry.value, revision: index.map { revision[$0].value })
        }
        let new = revision.enumerated().filter { !paired.contains($0.offset) }
        return known + new.map { Self(name: $0.element.name, base: nil, revision: $0.element.value) }
    }

    /// The members of two objects.
    static func entries(_ base: DocumentNode?, _ revision: DocumentNode?) -> [Self] {
        all(base?.entries ?? [], revision?.entries ?? [])
    }

    /// The elements of two arrays, by a name made of each.
    static func elements(
        _ base: DocumentNode?, _ revision: DocumentNode?, by name: (DocumentNode) -> String
    ) -> [Self] {
        all((base?.elements ?? []).map { (name($0), $0) }, (revision?.elements ?? []).map { (name($0), $0) })
    }
}

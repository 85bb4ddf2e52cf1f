import SpecDiagnostics
import SpecTree

/// A value of one side's documents, with the document that its references are resolved in.
struct DocumentNode {
    let json: JSONNode
    /// The document's index among those of the side.
    let document: Int
    /// The location of the member's name; the value's own for anything but a member.
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
        NamePairs(base, revision, by: \.name).all.map { was, now in
            Self(name: (was ?? now)?.name ?? "", base: was?.value, revision: now?.value)
        }
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

extension JSONNode {
    /// The value for readers: a string's text, anything else as JSON; long values are cut.
    var shownText: String {
        if let string { return Self.cut(string) }
        var text = ""
        append(to: &text)
        return Self.cut(text)
    }

    private static let limit = 120

    private static func cut(_ text: String) -> String {
        text.count <= limit ? text : text.prefix(limit - 1) + "…"
    }

    /// Ends after the length that is shown, however deep the value is.
    private func append(to text: inout String) {
        guard text.utf8.count <= 4 * Self.limit else { return }
        switch content {
        case .null: text += "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .number(let number): text += number
        case .string(let string): text += Self.quoted(string)
        case .array(let elements):
            Self.list("[", elements, "]", &text) { $0.append(to: &$1) }
        case .object(let members):
            Self.list("{", members, "}", &text) { member, text in
                text += Self.quoted(member.name) + ": "
                member.value.append(to: &text)
            }
        }
    }

    private static func list<Element>(
        _ open: String, _ elements: [Element], _ close: String, _ text: inout String,
        _ append: (Element, inout String) -> Void
    ) {
        text += open
        for (index, element) in elements.enumerated() where text.utf8.count <= 4 * limit {
            if index > 0 { text += ", " }
            append(element, &text)
        }
        text += close
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

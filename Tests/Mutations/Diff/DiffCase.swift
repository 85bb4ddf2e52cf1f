import SpecPipeline
import SpecDiagnostics
import SpecDiff
import SpecTree

/// A document and its edited copy, compared in both directions.
struct DiffCase {
    private let document: MutatedDocument
    private let edit: DocumentEdit
    private let index: PlaceIndex
    private let forth: APIComparison
    private let back: APIComparison

    init(_ document: MutatedDocument, _ edit: DocumentEdit) {
        self.document = document
        self.edit = edit
        let copy = MutatedDocument.side(of: edit.result, named: "revision.json")
        index = PlaceIndex(copy.documents)
        let options = DiffOptions(today: "2030-01-01")
        forth = APIComparison(from: document.side, to: copy, options: options)
        back = APIComparison(from: copy, to: document.side, options: options)
    }

    /// The problem of the reports; nil without one.
    var problem: String? {
        missing ?? DiffMirror(forth, back).problem
    }

    private var missing: String? {
        switch edit.demand {
        case .anything: nil
        case .nothing:
            forth.changes.allSatisfy(isOrderOfInitializer) && forth.prose.isEmpty
                ? nil : "reports something though nothing changed: \(found)"
        case .change:
            forth.changes.contains(where: isNear) ? nil : "nothing is reported at the place of the edit: \(found)"
        case .prose:
            forth.changes.contains(where: isNear) || forth.prose.contains(where: isNear)
                ? nil : "nothing is reported at the place of the text: \(found)"
        }
    }

    /// The order of properties is that of an initializer's parameters.
    private func isOrderOfInitializer(_ change: Change) -> Bool {
        edit.base.tokens.last == "properties" && change.rule == "swift-declaration-changed"
    }

    private var found: String {
        let changes = forth.changes.map { "\($0.rule) (\($0.subject))" } + forth.prose.map(\.subject)
        return changes.isEmpty ? "nothing at all" : changes.prefix(8).joined(separator: ", ")
    }

    // MARK: Near

    private func isNear(_ change: Change) -> Bool {
        isNear(change.base?.location, change.revision?.location)
            || isNear(change.base?.subject, change.revision?.subject)
    }

    private func isNear(_ change: ProseChange) -> Bool {
        isNear(change.base, change.revision)
    }

    private func isNear(_ base: SourceLocation?, _ revision: SourceLocation?) -> Bool {
        let was = base.flatMap { document.index[$0] }.map { Self.isNear($0, edit.base.tokens) } ?? false
        let now = revision.flatMap { index[$0] }.map { Self.isNear($0, edit.revision.tokens) } ?? false
        return was || now
    }

    /// Whether a path leads to the place of the edit, into it, or to the object directly around it.
    private static func isNear(_ way: [String], _ edit: [String]) -> Bool {
        // A text is one text, whatever it holds.
        let edit = Array(edit.prefix(DocumentStructure.text(edit) ?? edit.count))
        let shared = zip(way, edit).prefix { $0 == $1 }.count
        if shared == edit.count { return true }
        if shared == way.count { return edit.count - way.count <= 2 || isRequiredAlternative(edit[shared...]) }
        // `required` is about the properties.
        return edit[shared] == "required" && way[shared] == "properties"
    }

    /// Alternatives that only require properties are a rule of the schema around them: `anyOf/1/required/0`.
    private static func isRequiredAlternative(_ way: ArraySlice<String>) -> Bool {
        let tokens = Array(way)
        return tokens.count == 4 && ["anyOf", "oneOf"].contains(tokens[0]) && tokens[2] == "required"
    }
}

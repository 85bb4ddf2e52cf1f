import SourceText
import SpecDiagnostics
import SpecTree

@testable import SpecDiff

/// What is different between two schemas, and nothing around them.
struct SchemaComparison {
    let changes: [Change]
    let prose: [ProseChange]

    /// - Parameters:
    ///   - base: The schema, as JSON.
    ///   - components: The schemas that references lead to, on both sides.
    init(
        _ base: String, _ revision: String, _ use: SchemaUse = .requestProperty, components: String = "{}",
        revisedComponents: String? = nil, isRequired: Bool? = nil, today: String = "2030-06-15"
    ) throws {
        let was = try Self.document("base.json", base, components)
        let now = try Self.document("revision.json", revision, revisedComponents ?? components)
        var walk = Walk(from: WalkSide([was]), to: WalkSide([now]), today: today)
        let spots = (Self.schema(was), Self.schema(now))
        walk.begin("GET /values")
        walk.schema(
            spots.0, spots.1, use,
            SchemaSubject(
                root: "the value", base: spots.0?.location, revision: spots.1?.location, isRequired: isRequired))
        walk.finishSchemas()
        changes = walk.reachedChanges()
        prose = walk.prose
    }

    /// The rules and levels of the changes, sorted: `request-property-type-changed breaking`.
    var verdicts: [String] { changes.map { "\($0.rule) \($0.wire.word)" }.sorted() }

    /// Where the schema begins in its document.
    static let offset = "{\"schema\": ".utf8.count

    private static func schema(_ document: PageDocument) -> Spot? {
        Spot(document.root, in: 0)["schema"]
    }

    private static func document(_ path: String, _ schema: String, _ components: String) throws -> PageDocument {
        let text = schema.isEmpty ? "" : "\"schema\": \(schema), "
        let file = SourceFile(
            path: path, bytes: Array("{\(text)\"components\": {\"schemas\": \(components)}}".utf8))
        var diagnostics = Diagnostics()
        guard let root = JSONNode.read(file, diagnostics: &diagnostics) else { throw NoJSON(text: schema) }
        return PageDocument(file: file, root: root)
    }

    struct NoJSON: Error { let text: String }
}

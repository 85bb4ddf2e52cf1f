import SourceText
import SpecDiagnostics
import SpecPipeline
import SpecTree
@testable import SpecDiff

/// The differences between two schemas alone.
struct ComparedSchemas {
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
        let documents = ComparedDocuments(base: SideDocuments([was]), revision: SideDocuments([now]), today: today)
        var comparison = DocumentComparison(documents)
        let schemas = NamedPair(name: "schema", base: Self.schema(was), revision: Self.schema(now))
        let context = comparison.begin("GET /values")
        comparison.compareLater(
            schemas, use,
            SchemaSubject(
                root: "the value", base: schemas.base?.location, revision: schemas.revision?.location,
                isRequired: isRequired), context)
        comparison.finishSchemas()
        changes = comparison.differences.changes
        prose = comparison.differences.prose
    }

    /// The rules and levels of the changes, sorted: `request-property-type-changed breaking`.
    var verdicts: [String] { changes.map { "\($0.rule) \($0.wire.word)" }.sorted() }

    /// The offset of the schema in its document.
    static let offset = "{\"schema\": ".utf8.count

    private static func schema(_ document: PageDocument) -> DocumentNode? {
        DocumentNode(document.root, in: 0)["schema"]
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

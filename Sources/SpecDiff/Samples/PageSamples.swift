import SourceText
import SpecAPI
import SpecDiagnostics
import SpecPages
import SpecDocument
import SpecTree

/// The blocks of JSON in the text of pages, and the schemas that they are samples of.
struct PageSamples {
    private let side: SideDocuments
    /// The schemas of JSON bodies, by the path of their page.
    private let bodies: [String: [JSONBody]]
    /// Those of all pages: a guide shows samples of other pages' operations.
    private let allBodies: [JSONBody]

    init(_ side: SideDocuments) {
        self.side = side
        allBodies = JSONBody.all(of: side)
        bodies = Dictionary(grouping: allBodies) { side.documents[$0.schema.document].file.path }
    }

    func violations(in page: SourceFile) -> [SampleViolation] {
        guard page.isMarkdown else { return [] }
        let candidates = bodies[page.path] ?? allBodies
        return FencedCode.blocks(in: page).filter(\.isSample).flatMap { block in
            let (value, problems) = LenientJSON.read(block.text)
            let found = problems + (value.map { violations(in: $0, candidates) } ?? [])
            return SampleViolation.all(of: String(decoding: block.text.bytes, as: UTF8.self), found)
        }
    }

    /// The least share of a sample's members that its schema names. A block below it shows an error, a header or a
    /// configuration file.
    private static let likeness = 0.7

    /// The violations of the schema that the sample fits best.
    private func violations(in value: JSONNode, _ candidates: [JSONBody]) -> [Violation] {
        var best: [Violation]?
        for candidate in candidates where Likeness(of: value, to: candidate.schema, in: side).share >= Self.likeness {
            var validation = SchemaValidation(side, candidate.direction)
            let found = validation.violations(of: value, at: SamplePath("the sample"), against: candidate.schema)
            if found.count < best?.count ?? .max { best = found }
            if found.isEmpty { break }
        }
        return best ?? []
    }
}

/// The schema of a JSON body.
private struct JSONBody {
    let schema: DocumentNode
    let direction: Change.Direction

    /// The request and response bodies of all operations, in the order of the documents.
    static func all(of side: SideDocuments) -> [Self] {
        side.roots.flatMap { $0["paths"]?.entries ?? [] }
            .flatMap { path in path.value.entries.filter { PathItem.methods.contains($0.name) } }
            .flatMap { operation in
                all(operation.value["requestBody"], .request, side)
                    + (operation.value["responses"]?.entries ?? []).flatMap { all($0.value, .response, side) }
            }
    }

    private static func all(
        _ body: DocumentNode?, _ direction: Change.Direction, _ side: SideDocuments
    ) -> [Self] {
        guard let content = body.flatMap({ side.resolve($0) })?.node["content"] else { return [] }
        return content.entries.filter { MediaTypeName($0.name).kind == .json }
            .compactMap { $0.value["schema"].map { Self(schema: $0, direction: direction) } }
    }
}

extension FencedCode {
    /// Whether a block is marked as JSON and is not a document.
    fileprivate var isSample: Bool {
        infoString.split(separator: " ").first?.lowercased() == "json" && !isDocument
    }
}

/// The share of a sample's members that a schema names.
private struct Likeness {
    /// Members of all objects, and those of them that the schema names.
    private var count = 0
    private var known = 0

    /// From 0 to 1; 0 for a sample without members.
    var share: Double {
        count == 0 ? 0 : Double(known) / Double(count)
    }

    init(of value: JSONNode, to schema: DocumentNode, in side: SideDocuments) {
        var waiting: [(value: JSONNode, schemas: [DocumentNode])] = [(value, [schema])]
        while let (value, schemas) = waiting.popLast() {
            switch value.content {
            case .array(let elements):
                let items = schemas.compactMap { side.resolve($0)?.node["items"] }
                waiting += elements.map { ($0, items) }
            case .object(let members):
                let declared = schemas.map { DeclaredMembers($0, in: side) }
                for member in members {
                    let named = declared.flatMap { $0.properties[member.name] ?? $0.others }
                    let isKnown = declared.contains { $0.properties[member.name] != nil || !$0.others.isEmpty }
                    count += 1
                    known += isKnown ? 1 : 0
                    if isKnown { waiting.append((member.value, Self.distinct(named))) }
                }
            default: break
            }
        }
    }

    private static func distinct(_ schemas: [DocumentNode]) -> [DocumentNode] {
        var seen: Set<SourceLocation> = []
        return schemas.filter { seen.insert($0.location).inserted }
    }
}

import SourceText
import SpecDiagnostics
import SpecPages
import SpecTree

/// The blocks of JSON in the text of pages, beside the schemas that they are samples of.
struct PageSamples {
    private let side: WalkSide
    /// The schemas of JSON bodies, by the path of the page that they stand in.
    private let bodies: [String: [BodySchema]]
    /// Those of all pages: a guide shows samples of other pages' operations.
    private let allBodies: [BodySchema]

    init(_ side: DiffSide, _ documents: WalkSide) {
        self.side = documents
        let survey = BodySurvey(documents)
        bodies = Dictionary(grouping: survey.bodies) { documents.documents[$0.schema.document].file.path }
        allBodies = survey.bodies
    }

    func findings(in page: SourceFile) -> [FoundMisfit] {
        guard !page.path.lowercased().hasSuffix(".json") else { return [] }
        let candidates = bodies[page.path] ?? allBodies
        return FencedCode.blocks(in: page).filter(\.isSample).flatMap { findings(in: $0.text, candidates) }
    }

    private func findings(in text: JSONText, _ candidates: [BodySchema]) -> [FoundMisfit] {
        let (value, problems) = LooseJSON.read(text)
        let found = problems + (value.map { misfits(of: $0, candidates) } ?? [])
        return FoundMisfit.all(of: String(decoding: text.bytes, as: UTF8.self), found)
    }

    /// How much of a sample's members a schema must name to be taken for its schema: less than that, and it is an
    /// error, a header or a configuration file.
    private static let likeness = 0.7

    /// What does not fit the schema that the sample fits best.
    private func misfits(of value: JSONNode, _ candidates: [BodySchema]) -> [Misfit] {
        var best: [Misfit]?
        for candidate in candidates where Likeness(of: value, to: candidate.schema, in: side).share >= Self.likeness {
            var fit = SchemaFit(side, candidate.direction)
            let found = fit.misfits(of: value, at: SamplePlace("the sample"), against: candidate.schema)
            if found.count < best?.count ?? .max { best = found }
            if found.isEmpty { break }
        }
        return best ?? []
    }
}

extension FencedCode {
    /// A block that calls itself JSON and is no document.
    fileprivate var isSample: Bool {
        infoString.split(separator: " ").first?.lowercased() == "json" && !isDocument
    }
}

/// How much of a sample a schema names.
private struct Likeness {
    /// Members of all objects, and those of them that the schema names.
    private var count = 0
    private var known = 0

    /// From 0 to 1; 0 for what holds no object with members.
    var share: Double {
        count == 0 ? 0 : Double(known) / Double(count)
    }

    init(of value: JSONNode, to schema: Spot, in side: WalkSide) {
        var waiting: [(value: JSONNode, schemas: [Spot])] = [(value, [schema])]
        while let (value, schemas) = waiting.popLast() {
            switch value.content {
            case .array(let elements):
                let items = schemas.flatMap { Self.items(of: $0, in: side) }
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

    private static func distinct(_ schemas: [Spot]) -> [Spot] {
        var seen: Set<SourceLocation> = []
        return schemas.filter { seen.insert($0.location).inserted }
    }

    private static func items(of schema: Spot, in side: WalkSide) -> [Spot] {
        side.follow(schema)?.spot["items"].map { [$0] } ?? []
    }
}

import SpecAPI
import SpecDiagnostics
import SpecTree

/// The documents of one side, and where their references lead.
struct WalkSide {
    let documents: [PageDocument]
    private let references: ReferenceFinder
    /// Of equal components of several pages, the first one's place by the others'.
    private let firstCopies: [SourceLocation: Spot]

    private let schemaNames: Set<String>

    init(_ documents: [PageDocument]) {
        self.documents = documents
        schemaNames = Set(
            documents.flatMap { ($0.root["components"]?["schemas"]?.members ?? []).map(\.name) })
        references = ReferenceFinder(documents)
        firstCopies = ComponentCopies(documents).firsts
    }

    func hasSchema(named name: String) -> Bool {
        schemaNames.contains(name)
    }

    /// Whether an earlier page describes the component alike.
    func isCopy(_ component: Spot) -> Bool {
        firstCopies[component.location] != nil
    }

    var roots: [Spot] {
        documents.indices.map { Spot(documents[$0].root, in: $0) }
    }

    /// What a value is, or leads to.
    struct Followed {
        let spot: Spot
        /// The component's name, where a reference leads to one.
        let component: String?
    }

    /// Follows `$ref`, and what it leads to, to the end; nil where that leads nowhere, or in a circle.
    func follow(_ spot: Spot) -> Followed? {
        var followed = Followed(spot: spot, component: nil)
        var seen: Set<SourceLocation> = []
        while let text = followed.spot["$ref"]?.string {
            guard seen.insert(followed.spot.location).inserted,
                case .success(let target) = references.target(of: text, in: followed.spot.document),
                let node = references.node(at: target)
            else { return nil }
            let tokens = target.pointer.tokens
            let isComponent = tokens.count == 3 && tokens[0] == "components"
            let found = Spot(node, in: target.scope)
            followed = Followed(
                spot: firstCopies[node.location] ?? found,
                component: isComponent ? tokens[2] : nil)
        }
        return followed
    }
}

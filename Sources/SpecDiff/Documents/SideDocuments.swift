import SpecAPI
import SpecDiagnostics
import SpecTree

/// The documents of one side, and the targets of their references.
struct SideDocuments {
    let documents: [PageDocument]
    private let references: ReferenceFinder
    /// The first of several equal components, by the locations of the others.
    private let firstCopies: [SourceLocation: DocumentNode]
    private let schemaNames: Set<String>

    init(_ documents: [PageDocument]) {
        self.documents = documents
        schemaNames = Set(documents.flatMap { ($0.root["components"]?["schemas"]?.members ?? []).map(\.name) })
        references = ReferenceFinder(documents)
        firstCopies = ComponentCopies(documents).firsts
    }

    func hasSchema(named name: String) -> Bool {
        schemaNames.contains(name)
    }

    var roots: [DocumentNode] {
        documents.indices.map { DocumentNode(documents[$0].root, in: $0) }
    }

    /// The components of all documents, by kind; of copies, the first.
    var components: [String: [(name: String, value: DocumentNode)]] {
        var result: [String: [(name: String, value: DocumentNode)]] = [:]
        for kind in roots.flatMap({ $0["components"]?.entries ?? [] }) where ComponentKind(rawValue: kind.name) != nil {
            result[kind.name, default: []] += kind.value.entries.filter { firstCopies[$0.value.location] == nil }
        }
        return result
    }

    /// A value, or the target of its reference.
    struct Resolved {
        let node: DocumentNode
        /// The component's name, where a reference leads to a component.
        let component: String?
    }

    /// Follows `$ref` to the end; nil where it leads nowhere or in a cycle.
    func resolve(_ node: DocumentNode) -> Resolved? {
        var resolved = Resolved(node: node, component: nil)
        var seen: Set<SourceLocation> = []
        while let text = resolved.node["$ref"]?.string {
            guard seen.insert(resolved.node.location).inserted,
                case .success(let target) = references.target(of: text, in: resolved.node.document),
                let json = references.node(at: target)
            else { return nil }
            let tokens = target.pointer.tokens
            let isComponent = tokens.count == 3 && tokens[0] == "components"
            resolved = Resolved(
                node: firstCopies[json.location] ?? DocumentNode(json, in: target.scope),
                component: isComponent ? tokens[2] : nil)
        }
        return resolved
    }
}

/// The documents of both sides, and the day on which they are compared.
struct ComparedDocuments {
    let base: SideDocuments
    let revision: SideDocuments
    /// The day of the comparison, `YYYY-MM-DD`.
    let today: String

    /// Whether an object promises by `x-sunset` to work beyond today. Days compare as their texts do.
    func isBeforeSunset(_ node: DocumentNode) -> Bool {
        guard let sunset = node["x-sunset"]?.string else { return false }
        return sunset.prefix(10) > today
    }
}

import SpecAPI
import SpecDiagnostics
import SpecDocument
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

extension ComparedDocuments {
    /// Makes both sides' documents comparable, whatever their versions of OpenAPI.
    init(from base: [PageDocument], to revision: [PageDocument], today: String) {
        let documents = base + revision
        let pages = zip(documents, SchemaNotation.unified(documents.map(\.root))).map { document, root in
            PageDocument(file: document.file, root: root)
        }
        self.init(
            base: SideDocuments(Array(pages.prefix(base.count))),
            revision: SideDocuments(Array(pages.dropFirst(base.count))), today: today)
    }
}

/// Finds components that several pages describe alike, prose aside, together with their references: these are one.
private struct ComponentCopies {
    /// The first of several equal components, by the locations of the others.
    private(set) var firsts: [SourceLocation: DocumentNode] = [:]
    /// The components of each page by their references.
    private var components: [[String: DocumentNode]] = []

    init(_ documents: [PageDocument]) {
        guard documents.count > 1 else { return }
        var known: [String: [DocumentNode]] = [:]
        for (index, document) in documents.enumerated() {
            components.append(Self.components(of: document, index))
            for (name, node) in components[index] {
                let kind = ComponentKind(ofReference: name)?.objectKind ?? .schema
                if let first = known[name]?.first(where: { ComponentComparison.areSame($0.json, node.json, kind) }) {
                    firsts[node.location] = first
                } else {
                    known[name, default: []].append(node)
                }
            }
        }
        if known.values.contains(where: { $0.count > 1 }) { separate() }
    }

    private static func components(of document: PageDocument, _ index: Int) -> [String: DocumentNode] {
        var result: [String: DocumentNode] = [:]
        for kind in document.root["components"]?.members ?? [] {
            for member in kind.value.members ?? [] {
                result["#/components/\(kind.name)/\(member.name)"] = DocumentNode(
                    member.value, in: index, named: member.location)
            }
        }
        return result
    }

    /// Separates components that read alike but refer to different ones, until none is left.
    private mutating func separate() {
        let copies = components.flatMap(\.values).filter { firsts[$0.location] != nil }
        let references = Dictionary(
            copies.map { ($0.location, Self.references(in: $0.json)) }, uniquingKeysWith: { first, _ in first })
        var isChanged = true
        while isChanged {
            isChanged = false
            for copy in copies {
                guard let first = firsts[copy.location], let names = references[copy.location] else { continue }
                if names.contains(where: { place($0, in: copy.document) != place($0, in: first.document) }) {
                    firsts[copy.location] = nil
                    isChanged = true
                }
            }
        }
    }

    /// The location of the component that a reference of a page leads to, or of the first one equal to it.
    private func place(_ reference: String, in document: Int) -> SourceLocation? {
        guard let node = components[document][reference] else { return nil }
        return firsts[node.location]?.location ?? node.location
    }

    private static func references(in node: JSONNode) -> Set<String> {
        var result: Set<String> = []
        var open = [node]
        while let next = open.popLast() {
            if let text = next["$ref"]?.string { result.insert(text) }
            open += (next.members ?? []).map(\.value) + (next.elements ?? [])
        }
        return result
    }
}

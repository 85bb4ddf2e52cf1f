import SpecDocument
import SpecAPI
import SpecDiagnostics
import SpecTree

/// Finds components that several pages describe alike, prose aside, and with them all that they refer to: they are one.
struct ComponentCopies {
    /// Of each copy's place, the first component that says the same.
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

    /// Takes apart what reads alike and leads to different things: first what refers to them, then what refers to that.
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

    /// Where the component stands that a reference means in a page, or the one that it is a copy of.
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

import SpecDiagnostics
import SpecTree

/// The way to each of the wanted places in its document.
struct PointerIndex {
    struct Entry {
        /// The document's position among those of its side.
        let document: Int
        let pointer: JSONPointer
        /// Where the component or operation begins that the place is in, or the place itself.
        let home: SourceLocation
    }

    /// How deep components and operations stand: `/components/schemas/Amount`, `/paths/~1balance/get`.
    private static let homeDepth = 3

    private var entries: [SourceLocation: Entry] = [:]

    subscript(location: SourceLocation) -> Entry? {
        entries[location]
    }

    init(_ documents: [PageDocument], wanted: Set<SourceLocation>) {
        guard !wanted.isEmpty else { return }
        for (index, document) in documents.enumerated() { search(document.root, index, wanted) }
    }

    /// A value that is not looked into yet, and how deep it stands.
    private struct Open {
        let node: JSONNode
        let name: SourceLocation?
        let token: String?
        let depth: Int
    }

    /// Goes through a document without recursion.
    private mutating func search(_ root: JSONNode, _ document: Int, _ wanted: Set<SourceLocation>) {
        var path: [String] = []
        var home = root.location
        var open = [Open(node: root, name: nil, token: nil, depth: 0)]
        while let next = open.popLast() {
            path.removeSubrange(max(0, next.depth - 1)...)
            if let token = next.token { path.append(token) }
            if next.depth <= Self.homeDepth { home = next.node.location }
            for location in [next.name, next.node.location].compactMap(\.self)
            where wanted.contains(location) && entries[location] == nil {
                entries[location] = Entry(document: document, pointer: JSONPointer(path), home: home)
            }
            switch next.node.content {
            case .object(let members):
                open += members.reversed().map {
                    Open(node: $0.value, name: $0.location, token: $0.name, depth: next.depth + 1)
                }
            case .array(let elements):
                open += elements.enumerated().reversed().map {
                    Open(node: $1, name: nil, token: String($0), depth: next.depth + 1)
                }
            case .null, .boolean, .number, .string: continue
            }
        }
    }
}

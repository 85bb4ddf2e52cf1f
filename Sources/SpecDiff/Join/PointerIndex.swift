import SpecDiagnostics
import SpecTree

/// The pointers of wanted locations in their documents.
struct PointerIndex {
    struct Entry {
        /// The document's position among those of its side.
        let document: Int
        let pointer: JSONPointer
        /// The location of the component or operation around, or the location itself.
        let home: SourceLocation
    }

    /// The depth of components and operations: `/components/schemas/Amount`, `/paths/~1balance/get`.
    private static let homeDepth = 3

    private var entries: [SourceLocation: Entry] = [:]

    subscript(location: SourceLocation) -> Entry? {
        entries[location]
    }

    /// - Parameter wanted: The locations to find; nil is ignored.
    init(_ documents: [PageDocument], wanted: [SourceLocation?]) {
        let wanted = Set(wanted.compactMap(\.self))
        guard !wanted.isEmpty else { return }
        for (index, document) in documents.enumerated() { search(document.root, index, wanted) }
    }

    /// A value that is not searched yet, and its depth.
    private struct Open {
        let node: JSONNode
        let name: SourceLocation?
        let token: String?
        let depth: Int
    }

    /// Searches a document without recursion.
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

/// Changes by the components and operations around them.
struct Neighbours {
    typealias Entries = (base: PointerIndex.Entry?, revision: PointerIndex.Entry?)

    private struct Home: Hashable {
        let isBase: Bool
        let document: Int
        let tokens: ArraySlice<String>
    }

    private var changes: [Home: [Int]] = [:]
    private var count = 0

    mutating func add(_ change: Int, _ entries: Entries) {
        count = max(count, change + 1)
        for home in Self.homes(entries, ofDepths: 3...3) { changes[home, default: []].append(change) }
    }

    /// The changes in the same component or operation, and those around it, in their order.
    func near(_ entries: Entries) -> [Int] {
        let depths = [entries.base, entries.revision].compactMap { $0?.pointer.tokens.count }
        // A location outside of them may be around all.
        guard let least = depths.min(), least >= 3 else { return Array(0..<count) }
        return Set(Self.homes(entries, ofDepths: 1...3).flatMap { changes[$0] ?? [] }).sorted()
    }

    private static func homes(_ entries: Entries, ofDepths depths: ClosedRange<Int>) -> [Home] {
        [(entries.base, true), (entries.revision, false)].flatMap { entry, isBase in
            guard let entry else { return [Home]() }
            return depths.map {
                Home(isBase: isBase, document: entry.document, tokens: entry.pointer.tokens.prefix($0))
            }
        }
    }
}

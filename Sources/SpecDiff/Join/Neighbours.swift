import SpecTree

/// Changes by the components and operations that they stand in.
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

    /// The changes in the same component or operation, and those around it; in their order.
    func near(_ entries: Entries) -> [Int] {
        let depths = [entries.base, entries.revision].compactMap { $0?.pointer.tokens.count }
        // What is not in one of them may be around all.
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

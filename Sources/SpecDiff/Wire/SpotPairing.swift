/// What stands under one name on both sides.
struct SpotPair {
    let name: String
    let base: Spot?
    let revision: Spot?
}

enum SpotPairing {
    /// One of several of a name.
    private struct Key: Hashable {
        let name: String
        let ordinal: Int
    }

    /// Pairs by name: the base's in their order, then what only the revision has. The second one of a name pairs with the
    /// second.
    static func byName(_ base: [(String, Spot)], _ revision: [(String, Spot)]) -> [SpotPair] {
        let was = numbered(base)
        let now = numbered(revision)
        let nowByKey = Dictionary(now, uniquingKeysWith: { first, _ in first })
        let known = Set(was.map(\.0))
        let paired = was.map { SpotPair(name: $0.0.name, base: $0.1, revision: nowByKey[$0.0]) }
        let added = now.filter { !known.contains($0.0) }.map { SpotPair(name: $0.0.name, base: nil, revision: $0.1) }
        return paired + added
    }

    private static func numbered(_ spots: [(String, Spot)]) -> [(Key, Spot)] {
        var counts: [String: Int] = [:]
        return spots.map { name, spot in
            let ordinal = counts[name, default: 0]
            counts[name] = ordinal + 1
            return (Key(name: name, ordinal: ordinal), spot)
        }
    }
}

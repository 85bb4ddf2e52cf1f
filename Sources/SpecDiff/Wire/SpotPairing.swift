/// What stands under one name on both sides.
struct SpotPair {
    let name: String
    let base: Spot?
    let revision: Spot?
}

enum SpotPairing {
    /// Pairs by name: the base's in their order, then what only the revision has.
    static func byName(_ base: [(String, Spot)], _ revision: [(String, Spot)]) -> [SpotPair] {
        let now = Dictionary(revision, uniquingKeysWith: { first, _ in first })
        let known = Set(base.map(\.0))
        var seen: Set<String> = []
        let paired = base.filter { seen.insert($0.0).inserted }
            .map { SpotPair(name: $0.0, base: $0.1, revision: now[$0.0]) }
        let added = revision.filter { !known.contains($0.0) && seen.insert($0.0).inserted }
            .map { SpotPair(name: $0.0, base: nil, revision: $0.1) }
        return paired + added
    }
}

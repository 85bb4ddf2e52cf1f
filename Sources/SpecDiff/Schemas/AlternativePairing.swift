/// Which elements of two lists of alternatives are versions of one another: those that refer to one component, then those
/// that say the same, then those that are most alike, then the only ones that are left.
struct AlternativePairing {
    /// Positions in the base and the revision, in the revision's order.
    private(set) var pairs: [(base: Int, revision: Int)] = []
    /// Positions that have no counterpart.
    private(set) var removed: [Int]
    private(set) var added: [Int]

    /// So many pairs are looked at; lists beyond it pair by their references and positions.
    private static let limit = 10_000

    init(_ base: [Alternative], _ revision: [Alternative]) {
        removed = Array(base.indices)
        added = Array(revision.indices)
        pairEqual(base.map(\.reference), revision.map(\.reference))
        pairEqual(base.map(\.movingContent), revision.map(\.movingContent))
        pairLikeness(base, revision)
        pairLast(base, revision)
        pairs.sort { $0.revision < $1.revision }
    }

    /// Pairs those with the same key, the first with the first.
    private mutating func pairEqual<Key: Hashable>(_ base: [Key?], _ revision: [Key?]) {
        var positions: [Key: [Int]] = [:]
        for position in added.reversed() {
            if let key = revision[position] { positions[key, default: []].append(position) }
        }
        let found = removed.compactMap { position -> (Int, Int)? in
            guard let key = base[position], let other = positions[key]?.popLast() else { return nil }
            return (position, other)
        }
        take(found)
    }

    private mutating func pairLikeness(_ base: [Alternative], _ revision: [Alternative]) {
        let was = removed.filter { base[$0].mayMove }
        let now = added.filter { revision[$0].mayMove }
        guard was.count * now.count <= Self.limit else { return take(Array(zip(was, now))) }
        let candidates = was.flatMap { first in
            now.map { (first, $0, base[first].likeness(to: revision[$0])) }
        }
        let best = candidates.filter { $0.2 > 0 }.sorted {
            ($1.2, abs($0.0 - $0.1), $0.0 + $0.1) < ($0.2, abs($1.0 - $1.1), $1.0 + $1.1)
        }
        var known = (base: Set<Int>(), revision: Set<Int>())
        take(
            best.filter { first, second, _ in
                guard !known.base.contains(first), !known.revision.contains(second) else { return false }
                known.base.insert(first)
                known.revision.insert(second)
                return true
            }.map { ($0.0, $0.1) })
    }

    /// What is alone on both sides is the same thing, unless it is known to be another one.
    private mutating func pairLast(_ base: [Alternative], _ revision: [Alternative]) {
        guard removed.count == 1, added.count == 1, base[removed[0]].mayMove, revision[added[0]].mayMove,
            base[removed[0]].likeness(to: revision[added[0]]) >= 0
        else { return }
        take([(removed[0], added[0])])
    }

    private mutating func take(_ found: [(Int, Int)]) {
        pairs += found.map { (base: $0.0, revision: $0.1) }
        let taken = (base: Set(found.map(\.0)), revision: Set(found.map(\.1)))
        removed.removeAll { taken.base.contains($0) }
        added.removeAll { taken.revision.contains($0) }
    }
}

extension Alternative {
    fileprivate var movingContent: Int? { mayMove ? content : nil }
}

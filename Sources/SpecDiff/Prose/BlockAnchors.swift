/// The equal blocks of two pages that tell which place of one is which of the other: those that each page has once, as
/// many as keep their order, and what is equal directly before and behind them.
struct BlockAnchors {
    struct Pair {
        let base: Int
        let revision: Int
    }

    /// In the order of both pages.
    let pairs: [Pair]

    init(_ base: [TextBlock], _ revision: [TextBlock]) {
        let (old, new) = Self.keys(base, revision)
        var pairs: [Pair] = []
        var place = (base: 0, revision: 0)
        let unique = Self.longestInOrder(Self.uniquePairs(old, new)) + [Pair(base: old.count, revision: new.count)]
        for anchor in unique {
            let gap = (base: place.base..<anchor.base, revision: place.revision..<anchor.revision)
            let before = zip(old[gap.base], new[gap.revision]).prefix { $0 == $1 }.count
            pairs += (0..<before).map { Pair(base: place.base + $0, revision: place.revision + $0) }
            let left = (base: old[gap.base].dropFirst(before), revision: new[gap.revision].dropFirst(before))
            let behind = zip(left.base.reversed(), left.revision.reversed()).prefix { $0 == $1 }.count
            pairs += (1..<behind + 1).reversed().map {
                Pair(base: anchor.base - $0, revision: anchor.revision - $0)
            }
            if anchor.base < old.count { pairs.append(anchor) }
            place = (anchor.base + 1, anchor.revision + 1)
        }
        self.pairs = pairs
    }

    /// What must be equal for two blocks to be equal. Documents are told by their number, when both pages have as many.
    private static func keys(_ base: [TextBlock], _ revision: [TextBlock]) -> ([String], [String]) {
        let count = base.count { $0.kind == .document }
        let arePaired = count == revision.count { $0.kind == .document }
        return (keys(base, arePaired ? "" : "base "), keys(revision, arePaired ? "" : "revision "))
    }

    private static func keys(_ blocks: [TextBlock], _ side: String) -> [String] {
        var documents = 0
        return blocks.map { block in
            guard block.kind == .document else { return "\(block.kind) \(block.text)" }
            documents += 1
            return "\(side)document \(documents)"
        }
    }

    private static func uniquePairs(_ base: [String], _ revision: [String]) -> [Pair] {
        let old = uniquePlaces(base)
        let new = uniquePlaces(revision)
        return base.indices.compactMap { index in
            guard old[base[index]] == index, let place = new[base[index]], place >= 0 else { return nil }
            return Pair(base: index, revision: place)
        }
    }

    /// Where each key stands; -1 for one that stands at several places.
    private static func uniquePlaces(_ keys: [String]) -> [String: Int] {
        Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { _, _ in -1 })
    }

    /// The longest chain of pairs whose places rise on both sides (patience sorting).
    private static func longestInOrder(_ pairs: [Pair]) -> [Pair] {
        var tails: [Int] = []
        var previous = [Int?](repeating: nil, count: pairs.count)
        for index in pairs.indices {
            let length = tails.partitioningIndex { pairs[$0].revision >= pairs[index].revision }
            previous[index] = length > 0 ? tails[length - 1] : nil
            if length < tails.count { tails[length] = index } else { tails.append(index) }
        }
        var chain: [Pair] = []
        var next = tails.last
        while let index = next {
            chain.append(pairs[index])
            next = previous[index]
        }
        return chain.reversed()
    }
}

extension [Int] {
    /// The first position whose element is beyond, in an array where all behind one that is are too.
    fileprivate func partitioningIndex(_ isBeyond: (Int) -> Bool) -> Int {
        var (lower, upper) = (0, count)
        while lower < upper {
            let middle = (lower + upper) / 2
            if isBeyond(self[middle]) { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }
}

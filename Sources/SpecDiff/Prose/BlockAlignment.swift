/// Pairs the blocks of two pages.
struct BlockAlignment {
    enum Step {
        case pair(TextBlock, TextBlock)
        case removed(TextBlock)
        case added(TextBlock)
    }

    /// The steps in the order of both pages; between two pairs, removed blocks come first.
    private(set) var steps: [Step] = []
    private let base: [TextBlock]
    private let revision: [TextBlock]
    /// Whether the pages share so little text that one is a translation: then blocks pair by kind and place.
    private let areTranslations: Bool

    init(_ base: [TextBlock], _ revision: [TextBlock]) {
        self.base = base
        self.revision = revision
        let anchors = BlockAnchors(base, revision).pairs
        let shared = anchors.count { base[$0.base].isProse }
        areTranslations = 2 * shared < min(base.count(where: \.isProse), revision.count(where: \.isProse))
        var place = (base: 0, revision: 0)
        for anchor in anchors {
            align(place.base..<anchor.base, place.revision..<anchor.revision)
            steps.append(.pair(base[anchor.base], revision[anchor.revision]))
            place = (anchor.base + 1, anchor.revision + 1)
        }
        align(place.base..<base.count, place.revision..<revision.count)
    }

    /// Pairs the blocks between two pairs of equal blocks by similarity.
    private mutating func align(_ old: Range<Int>, _ new: Range<Int>) {
        var place = (base: old.lowerBound, revision: new.lowerBound)
        for pair in similarPairs(old, new) {
            remove(place.base..<pair.base, add: place.revision..<pair.revision)
            steps.append(.pair(base[pair.base], revision[pair.revision]))
            place = (pair.base + 1, pair.revision + 1)
        }
        remove(place.base..<old.upperBound, add: place.revision..<new.upperBound)
    }

    private mutating func remove(_ old: Range<Int>, add new: Range<Int>) {
        steps += base[old].map(Step.removed)
        steps += revision[new].map(Step.added)
    }

    /// Above this count, pairs are not compared: a text rewritten at such length is removed and added.
    private static let pairLimit = 100_000

    /// The ordered pairs with the greatest sum of similarities.
    private func similarPairs(_ old: Range<Int>, _ new: Range<Int>) -> [BlockAnchors.Pair] {
        guard !old.isEmpty, !new.isEmpty, old.count * new.count <= Self.pairLimit else { return [] }
        let scores = scores(old, new)
        var best = [[Double]](repeating: [Double](repeating: 0, count: new.count + 1), count: old.count + 1)
        for row in scores.indices.reversed() {
            for column in scores[row].indices.reversed() {
                let score = scores[row][column]
                let paired = score > 0 ? score + best[row + 1][column + 1] : 0
                best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
            }
        }
        var pairs: [BlockAnchors.Pair] = []
        var (row, column) = (0, 0)
        while row < old.count, column < new.count {
            if best[row][column] == best[row + 1][column] {
                row += 1
            } else if best[row][column] == best[row][column + 1] {
                column += 1
            } else {
                pairs.append(BlockAnchors.Pair(base: old.lowerBound + row, revision: new.lowerBound + column))
                row += 1
                column += 1
            }
        }
        return pairs
    }

    /// The similarity of each two blocks; 0 for two that cannot be versions of each other.
    private func scores(_ old: Range<Int>, _ new: Range<Int>) -> [[Double]] {
        let bags = revision[new].map { WordBag($0.text) }
        return base[old].map { was in
            let bag = WordBag(was.text)
            return zip(revision[new], bags).map { now, other in
                guard was.kind == now.kind, was.kind != .document else { return 0 }
                let similarity = bag.similarity(to: other)
                return similarity >= WordBag.similar ? similarity : areTranslations ? 0.1 : 0
            }
        }
    }
}

extension TextBlock {
    /// Whether a translator would translate it.
    fileprivate var isProse: Bool {
        kind != .document && kind != .code
    }
}

/// The equal blocks of two pages that align them: as many of those that each page has once as keep their order, and the
/// equal blocks directly before and behind them.
private struct BlockAnchors {
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

    /// The keys by which blocks are equal. Documents are known by number where both pages have equally many.
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

    /// The position of each key; -1 for a key with several.
    private static func uniquePlaces(_ keys: [String]) -> [String: Int] {
        Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { _, _ in -1 })
    }

    /// The longest chain of pairs whose positions rise on both sides (patience sorting).
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
    /// The first position whose element satisfies a condition that all elements behind it satisfy too.
    fileprivate func partitioningIndex(_ isBeyond: (Int) -> Bool) -> Int {
        var (lower, upper) = (0, count)
        while lower < upper {
            let middle = (lower + upper) / 2
            if isBeyond(self[middle]) { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }
}

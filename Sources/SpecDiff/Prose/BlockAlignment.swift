/// Which block of one page became which of another.
struct BlockAlignment {
    enum Step {
        case pair(TextBlock, TextBlock)
        case removed(TextBlock)
        case added(TextBlock)
    }

    /// In the order of both pages; between two pairs what was removed comes first.
    private(set) var steps: [Step] = []
    private let base: [TextBlock]
    private let revision: [TextBlock]
    /// Whether the pages share so little text that one is a translation: then blocks of one kind at one place pair.
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

    /// Pairs what stands between two pairs of equal blocks by similarity.
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

    /// More pairs of blocks than this are not looked at: what was rewritten at such length is removed and added.
    private static let pairLimit = 100_000

    /// The pairs in order of which the sum of similarities is greatest.
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

    /// How much each two blocks share; 0 for two that cannot be versions of each other.
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

/// Two lists, paired by a key, elements with one key in their order; those without a partner by the next key.
struct NamePairs<Element> {
    /// The base's in their order, each with its partner; then those of the revision alone in theirs.
    private(set) var all: [(base: Element?, revision: Element?)]

    init(_ base: [Element], _ revision: [Element], by keys: ((Element) -> String)...) {
        self.init(base, revision, keys: keys.map { (base.map($0), revision.map($0)) })
    }

    /// - Parameter keys: The first keys of all elements, then the next ones.
    init(_ base: [Element], _ revision: [Element], keys: [(base: [String], revision: [String])]) {
        var partners = [Int?](repeating: nil, count: base.count)
        var taken: Set<Int> = []
        for key in keys {
            var open: [String: [Int]] = [:]
            for index in revision.indices.reversed() where !taken.contains(index) {
                open[key.revision[index], default: []].append(index)
            }
            for index in base.indices where partners[index] == nil {
                guard let partner = open[key.base[index]]?.popLast() else { continue }
                partners[index] = partner
                taken.insert(partner)
            }
        }
        all = zip(base, partners).map { ($0, $1.map { revision[$0] }) }
        all += revision.enumerated().filter { !taken.contains($0.offset) }.map { (nil, $0.element) }
    }

    var pairs: [(base: Element, revision: Element)] {
        all.compactMap { if let base = $0, let revision = $1 { (base, revision) } else { nil } }
    }

    var gone: [Element] { all.filter { $0.revision == nil }.compactMap(\.base) }
    var added: [Element] { all.filter { $0.base == nil }.compactMap(\.revision) }
}

extension Sequence where Element == (Int, Int) {
    /// The pairs of positions of which no earlier pair has either, so that the best pairs come first.
    func disjoint() -> [(Int, Int)] {
        var taken: (base: Set<Int>, revision: Set<Int>) = ([], [])
        return filter { base, revision in
            guard !taken.base.contains(base), !taken.revision.contains(revision) else { return false }
            taken.base.insert(base)
            taken.revision.insert(revision)
            return true
        }
    }
}

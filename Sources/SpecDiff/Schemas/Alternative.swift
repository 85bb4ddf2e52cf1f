import SpecTree

/// An element of `allOf`, `oneOf` or `anyOf`, with the traits by which another version of it is recognized.
struct Alternative {
    /// The component that it refers to, by its last name.
    fileprivate let reference: String?
    /// Whether the other version may have it under another name, or elsewhere.
    fileprivate let mayMove: Bool
    private let title: String?
    private let type: String?
    /// The names of its properties.
    private let properties: Set<String>
    /// The values of properties that allow only one, as a discriminator would.
    private let tags: [String: String]
    private let enumValues: Set<String>
    /// Equal for the same content, members in the same order; nil for large content and for one that cannot move.
    fileprivate let content: Int?

    init(_ element: DocumentNode, in side: SideDocuments, other: SideDocuments) {
        let resolved = side.resolve(element)
        let schema = resolved?.node ?? element
        reference = element.referenceName
        mayMove = resolved?.component.map { !other.hasSchema(named: $0) } ?? true
        content = mayMove ? schema.json.hash(budget: Self.budget) : nil
        title = schema["title"]?.string
        type = schema["type"]?.shownText
        let entries = schema["properties"]?.entries ?? []
        properties = Set(entries.map(\.name))
        var tags: [String: String] = [:]
        for entry in entries { tags[entry.name] = entry.value.onlyValue }
        self.tags = tags
        enumValues = Set((schema["enum"]?.elements ?? []).map(\.shownText))
    }

    /// The likeness of two versions of one alternative; 0 where they have nothing in common.
    fileprivate func likeness(to other: Self) -> Int {
        var likeness = 0
        if let title, title == other.title { likeness += 100 }
        for (name, value) in tags {
            guard let second = other.tags[name] else { continue }
            likeness += value == second ? 200 : -200
        }
        likeness += 4 * properties.intersection(other.properties).count
        likeness += 4 * enumValues.intersection(other.enumValues).count
        if type == other.type { likeness += 1 }
        return likeness
    }

    /// The most values of an alternative that are compared: nested lists must not cost the square of their depth.
    static let budget = 256
}

extension DocumentNode {
    /// The one value that a schema allows, by `const` or `enum`.
    fileprivate var onlyValue: String? {
        if let value = self["const"] { return value.shownText }
        guard let values = self["enum"]?.elements, values.count == 1 else { return nil }
        return values.first?.shownText
    }
}

extension JSONNode {
    /// A number that equal values share, members in the same order; nil for more values than the budget.
    func hash(budget: Int) -> Int? {
        var budget = budget
        var hasher = Hasher()
        var open = [self]
        while let next = open.popLast() {
            budget -= 1
            guard budget >= 0 else { return nil }
            switch next.content {
            case .object(let members):
                hasher.combine(members.count)
                for member in members { hasher.combine(member.name) }
                open += members.map(\.value)
            case .array(let elements):
                hasher.combine(elements.count)
                open += elements
            case .string(let text): hasher.combine("\"\(text)")
            case .null, .boolean, .number: hasher.combine(next.shownText)
            }
        }
        return hasher.finalize()
    }
}

/// Pairs the elements of two lists of alternatives: those that refer to one component, then equal ones, then those that are
/// most alike, then the only ones left.
struct AlternativePairing {
    /// Positions in the base and the revision, in the revision's order.
    private(set) var pairs: [(base: Int, revision: Int)] = []
    /// Positions that have no counterpart.
    private(set) var removed: [Int]
    private(set) var added: [Int]

    /// The most pairs that are compared; longer lists pair by references and positions.
    private static let limit = 10_000

    init(_ base: [Alternative], _ revision: [Alternative]) {
        removed = Array(base.indices)
        added = Array(revision.indices)
        pairEqual(base.map(\.reference), revision.map(\.reference))
        pairEqual(base.map(\.content), revision.map(\.content))
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
        take(best.map { ($0.0, $0.1) }.disjoint())
    }

    /// Pairs the only ones left, unless they contradict each other.
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

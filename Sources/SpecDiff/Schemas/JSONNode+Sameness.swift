import SpecTree

extension JSONNode {
    /// Whether both are the same value, members in any order, without recursion.
    ///
    /// - Parameter budget: How many values may be compared; beyond it they count as different.
    func isSame(as other: JSONNode, budget: Int = .max) -> Bool {
        var budget = budget
        var open = [(self, other)]
        while let (first, second) = open.popLast() {
            budget -= 1
            guard budget >= 0 else { return false }
            switch (first.content, second.content) {
            case (.object(let was), .object(let now)):
                guard let pairs = Self.pairs(was, now) else { return false }
                open += pairs
            case (.array(let was), .array(let now)):
                guard was.count == now.count else { return false }
                open += zip(was, now)
            default: guard first.hasSameContent(as: second) else { return false }
            }
        }
        return true
    }

    /// A number that values have in common that are written alike; nil when it costs more than is allowed.
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

    /// Nil where a name is missing.
    private static func pairs(_ was: [JSONMember], _ now: [JSONMember]) -> [(JSONNode, JSONNode)]? {
        guard was.count == now.count else { return nil }
        if zip(was, now).allSatisfy({ $0.name == $1.name }) { return zip(was, now).map { ($0.value, $1.value) } }
        let values = Dictionary(now.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let pairs = was.compactMap { member in values[member.name].map { (member.value, $0) } }
        return pairs.count == was.count ? pairs : nil
    }
}

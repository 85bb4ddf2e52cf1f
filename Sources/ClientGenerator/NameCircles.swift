/// Names that lead to each other: the strongly connected components of a graph, found by Tarjan's algorithm without
/// recursion, since a chain of schemas can be as long as a document.
struct NameCircles {
    private struct Visit {
        let name: String
        var next = 0
    }

    private let targets: [String: [String]]
    private var index: [String: Int] = [:]
    private var low: [String: Int] = [:]
    private var stack: [String] = []
    private var isOnStack: Set<String> = []
    private var visits: [Visit] = []
    private var circles: [String: Int] = [:]

    /// The number of the circle that each name is in. A name that does not lead back to itself is in none.
    static func find(in targets: [String: [String]]) -> [String: Int] {
        var search = Self(targets)
        for name in targets.keys.sorted() where search.index[name] == nil { search.walk(from: name) }
        return search.circles
    }

    private init(_ targets: [String: [String]]) {
        self.targets = targets
    }

    private mutating func walk(from start: String) {
        enter(start)
        while let visit = visits.last {
            let following = targets[visit.name] ?? []
            guard visit.next < following.count else {
                leave(visit.name)
                continue
            }
            visits[visits.count - 1].next += 1
            let target = following[visit.next]
            if index[target] == nil {
                enter(target)
            } else if isOnStack.contains(target) {
                lower(visit.name, to: index[target])
            }
        }
    }

    private mutating func enter(_ name: String) {
        low[name] = index.count
        index[name] = index.count
        stack.append(name)
        isOnStack.insert(name)
        visits.append(Visit(name: name))
    }

    private mutating func leave(_ name: String) {
        visits.removeLast()
        if let parent = visits.last { lower(parent.name, to: low[name]) }
        guard low[name] == index[name], let start = stack.lastIndex(of: name) else { return }
        let members = stack[start...]
        isOnStack.subtract(members)
        if members.count > 1 || targets[name]?.contains(name) == true {
            for member in members { circles[member] = index[name] }
        }
        stack.removeSubrange(start...)
    }

    private mutating func lower(_ name: String, to value: Int?) {
        guard let value, let known = low[name] else { return }
        low[name] = min(known, value)
    }
}

import SpecDiff

/// Pairs the equal elements of two lists, in order: Myers, "An O(ND) difference algorithm and its variations" (1986).
///
/// A search ends after a number of differences and keeps its matches, and the next one begins there. Therefore the time grows
/// with the length of the lists, and lists that share little are paired less well than they could be.
struct SequenceMatches {
    /// Elements that are equal in both lists.
    struct Match: Equatable {
        var base: Int
        var revision: Int
        var count: Int
    }

    /// The most differences of one search.
    private static let limit = 200

    private let base: [Int]
    private let revision: [Int]
    private var matches: [Match] = []

    /// The matches in order; elements outside of them differ.
    static func between(_ base: [Int], _ revision: [Int]) -> [Match] {
        var search = SequenceMatches(base: base, revision: revision)
        search.run()
        return search.matches
    }

    private mutating func run() {
        var start = Point(x: 0, y: 0)
        while start.x < base.count, start.y < revision.count {
            start = search(from: start)
        }
    }

    private struct Point: Equatable {
        var x: Int
        var y: Int
    }

    /// Searches as far as a few differences lead, and adds the matches on the way. Returns the end.
    private mutating func search(from start: Point) -> Point {
        let frontiers = Frontiers(limit: Self.limit)
        var trace: [Frontiers] = []
        var current = frontiers
        var best = start
        for differences in 0...Self.limit {
            for diagonal in stride(from: -differences, through: differences, by: 2) {
                let end = advanced(
                    to: current.next(on: diagonal, differences: differences), diagonal, from: start)
                current[diagonal] = end.x - start.x
                guard end.x <= base.count, end.y <= revision.count else { continue }
                if end.x + end.y > best.x + best.y { best = end }
            }
            trace.append(current)
            if best.x == base.count, best.y == revision.count { break }
        }
        addMatches(from: start, to: best, trace)
        return best
    }

    /// Moves along a diagonal over equal elements.
    private func advanced(to offset: Int, _ diagonal: Int, from start: Point) -> Point {
        var end = Point(x: start.x + offset, y: start.y + offset - diagonal)
        while end.x < base.count, end.y < revision.count, base[end.x] == revision[end.y] {
            end.x += 1
            end.y += 1
        }
        return end
    }

    /// Goes back from the end, over equal elements, then over one difference.
    private mutating func addMatches(from start: Point, to end: Point, _ trace: [Frontiers]) {
        var found: [Match] = []
        var end = end
        let diagonalOfEnd = (end.x - start.x) - (end.y - start.y)
        let last = trace.firstIndex { $0.reaches(end.x - start.x, on: diagonalOfEnd) } ?? 0
        for differences in stride(from: last, through: 1, by: -1) {
            let diagonal = (end.x - start.x) - (end.y - start.y)
            let before = trace[differences - 1]
            let offset = before.next(on: diagonal, differences: differences)
            let count = end.x - start.x - offset
            if count > 0 { found.append(Match(base: end.x - count, revision: end.y - count, count: count)) }
            let isRemoval = before.comesFromBelow(diagonal, differences: differences)
            end = Point(x: end.x - count - (isRemoval ? 1 : 0), y: end.y - count - (isRemoval ? 0 : 1))
        }
        if end.x > start.x { found.append(Match(base: start.x, revision: start.y, count: end.x - start.x)) }
        matches += found.reversed()
    }
}

/// The reach of each diagonal, in elements of the base from the start of a search.
private struct Frontiers {
    private var reached: [Int]
    private let middle: Int

    init(limit: Int) {
        middle = limit + 1
        reached = Array(repeating: -1, count: 2 * limit + 3)
    }

    subscript(diagonal: Int) -> Int {
        get { reached[middle + diagonal] }
        set { reached[middle + diagonal] = newValue }
    }

    /// The offset at which a diagonal is entered with one more difference.
    func next(on diagonal: Int, differences: Int) -> Int {
        guard differences > 0 else { return 0 }
        return comesFromBelow(diagonal, differences: differences) ? self[diagonal - 1] + 1 : self[diagonal + 1]
    }

    /// Whether the way to a diagonal removes an element of the base rather than adding one of the revision.
    func comesFromBelow(_ diagonal: Int, differences: Int) -> Bool {
        diagonal == differences || (diagonal != -differences && self[diagonal - 1] >= self[diagonal + 1])
    }

    func reaches(_ offset: Int, on diagonal: Int) -> Bool {
        self[diagonal] == offset
    }
}

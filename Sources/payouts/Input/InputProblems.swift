/// The problems of a file: all are counted, and of each thousand rows the first are kept. What is wrong with every row of
/// a file of a million is not a million lines.
struct InputProblems {
    private(set) var count = 0
    private var kept: [InputProblem] = []
    private var blocks: [Int: Block] = [:]
    private var leftOver = 0

    static let rowsABlock = 1000
    static let keptABlock = 20
    private static let keptBlocks = 10

    /// A thousand rows.
    private struct Block {
        var kept = 0
        var left = 0
        var last: InputPlace
    }

    var isEmpty: Bool { count == 0 }

    mutating func add(_ problem: InputProblem) {
        count += 1
        let number = Self.blockNumber(problem.place)
        guard blocks[number] != nil || blocks.count < Self.keptBlocks else {
            leftOver += 1
            return
        }
        var block = blocks[number] ?? Block(last: problem.place)
        block.last = max(block.last, problem.place)
        if block.kept < Self.keptABlock {
            kept.append(problem)
            block.kept += 1
        } else {
            block.left += 1
        }
        blocks[number] = block
    }

    /// Those that were kept as they are in the file, those of the whole file first, problems of one place in the order in
    /// which they were found; and behind each thousand rows, how many more there are.
    var lines: [InputProblem] {
        var problems = kept
        for (number, block) in blocks where block.left > 0 {
            let place = InputPlace(line: block.last.line, column: block.last.column)
            problems.append(InputProblem(place, Self.more(block.left, "in \(Self.rows(number, block))")))
        }
        problems = problems.enumerated().sorted { left, right in
            left.element.place == right.element.place
                ? left.offset < right.offset : left.element.place < right.element.place
        }.map(\.element)
        if leftOver > 0 { problems.append(InputProblem(.file, Self.more(leftOver, "in other rows"))) }
        return problems
    }

    private static func blockNumber(_ place: InputPlace) -> Int {
        place.element.map { $0 / rowsABlock } ?? max(0, (place.line ?? 0) - 1) / rowsABlock
    }

    private static func rows(_ number: Int, _ block: Block) -> String {
        let first = number * rowsABlock
        return block.last.element == nil
            ? "lines \(first + 1) to \(first + rowsABlock)" : "items[\(first)] to items[\(first + rowsABlock - 1)]"
    }

    private static func more(_ count: Int, _ where: String) -> String {
        "\(count) more problem\(count == 1 ? "" : "s") \(`where`)"
    }
}

import Testing

@testable import payouts

struct InputProblemsTests {
    @Test func keepsTheOrderOfTheFile() {
        var problems = InputProblems()
        for (line, column, message) in [(3, nil, "c"), (1, 2, "b"), (1, nil, "a"), (nil, nil, "0"), (3, nil, "d")] {
            problems.add(InputProblem(line: line, column: column, message))
        }
        #expect(problems.count == 5)
        #expect(
            problems.lines.map { $0.text(in: "f") } == [
                "f: error: 0\n", "f:1: error: a\n", "f:1:2: error: b\n", "f:3: error: c\n", "f:3: error: d\n",
            ])
    }

    @Test func capsTheLinesOfEveryThousandRows() {
        var problems = InputProblems()
        for line in 2...2500 { problems.add(InputProblem(line: line, "x")) }
        let lines = problems.lines.map { $0.text(in: "f") }
        #expect(problems.count == 2499)
        #expect(lines.count == 3 * 21)
        #expect(lines[20] == "f:1000: error: 979 more problems in lines 1 to 1000\n")
        #expect(lines[21] == "f:1001: error: x\n")
        #expect(lines[41] == "f:2000: error: 980 more problems in lines 1001 to 2000\n")
        #expect(lines[62] == "f:2500: error: 480 more problems in lines 2001 to 3000\n")
    }

    @Test func capsTheWholeFile() {
        var problems = InputProblems()
        for line in 1...1_000_000 { problems.add(InputProblem(line: line, "x")) }
        #expect(problems.count == 1_000_000)
        #expect(problems.lines.count == 211)
        #expect(problems.lines.last?.text(in: "f") == "f: error: 990000 more problems in other rows\n")
    }

    @Test func countsElementsWhereALineHoldsAllOfThem() {
        var problems = InputProblems()
        for element in 0..<1500 {
            problems.add(
                InputProblem(InputLocation(line: 1, column: element + 2, element: element), itemID: "p-1", "x"))
        }
        let lines = problems.lines.map { $0.text(in: "f") }
        #expect(lines[0] == "f:1:2: error: items[0] (p-1): x\n")
        #expect(lines[20] == "f:1:1001: error: 980 more problems in items[0] to items[999]\n")
        #expect(lines.count == 42)
    }

    @Test func countsOneMore() {
        var problems = InputProblems()
        for _ in 1...21 { problems.add(InputProblem(line: 7, "x")) }
        #expect(problems.lines.last?.message == "1 more problem in lines 1 to 1000")
    }
}

import Foundation

/// Runs the parts in turns and prints the measurements.
struct BenchmarkReport {
    let program: String

    private static let comparedItems = 50_000
    private static let sizes = [1_000, 10_000, 100_000, 1_000_000]

    func run() throws {
        try printComparison()
        try printLinearity()
        try printSigning()
        try printPayroll()
        try printJournal()
    }

    private func printComparison() throws {
        let tasks: [BenchmarkPart.Task] = [.read, .decode, .write, .encode]
        let results = try measured(tasks.map { BenchmarkPart($0, items: Self.comparedItems, runs: 3) }, rounds: 5)
        print(
            "A retrieved page of \(Self.comparedItems) items: medians of processor time, and the process's peak memory\n"
        )
        print("|  | ns/item | MB/s | peak MB | times as fast |\n|---|---|---|---|---|")
        for (name, mine, other) in [
            ("KurusJSON reads", 0, 1), ("JSONDecoder reads", 1, 1), ("KurusJSON writes", 2, 3),
            ("JSONEncoder writes", 3, 3),
        ] {
            let result = results[mine]
            let ratio = results[other].nanoseconds / result.nanoseconds
            let cells = [
                "\(Int(result.nanoseconds) / Self.comparedItems)", "\(Int(result.throughput))", megabytes(result),
                String(format: "%.1f", ratio),
            ]
            print("| \(name) | \(cells.joined(separator: " | ")) |")
        }
    }

    private func printLinearity() throws {
        let parts = [BenchmarkPart.Task.read, .write].flatMap { task in
            Self.sizes.map { BenchmarkPart(task, items: $0, runs: max(3, 100_000 / $0)) }
        }
        let results = try measured(parts, rounds: 3)
        print("\nCost by the number of items\n")
        print("| items | read ns/item | peak MB | write ns/item | peak MB |\n|---|---|---|---|---|")
        for (index, size) in Self.sizes.enumerated() {
            let cells = [results[index], results[index + Self.sizes.count]].flatMap {
                ["\(Int($0.nanoseconds) / size)", megabytes($0)]
            }
            print("| \(size) | \(cells.joined(separator: " | ")) |")
        }
    }

    private func printSigning() throws {
        let parts = [BenchmarkPart(.digest, items: 16 * 1024, runs: 3), BenchmarkPart(.sign, items: 10_000, runs: 3)]
        let results = try measured(parts, rounds: 3)
        let request = results[1].nanoseconds / 10_000_000
        print("\nSHA-256: \(Int(results[0].throughput)) MB/s; signing a request: \(String(format: "%.1f", request)) µs")
    }

    private func printPayroll() throws {
        guard PayrollReading.program != nil else {
            return print("\nA payroll: needs 'swift build -c release --product payouts' before")
        }
        let parts = [BenchmarkPart.Task.payroll, .payrollJSON].flatMap { task in
            [50_000, 1_000_000].map { BenchmarkPart(task, items: $0, runs: 3) }
        }
        let results = try measured(parts, rounds: 1)
        print("\nA payroll that payouts reads and checks, the whole process\n")
        print("| rows | form | s | peak MB |\n|---|---|---|---|")
        for (part, result) in zip(parts, results) {
            let seconds = String(format: "%.2f", result.nanoseconds / 1_000_000_000)
            let form = part.task == .payroll ? "CSV" : "JSON"
            print("| \(part.items) | \(form) | \(seconds) | \(megabytes(result)) |")
        }
    }

    private func printJournal() throws {
        let result = try measured([BenchmarkPart(.journal, items: 100_000, runs: 5)], rounds: 1)[0]
        let seconds = String(format: "%.2f", result.nanoseconds / 1_000_000_000)
        print("\nOpening a journal of 100000 lines: \(seconds) s, \(megabytes(result)) MB")
    }

    /// Runs each part once in each round, so that a slow phase of the machine affects all of them.
    private func measured(_ parts: [BenchmarkPart], rounds: Int) throws -> [Measurement] {
        var results: [Measurement?] = parts.map { _ in nil }
        for _ in 0..<rounds {
            for (index, part) in parts.enumerated() {
                let result = try ChildProcess.measurement(of: part, program: program)
                results[index]?.add(result)
                results[index] = results[index] ?? result
            }
        }
        return results.compactMap { $0 }
    }

    private func megabytes(_ measurement: Measurement) -> String { "\(measurement.peakMemory / 1_000_000)" }
}

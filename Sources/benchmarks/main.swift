// swift run -c release benchmarks
//
// Without arguments: runs every part in a process of its own, in turns, and prints the tables. With them: one part.
import Foundation

let arguments = CommandLine.arguments.dropFirst()
if arguments.isEmpty {
    try BenchmarkReport(program: CommandLine.arguments[0]).run()
} else if let part = BenchmarkPart(arguments: Array(arguments)) {
    print(try part.measured().line)
} else {
    print("usage: benchmarks")
    exit(2)
}

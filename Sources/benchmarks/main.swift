// swift run -c release benchmarks [transport] [--wait SECONDS]
//
// Runs every part in its own process, in turns, and prints the tables: all of them, or those of the transports, which
// wait for an answer for the given seconds (3 by default). Other arguments run one part, or the server for one.
import Foundation

let program = CommandLine.arguments[0]
var arguments = Array(CommandLine.arguments.dropFirst())
var wait = 3
if arguments.count >= 2, arguments[arguments.count - 2] == "--wait", let seconds = Int(arguments[arguments.count - 1]) {
    wait = seconds
    arguments.removeLast(2)
}
if arguments.isEmpty {
    try BenchmarkReport(program: program).run()
    try TransportReport(program: program, wait: wait).run()
} else if arguments == ["transport"] {
    try TransportReport(program: program, wait: wait).run()
} else if arguments.count == 2, arguments[0] == "serve", let scheme = TransportServer.Scheme(rawValue: arguments[1]) {
    try TransportServer.run(scheme)
} else if arguments.count > 2, arguments[0] == "measure", let part = TransportPart(arguments: arguments.dropFirst(2)) {
    print(try await part.measured(url: arguments[1]).line)
} else if let part = BenchmarkPart(arguments: arguments) {
    print(try await part.measured().line)
} else {
    print("usage: benchmarks [transport] [--wait SECONDS]")
    exit(2)
}

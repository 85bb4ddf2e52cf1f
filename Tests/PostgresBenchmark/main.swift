// swift run -c release --traits Postgres PostgresBenchmark [PAYOUTS]
//
// Fills a journal in a server of its own, and measures what resuming one payout and counting all of them take.
import Foundation

#if Postgres
let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == "resume", arguments.count == 3 {
    try await ResumeMeasurement.run(folder: arguments[1], database: arguments[2])
} else if let payouts = Int(arguments.first ?? "1000000"), arguments.count <= 1, payouts >= 1000 {
    try await PostgresBenchmark(payouts: payouts, program: CommandLine.arguments[0]).run()
} else {
    print("usage: PostgresBenchmark [PAYOUTS], at least 1000")
    exit(2)
}
#else
print("left out: the journal in PostgreSQL is built with --traits Postgres")
exit(2)
#endif

#if Postgres
import KurusRuntime
import PayoutSimulator
import PostgresTestSupport
import Testing

extension DatabaseTests {
    /// `payouts stuck`: what needs a person, and commands that settle it.
    @Suite struct StuckTests {
        private static func made(_ faults: FaultScript = [:]) async throws -> DatabaseBench {
            try await DatabaseBench(["payroll.csv": DatabaseBench.payroll(rows: 2)], faults: faults)
        }

        private static func enqueue(_ bench: DatabaseBench) async throws {
            let outcome = await bench.payouts("enqueue", "payroll.csv", "--id", "nov", "--yes")
            try #require(outcome.status == 0, "\(outcome)")
        }

        /// A way to get stuck, and the commands that end it.
        struct Case: CustomTestStringConvertible, Sendable {
            let reason: String
            let status: Int32
            let begin: @Sendable () async throws -> DatabaseBench
            /// How many of the commands are tried, from the first one on, each behind the others.
            let commands: [Int]
            let payments: Int

            var testDescription: String { reason }
        }

        private static let noConnection = TransportError(.notSent, "no connection", isRetryable: false)

        static let cases = [
            Case(
                reason: "outcomeUnknown", status: 5,
                begin: {
                    let bench = try await made(FaultScript().with(.dropBeforeReading, at: .authorize))
                    try await enqueue(bench)
                    #expect(await bench.payouts("work", "--once").status == 5)
                    return bench
                }, commands: [0, 2], payments: 2),
            Case(
                reason: "outcomeUnknown", status: 5,
                begin: {
                    let bench = try await made(FaultScript().with(.dropBeforeReading, at: .authorize))
                    try await enqueue(bench)
                    #expect(await bench.payouts("work", "--once").status == 5)
                    return bench
                }, commands: [1], payments: 0),
            Case(
                reason: "startedElsewhere", status: 5,
                begin: {
                    let bench = try await made()
                    let stop = WatchedTransport(transport: SimulatorTransport(bench.simulator)) { path in
                        if path.hasSuffix("/auth") { throw noConnection }
                    }
                    let other = ["send", "payroll.csv", "--id", "nov", "--yes", "--simulator", "8700"]
                    #expect(await bench.run(other, transport: stop).status == 4)
                    #expect(await bench.payouts("enqueue", "payroll.csv", "--id", "nov", "--yes").status == 5)
                    return bench
                }, commands: [0], payments: 0),
            Case(
                reason: "unreachable", status: 1,
                begin: {
                    let bench = try await made()
                    try await enqueue(bench)
                    let offline = WatchedTransport(transport: SimulatorTransport(bench.simulator)) { _ in
                        throw noConnection
                    }
                    #expect(await bench.payouts("work", "--once", transport: offline).status == 4)
                    return bench
                }, commands: [0], payments: 2),
            Case(
                reason: "notReleased", status: 1,
                begin: {
                    let bench = try await made()
                    let offline = WatchedTransport(transport: SimulatorTransport(bench.simulator)) { path in
                        if path.hasSuffix("/init") { throw noConnection }
                    }
                    let enqueue = ["enqueue", "payroll.csv", "--id", "nov", "--yes"]
                    let database = ["--journal", "postgres", "--simulator", "8700"]
                    #expect(await bench.run(enqueue + database, transport: offline).status == 4)
                    #expect(await bench.payouts("work", "--once").status == 0)
                    return bench
                }, commands: [0], payments: 0),
            Case(
                reason: "unattended", status: 1,
                begin: {
                    let bench = try await made()
                    try await enqueue(bench)
                    #expect(await bench.payouts("stuck").output == "nothing is stuck\n")
                    try bench.sql("UPDATE kurus.standings SET since = now() - interval '11 minutes'")
                    return bench
                }, commands: [], payments: 0),
        ]

        @Test(arguments: cases)
        func namesItAndTheCommandThatSettlesIt(_ stuck: Case) async throws {
            let bench = try await stuck.begin()
            let text = await bench.payouts("stuck")
            #expect(text.status == stuck.status, "\(text)")
            let json = await bench.payouts("stuck", "--format", "json")
            #expect(json.status == stuck.status)
            let money = stuck.status == 5 ? "unknown" : "nothing"
            let object = try JSONReader.read(JSONValue.self, from: Array(json.output.utf8))
            let payouts = try #require(object["stuck"]?.array)
            #expect(payouts.map { $0["payout"]?.string } == ["nov"], "\(json)")
            let payout = try #require(payouts.first)
            #expect(payout["reason"]?.string == stuck.reason)
            #expect(payout["moneyMoved"]?.string == money)
            let commands = try #require(payout["commands"]?.array).compactMap { $0["command"]?.string }
            for command in commands { #expect(text.output.contains("  \(command)")) }
            for place in stuck.commands {
                let words = commands[place].split(separator: " ").dropFirst().map(String.init)
                let file = words.map { $0 == "FILE" ? "payroll.csv" : $0 }
                let outcome = await bench.run(file.first == "enqueue" ? file + ["--yes"] : file)
                #expect(outcome.status == (place == stuck.commands.last ? 0 : 5), "\(commands[place])\n\(outcome)")
            }
            guard !stuck.commands.isEmpty else { return }
            #expect(await bench.payouts("stuck").output == "nothing is stuck\n")
            #expect(bench.simulator.payments.count == stuck.payments)
        }
    }
}

extension JSONValue {
    fileprivate subscript(_ name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    fileprivate var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    fileprivate var string: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
#endif

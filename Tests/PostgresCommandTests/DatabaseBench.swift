#if Postgres
import Foundation
import HTTPTestSupport
import IyzicoMassPayout
import KurusRuntime
import PayoutSimulator
import PostgresJournal
import PostgresTestSupport
import Synchronization

@testable import payouts

/// A database of a test's own, a folder of files, a simulator in memory, and the command line run between them.
final class DatabaseBench: Sendable {
    let folder: String
    let cluster: PostgresCluster
    let database: String
    let simulator: SimulatedIyzico

    /// - Parameter isBegun: Whether the tables are made, by the command that makes them. The role that pays is there.
    init(
        _ files: [String: String] = [:], in cluster: PostgresCluster? = nil,
        behaviour: SimulatedBehaviour = SimulatedBehaviour(), faults: FaultScript = [:], isBegun: Bool = true
    ) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "payouts-\(UUID().uuidString)")
            .path(percentEncoded: false)
        self.cluster = try cluster ?? PostgresCluster.shared.get()
        database = try self.cluster.makeDatabase()
        simulator = try SimulatedIyzico(
            balance: 1_000_000, behaviour: behaviour, faults: faults, outcomes: .byDescription)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
        try sql("DO $$ BEGIN CREATE ROLE payer LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$")
        guard isBegun else { return }
        let outcome = await run(["journal", "migrate", "--grant", "payer"], user: "owner")
        guard outcome.status == 0 else { throw PostgresError.settings(outcome.description) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    func write(_ text: String, to name: String) throws {
        let isWritten = FileManager.default.createFile(
            atPath: folder + "/" + name, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        guard isWritten else { throw CocoaError(.fileWriteUnknown) }
    }

    @discardableResult
    func sql(_ statements: String) throws -> String {
        try cluster.sql(statements, database: database)
    }

    /// Runs a command on the journal in the database, with the simulator.
    func payouts(
        _ arguments: String..., transport: (any HTTPTransport)? = nil, stop: Stop = Stop(),
        clock: any Clock<Duration> = ContinuousClock()
    ) async -> CommandOutcome {
        await run(
            arguments + ["--journal", "postgres", "--simulator", "8700"], transport: transport, stop: stop, clock: clock
        )
    }

    /// Runs a command line unchanged.
    ///
    /// - Parameter clock: The system's: the simulator's account pauses for milliseconds.
    func run(
        _ arguments: [String], user: String = "payer", transport: (any HTTPTransport)? = nil, stop: Stop = Stop(),
        clock: any Clock<Duration> = ContinuousClock()
    ) async -> CommandOutcome {
        let streams = Mutex(CommandOutcome())
        let context = CommandContext(
            workingDirectory: folder,
            environment: ["HOME": folder, "KURUS_POSTGRES": "host=\(cluster.folder) dbname=\(database) user=\(user)"],
            output: { text in streams.withLock { $0.output += text } },
            errorOutput: { text in streams.withLock { $0.errors += text } },
            clock: clock, transport: transport ?? SimulatorTransport(simulator), untilStopped: { await stop.awaited() })
        let status = await PayoutsCommand.run(arguments, context)
        return streams.withLock { outcome in
            outcome.status = status
            return outcome
        }
    }

    /// The journal of the simulator's account, as a process of its own would open it.
    ///
    /// - Parameter now: Stands in for the database's clock.
    func journal(now: (@Sendable () -> Date)? = nil) async throws -> PostgresJournal {
        let account = try Account(simulatorAt: 8700, journals: nil)
        return try await PostgresJournal.open(
            cluster.settings(database, user: "payer"), for: account.identity,
            secret: account.credentials.journalSecret, connections: 1, now: now)
    }

    /// The number of payouts by state, counted by the database.
    func standings() async throws -> [OrderStanding: Int] {
        try await journal().statistics().payouts.filter { $0.value > 0 }
    }

    /// Whether every item was paid once.
    func paysOnce(_ items: Int) -> Bool {
        let payments = simulator.payments
        return payments.count == items && Set(payments.map(\.itemExternalID)).count == items
    }

    /// How often an operation was called.
    func calls(_ operation: SimulatedOperation) -> Int { simulator.operations.count { $0 == operation } }

    /// A file of so many rows, each of another person.
    static func payroll(rows: Int, _ description: String = "pay") -> String {
        "id,type,recipient,name,amount,currency,description\n"
            + (1...rows).map { "p\($0),phone,+90555000\(1000 + $0),,\($0).50,TRY,\(description)\n" }.joined()
    }
}

/// The output and the exit status of a run.
struct CommandOutcome: CustomStringConvertible, Sendable {
    var status: Int32 = -1
    var output = ""
    var errors = ""

    var lines: [String] { output.split(separator: "\n").map(String.init) }

    var description: String { "status \(status)\n--- output\n\(output)--- errors\n\(errors)---" }
}

/// The signal by which a test ends a run early, as SIGTERM does.
struct Stop: Sendable {
    private let signal = AsyncStream.makeStream(of: Void.self)

    func send() {
        signal.continuation.yield()
    }

    /// Returns when it was sent, or when the task is cancelled.
    func awaited() async {
        for await _ in signal.stream { return }
    }
}

/// Runs a body before it sends each request.
struct WatchedTransport: HTTPTransport {
    let transport: any HTTPTransport
    /// - Parameter path: The request's, for example `…/auth`.
    let body: @Sendable (_ path: String) async throws -> Void

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        try await body(request.url.path())
        return try await transport.send(request, timeout: timeout)
    }
}

/// Something that a test waits for.
struct Moment: Sendable {
    private let stream = AsyncStream.makeStream(of: Void.self)

    func come() {
        stream.continuation.yield()
        stream.continuation.finish()
    }

    func awaited() async {
        for await _ in stream.stream { return }
    }
}
#endif

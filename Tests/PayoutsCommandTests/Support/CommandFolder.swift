import Foundation
import HTTPTestSupport
import KurusRuntime
import PayoutSimulator
import Synchronization

@testable import payouts

/// A folder of a test's own, a simulator in memory, and the command line run between them.
final class CommandFolder: Sendable {
    let path: String
    let simulator: SimulatedIyzico
    /// 30 November 2026, 09:30 UTC, until it is moved.
    private let time = Mutex(Date(timeIntervalSince1970: 1_796_031_000))

    init(
        _ files: [String: String] = [:], balance: Decimal = 1_000_000,
        behaviour: SimulatedBehaviour = SimulatedBehaviour(), faults: FaultScript = [:],
        commission: Decimal = 0
    ) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "payouts-\(UUID().uuidString)")
            .path(percentEncoded: false)
        simulator = try SimulatedIyzico(
            balance: balance, behaviour: behaviour, faults: faults, outcomes: .byDescription, commission: commission)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ text: String, to name: String, mode: Int = 0o600) throws {
        try write(Array(text.utf8), to: name, mode: mode)
    }

    func write(_ bytes: [UInt8], to name: String, mode: Int = 0o600) throws {
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: mode]
        let isWritten = FileManager.default.createFile(
            atPath: path + "/" + name, contents: Data(bytes), attributes: attributes)
        guard isWritten else { throw CocoaError(.fileWriteUnknown) }
    }

    func text(of name: String) throws -> String {
        try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }

    func mode(of name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path + "/" + name)[.posixPermissions] as? Int
    }

    var files: [String] {
        (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
    }

    /// Lets days pass.
    func pass(days: Int) {
        time.withLock { $0 += TimeInterval(days * 86_400) }
    }

    /// Runs a command that works with the simulator.
    func payouts(_ arguments: String..., answers: [String]? = nil) async -> CommandOutcome {
        await run(arguments + ["--simulator", "8700"], answers: answers)
    }

    /// Runs a command line unchanged.
    ///
    /// - Parameters:
    ///   - answers: The lines typed at the terminal; nil for no terminal.
    ///   - stop: The signal that ends the run early.
    ///   - terminal: Reads a line of the terminal, instead of the answers.
    func run(
        _ arguments: [String], environment: [String: String] = [:], answers: [String]? = nil,
        transport: (any HTTPTransport)? = nil, inPlace: Bool = false, stop: Stop = Stop(),
        terminal: (@Sendable () -> String?)? = nil, input: [UInt8]? = nil
    ) async -> CommandOutcome {
        let streams = Mutex(CommandOutcome())
        let typed = Mutex(answers ?? [])
        let answer: @Sendable () -> String? = {
            if let terminal { return terminal() }
            return typed.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        }
        var context = CommandContext(
            workingDirectory: path, environment: ["HOME": path].merging(environment) { $1 },
            output: { text in streams.withLock { $0.output += text } },
            errorOutput: { text in streams.withLock { $0.errors += text } },
            showsProgressInPlace: inPlace, answer: answers == nil && terminal == nil ? nil : answer,
            clock: ManualClock(passesSleep: true),
            transport: transport ?? SimulatorTransport(simulator), untilStopped: { await stop.awaited() })
        context.now = { [self] in time.withLock { $0 } }
        if let input { context.standardInput = { () throws(FileReading.Failure) in input } }
        let status = await PayoutsCommand.run(arguments, context)
        return streams.withLock { outcome in
            outcome.status = status
            return outcome
        }
    }
}

/// The output and the exit status of a run.
struct CommandOutcome: Equatable, CustomStringConvertible, Sendable {
    var status: Int32 = -1
    var output = ""
    var errors = ""

    /// With the word HASH in place of every hash of a plan.
    var withoutHash: CommandOutcome {
        var outcome = self
        outcome.output.replace(/\b[0-9a-f]{64}\b/, with: "HASH")
        return outcome
    }

    var description: String {
        "status \(status)\n--- output\n\(output)--- errors\n\(errors)---"
    }
}

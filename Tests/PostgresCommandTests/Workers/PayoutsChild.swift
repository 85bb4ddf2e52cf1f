#if Postgres
import Foundation
import HTTPTestSupport
import PostgresTestSupport
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The built command line as a process of its own, to be stopped, continued and killed.
final class PayoutsChild: Sendable {
    private let process: pid_t
    /// Whether its end was waited for.
    private let isOver = Mutex(false)

    /// - Parameters:
    ///   - environment: Variables to add to those of this process.
    ///   - output: Takes what it prints.
    init(_ arguments: [String], environment: [String: String], output: Int32) throws {
        let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(input) }
        process = try Subprocess.start(
            [Self.executable()] + arguments, environment: environment, input: input, output: output)
    }

    deinit {
        kill()
    }

    func stop() { send(SIGSTOP) }

    func goOn() { send(SIGCONT) }

    /// Asks it to hand back what it has.
    func terminate() { send(SIGTERM) }

    /// Ends it by SIGKILL, which it cannot notice.
    func kill() {
        send(SIGKILL)
        wait()
    }

    private func send(_ signal: Int32) {
        isOver.withLock { isOver in
            guard !isOver else { return }
            #if canImport(Glibc)
            _ = Glibc.kill(process, signal)
            #else
            _ = Darwin.kill(process, signal)
            #endif
        }
    }

    /// Waits for its end.
    func wait() {
        guard !isOver.withLock({ $0 }) else { return }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        isOver.withLock { $0 = true }
    }

    private static func executable() throws -> String {
        let bundle = Bundle(for: PayoutsChild.self).bundleURL
        let candidates = [bundle, bundle.deletingLastPathComponent()].map {
            $0.appending(path: "payouts").path(percentEncoded: false)
        }
        guard let found = candidates.first(where: FileManager.default.isExecutableFile) else {
            throw CocoaError(.fileNoSuchFile)
        }
        return found
    }
}

/// `payouts simulate` in a process of its own, with a ledger that the test reads.
///
/// In the worst case, whatever a client repeats is paid again.
final class SimulatorChild: Sendable {
    let port: UInt16
    private let child: PayoutsChild
    private let ledger: String

    init(in folder: String) throws {
        ledger = folder + "/ledger"
        let output = Pipe()
        let end = output.fileHandleForWriting
        child = try PayoutsChild(
            ["simulate", "--port", "0", "--worst-case", "--ledger", ledger], environment: [:],
            output: end.fileDescriptor)
        try end.close()
        let line = String(decoding: output.fileHandleForReading.nextBytes(), as: UTF8.self)
        guard let match = line.firstMatch(of: /on port ([0-9]+);/), let port = UInt16(match.1) else {
            throw Subprocess.Failure(description: "the simulator said \(line)")
        }
        self.port = port
    }

    /// The amounts that were paid for each item, by the ledger's words, without the simulator's own code.
    func payments() throws -> [String: [String]] {
        let text = try String(contentsOfFile: ledger + "/iyzico.jsonl", encoding: .utf8)
        var payments: [String: [String]] = [:]
        for line in text.split(separator: "\n") where line.contains("\"payments\":") {
            for match in line.matches(of: /"itemExternalId":"([^"]+)"[^{}]*?"amount":([0-9.]+)/) {
                payments[String(match.1), default: []].append(String(match.2))
            }
        }
        return payments
    }
}
#endif

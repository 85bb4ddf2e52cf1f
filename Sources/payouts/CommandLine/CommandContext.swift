import Dispatch
import Foundation
import KurusCommandLine
import KurusRuntime
import KurusTransport

/// The environment of a command: files, streams, clock and transport. Tests replace them.
struct CommandContext: Sendable {
    /// The absolute path that relative paths are resolved against.
    var workingDirectory: String
    var environment: [String: String]
    /// Prints results.
    var output: @Sendable (String) -> Void
    /// Prints progress, questions and errors.
    var errorOutput: @Sendable (String) -> Void
    /// Whether a line of error output can be overwritten.
    var showsProgressInPlace = false
    /// Reads a line from the terminal; nil where there is no terminal.
    var answer: (@Sendable () -> String?)?
    /// Reads standard input to its end.
    var standardInput: @Sendable () throws(FileReading.Failure) -> [UInt8] = { () throws(FileReading.Failure) in
        throw FileReading.Failure(reason: "there is none")
    }
    /// The clock for pauses.
    var clock: any Clock<Duration> = ContinuousClock()
    /// The time of day, for the journal.
    var now: @Sendable () -> Date = { Date() }
    /// The transport for requests.
    var transport: any HTTPTransport
    /// Returns when the command should stop, or when the waiting task is cancelled.
    var untilStopped: @Sendable () async -> Void

    func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : workingDirectory + "/" + path
    }
}

extension CommandContext {
    /// The context of the process.
    static var ofProcess: CommandContext {
        let transport = PlatformTransport()
        if let note = transport.note { StandardStream.error.write("payouts: note: \(note)\n") }
        var context = CommandContext(
            workingDirectory: FileManager.default.currentDirectoryPath,
            environment: ProcessInfo.processInfo.environment,
            output: { StandardStream.output.write($0) },
            errorOutput: { StandardStream.error.write($0) },
            showsProgressInPlace: isatty(StandardStream.error.rawValue) == 1,
            transport: transport,
            untilStopped: Interruption.awaited)
        context.standardInput = { () throws(FileReading.Failure) in try FileReading.standardInput() }
        if isatty(STDIN_FILENO) == 1 { context.answer = { readLine() } }
        return context
    }
}

/// The signals SIGINT and SIGTERM, by which a person or a service manager stops a program.
enum Interruption {
    /// Returns at the first signal, or when the task is cancelled. A second signal ends the process at once.
    static func awaited() async {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        let numbers = [SIGINT, SIGTERM]
        let sources = numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { continuation.yield() }
            source.resume()
            return source
        }
        var signals = stream.makeAsyncIterator()
        await signals.next()
        for source in sources { source.cancel() }
        for number in numbers { signal(number, SIG_DFL) }
    }
}

import Foundation
import KurusRuntime

/// What a command has around it; every one of these is another thing in a test.
struct Surroundings: Sendable {
    /// The absolute path that relative paths begin at.
    var workingDirectory: String
    var environment: [String: String]
    /// Takes what was asked for.
    var output: @Sendable (String) -> Void
    /// Takes progress, questions and errors.
    var errorOutput: @Sendable (String) -> Void
    /// Whether a line of error output can be written over.
    var showsProgressInPlace = false
    /// Reads a line that the person at the terminal types; nil where there is no terminal.
    var answer: (@Sendable () -> String?)?
    /// Everything that is written to standard input.
    var standardInput: @Sendable () throws(FileReading.Failure) -> [UInt8] = { () throws(FileReading.Failure) in
        throw FileReading.Failure(reason: "there is none")
    }
    /// What pauses are taken on.
    var clock: any Clock<Duration> = ContinuousClock()
    /// The time of day, for the journal.
    var now: @Sendable () -> Date = { Date() }
    /// What requests are sent over.
    var transport: any HTTPTransport
    /// Returns when the command is to end early, or when the task that waits is cancelled.
    var untilStopped: @Sendable () async -> Void

    func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : workingDirectory + "/" + path
    }
}

import Foundation
import KurusCommandLine
import KurusGenerating
import KurusHTTP
import KurusTransport
import SpecDiagnostics

/// What a command has around it: its files, its streams, its clock. Every one of these is another thing in a test.
struct Invocation {
    var files: FileSystem
    var output: (String) -> Void
    var errorOutput: (String) -> Void
    /// The time on any clock that only moves forward.
    var now: () -> Duration = MonotonicTime.now
    var environment: [String: String] = [:]
    /// Whether standard output is a terminal.
    var isTerminal = false
    /// The date, as `2026-11-21`.
    var today: () -> String = UniversalDate.today
    /// Makes what pages are fetched over: only who fetches waits for it to be set up.
    var transport: () -> any HTTPTransport = { PlatformTransport(responseSizeLimit: PageFetch.sizeLimit) }

    var git: Git {
        Git(workingDirectory: files.workingDirectory, environment: environment)
    }

    /// As much of it as generating needs.
    var generating: CommandContext {
        CommandContext(files: files, output: output, errorOutput: errorOutput, now: now)
    }

    /// Prints diagnostics, if there are any.
    func report(_ diagnostics: Diagnostics) -> ExitStatus {
        generating.report(diagnostics)
    }
}

extension Invocation {
    /// The process's own.
    static var ofProcess: Invocation {
        Invocation(
            files: FileSystem(workingDirectory: FileSystem.workingDirectoryOfProcess),
            output: { StandardStream.output.write($0) }, errorOutput: { StandardStream.error.write($0) },
            environment: ProcessInfo.processInfo.environment,
            isTerminal: isatty(StandardStream.output.rawValue) == 1)
    }
}

/// The date in Greenwich: the same on every machine.
enum UniversalDate {
    static func today() -> String {
        Date.now.formatted(.iso8601.year().month().day())
    }
}

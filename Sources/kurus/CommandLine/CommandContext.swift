import Foundation
import KurusCommandLine
import KurusGenerating
import KurusHTTP
import KurusTransport
import SpecDiagnostics

/// The environment of a command: files, streams, clock and transport. Tests replace them.
struct CommandContext {
    var files: FileSystem
    var output: (String) -> Void
    var errorOutput: (String) -> Void
    /// The time of a monotonic clock.
    var now: () -> Duration = MonotonicTime.now
    var environment: [String: String] = [:]
    /// Whether standard output is a terminal.
    var isTerminal = false
    /// The date, as `2026-11-21`.
    var today: () -> String = UniversalDate.today
    /// Makes the transport for fetching pages. It is set up only when needed.
    var transport: () -> any HTTPTransport = { PlatformTransport(responseSizeLimit: PageFetch.sizeLimit) }

    var git: Git {
        Git(workingDirectory: files.workingDirectory, environment: environment)
    }

    /// The path of the running program, beside which a build has the runtime's modules.
    var program = Bundle.main.executablePath ?? "kurus"

    /// The part that generating needs.
    var generating: GenerateContext {
        let verification = Verification(
            program: program, workingDirectory: files.workingDirectory, environment: environment)
        return GenerateContext(
            files: files, output: output, errorOutput: errorOutput, now: now, verify: verification.diagnostics)
    }

    /// Prints diagnostics, if there are any.
    func report(_ diagnostics: Diagnostics) -> ExitStatus {
        generating.report(diagnostics)
    }
}

extension CommandContext {
    /// The context of the process.
    static var ofProcess: CommandContext {
        CommandContext(
            files: FileSystem(workingDirectory: FileSystem.workingDirectoryOfProcess),
            output: { StandardStream.output.write($0) }, errorOutput: { StandardStream.error.write($0) },
            environment: ProcessInfo.processInfo.environment,
            isTerminal: isatty(StandardStream.output.rawValue) == 1)
    }
}

/// The date in UTC, which is the same on every machine.
private enum UniversalDate {
    static func today() -> String {
        Date.now.formatted(.iso8601.year().month().day())
    }
}

package import KurusCommandLine
package import SpecDiagnostics

/// The files, streams and clock of a command that generates, which a test can replace.
package struct GenerateContext {
    package var files: FileSystem
    package var output: (String) -> Void
    package var errorOutput: (String) -> Void
    /// Returns the time of any clock that only moves forward.
    package var now: () -> Duration

    package init(
        files: FileSystem, output: @escaping (String) -> Void, errorOutput: @escaping (String) -> Void,
        now: @escaping () -> Duration = MonotonicTime.now
    ) {
        self.files = files
        self.output = output
        self.errorOutput = errorOutput
        self.now = now
    }

    /// Prints diagnostics, if any, and returns the exit status.
    package func report(_ diagnostics: Diagnostics) -> ExitStatus {
        let text = diagnostics.text
        if !text.isEmpty { errorOutput(text) }
        return diagnostics.hasErrors ? .unusableInput : .done
    }
}

extension GenerateContext {
    /// The files, streams and clock of the process.
    package static var ofProcess: GenerateContext {
        GenerateContext(
            files: FileSystem(workingDirectory: FileSystem.workingDirectoryOfProcess),
            output: { StandardStream.output.write($0) }, errorOutput: { StandardStream.error.write($0) })
    }
}

/// The clock for measured milliseconds.
package enum MonotonicTime {
    private static let start = ContinuousClock.now

    package static func now() -> Duration {
        start.duration(to: .now)
    }
}

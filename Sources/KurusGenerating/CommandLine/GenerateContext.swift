package import KurusCommandLine
package import SpecDiagnostics

/// The files, streams and clock of a command that generates, which a test can replace.
package struct GenerateContext {
    package var files: FileSystem
    package var output: (String) -> Void
    package var errorOutput: (String) -> Void
    /// Returns the time of any clock that only moves forward.
    package var now: () -> Duration
    /// Type-checks generated modules, for `--verify`; nil where the program has no way to.
    package var verify: (([GeneratedModule]) -> Diagnostics)?

    package init(
        files: FileSystem, output: @escaping (String) -> Void, errorOutput: @escaping (String) -> Void,
        now: @escaping () -> Duration = MonotonicTime.now, verify: (([GeneratedModule]) -> Diagnostics)? = nil
    ) {
        self.files = files
        self.output = output
        self.errorOutput = errorOutput
        self.now = now
        self.verify = verify
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

/// The generated files of a module.
package struct GeneratedModule {
    package let name: String
    /// The module that has its types, if it is another one.
    package let typesModule: String?
    /// The folder for its files.
    package let output: String
    package let files: [(name: String, text: String)]

    package init(name: String, typesModule: String?, output: String, files: [(name: String, text: String)]) {
        self.name = name
        self.typesModule = typesModule
        self.output = output
        self.files = files
    }
}

/// The clock for measured milliseconds.
package enum MonotonicTime {
    private static let start = ContinuousClock.now

    package static func now() -> Duration {
        start.duration(to: .now)
    }
}

import KurusCommandLine

/// The command line of Kurus, as a function from arguments and files to an exit status.
enum KurusCommand {
    /// Runs a command.
    ///
    /// - Parameters:
    ///   - arguments: The words behind the program's name.
    ///   - workingDirectory: The absolute path that relative paths begin at.
    ///   - output: Takes what was asked for.
    ///   - errorOutput: Takes diagnostics and usage errors.
    ///   - now: The time on any clock that only moves forward; for the milliseconds of the summaries.
    /// - Returns: The exit status.
    static func run(
        arguments: [String], in workingDirectory: String, output: @escaping (String) -> Void,
        errorOutput: @escaping (String) -> Void, now: @escaping () -> Duration = MonotonicTime.now
    ) -> Int32 {
        let invocation = Invocation(
            files: FileSystem(workingDirectory: workingDirectory), output: output, errorOutput: errorOutput, now: now)
        do throws(UsageError) {
            return try run(arguments, invocation).code
        } catch {
            errorOutput(error.text(in: .kurus))
            return ExitStatus.usage.code
        }
    }

    private static func run(_ arguments: [String], _ invocation: Invocation) throws(UsageError) -> ExitStatus {
        switch try Program.kurus.wish(in: arguments) {
        case .text(let text):
            invocation.output(text)
            return .done
        case .command(let parsed) where parsed.command.name == CommandDefinition.lint.name:
            return try LintCommand(parsed, invocation).run()
        case .command(let parsed): return try GenerateCommand(parsed, invocation).run()
        }
    }
}

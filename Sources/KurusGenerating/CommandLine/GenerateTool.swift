package import KurusCommandLine

/// `kurus generate` alone: the program that the plugins run, with only the code that generating needs.
package enum GenerateTool {
    /// Runs the command.
    ///
    /// - Parameter arguments: The words that follow `kurus generate`.
    /// - Returns: The exit status of `kurus generate`.
    package static func run(_ arguments: [String], _ context: GenerateContext) -> Int32 {
        do throws(UsageError) {
            let parsed = try ParsedArguments(arguments[...], of: GenerateCommand.definition, in: program)
            guard !parsed.asksForHelp else {
                context.output(ManualPage(of: GenerateCommand.definition, in: program).text)
                return ExitStatus.done.code
            }
            return try GenerateCommand(parsed, context).run().code
        } catch {
            context.errorOutput(error.text(in: program))
            return ExitStatus.usage.code
        }
    }

    /// The program `kurus`, so that errors and manual page are the same.
    private static let program = Program(
        name: "kurus", version: "", summary: "", synopses: [], paragraphs: [], commands: Name.self,
        operandAdvice: { "a file of that name is written './\($0)'" })

    private enum Name: CommandName {
        case generate

        var definition: CommandDefinition { GenerateCommand.definition }
    }
}

extension ExitStatus {
    /// With `--check`: a file would change.
    package static let stale = ExitStatus(code: 1)
}

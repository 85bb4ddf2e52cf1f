import KurusCommandLine
import KurusGenerating

/// The command line of Kurus, as a function from arguments and files to an exit status.
enum KurusCommand {
    /// Runs a command.
    ///
    /// - Parameter arguments: The words behind the program's name.
    /// - Returns: The exit status.
    static func run(_ arguments: [String], _ invocation: Invocation) async -> Int32 {
        do throws(UsageError) {
            switch try Program.kurus.wish(in: arguments) {
            case .text(let text):
                invocation.output(text)
                return ExitStatus.done.code
            case .command(let parsed):
                return await (try command(parsed, invocation)).run().code
            }
        } catch {
            invocation.errorOutput(error.text(in: .kurus))
            return ExitStatus.usage.code
        }
    }

    private static func command(
        _ arguments: ParsedArguments, _ invocation: Invocation
    ) throws(UsageError) -> any Command {
        switch arguments.command.name {
        case CommandDefinition.lint.name: try LintCommand(arguments, invocation)
        case CommandDefinition.diff.name: try DiffCommand(arguments, invocation)
        case CommandDefinition.changelog.name: try ChangelogCommand(arguments, invocation)
        case CommandDefinition.update.name: try UpdateCommand(arguments, invocation)
        default: try GenerateCommand(arguments, invocation)
        }
    }
}

/// One command, its arguments read.
protocol Command {
    init(_ arguments: ParsedArguments, _ invocation: Invocation) throws(UsageError)

    func run() async -> ExitStatus
}

extension ChangelogCommand: Command {}
extension DiffCommand: Command {}
extension GenerateCommand: Command {
    init(_ arguments: ParsedArguments, _ invocation: Invocation) throws(UsageError) {
        try self.init(arguments, invocation.generating)
    }
}
extension LintCommand: Command {}
extension UpdateCommand: Command {}

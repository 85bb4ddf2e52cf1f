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
            switch try Program.kurus.wish(in: arguments, KurusCommandName.self) {
            case .text(let text):
                invocation.output(text)
                return ExitStatus.done.code
            case .command(let name, let arguments):
                return await (try name.command.init(arguments, invocation)).run().code
            }
        } catch {
            invocation.errorOutput(error.text(in: .kurus))
            return ExitStatus.usage.code
        }
    }
}

/// One command, its arguments read.
protocol Command {
    static var definition: CommandDefinition { get }

    init(_ arguments: ParsedArguments, _ invocation: Invocation) throws(UsageError)

    func run() async -> ExitStatus
}

extension ChangelogCommand: Command {}
extension DiffCommand: Command {}
extension ExplainCommand: Command {}
extension GenerateCommand: Command {
    init(_ arguments: ParsedArguments, _ invocation: Invocation) throws(UsageError) {
        try self.init(arguments, invocation.generating)
    }
}
extension LintCommand: Command {}
extension UpdateCommand: Command {}

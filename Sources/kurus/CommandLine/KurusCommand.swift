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
                return await (try command(name, arguments, invocation)).run().code
            }
        } catch {
            invocation.errorOutput(error.text(in: .kurus))
            return ExitStatus.usage.code
        }
    }

    private static func command(
        _ name: KurusCommandName, _ arguments: ParsedArguments, _ invocation: Invocation
    ) throws(UsageError) -> any Command {
        switch name {
        case .generate: try GenerateCommand(arguments, invocation)
        case .lint: try LintCommand(arguments, invocation)
        case .diff: try DiffCommand(arguments, invocation)
        case .changelog: try ChangelogCommand(arguments, invocation)
        case .update: try UpdateCommand(arguments, invocation)
        case .explain: try ExplainCommand(arguments, invocation)
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
extension ExplainCommand: Command {}
extension GenerateCommand: Command {
    init(_ arguments: ParsedArguments, _ invocation: Invocation) throws(UsageError) {
        try self.init(arguments, invocation.generating)
    }
}
extension LintCommand: Command {}
extension UpdateCommand: Command {}

import KurusCommandLine

/// The command line that moves money, as a function from arguments and surroundings to an exit status.
enum PayoutsCommand {
    static func run(_ arguments: [String], _ surroundings: Surroundings) async -> Int32 {
        do throws(UsageError) {
            switch try Program.payouts.wish(in: arguments) {
            case .text(let text):
                surroundings.output(text)
                return ExitStatus.done.code
            case .command(let parsed):
                return await status(of: try command(parsed), surroundings).code
            }
        } catch {
            surroundings.errorOutput(error.text(in: .payouts))
            return ExitStatus.usage.code
        }
    }

    private static func command(_ arguments: ParsedArguments) throws(UsageError) -> any Command {
        switch arguments.command.name {
        case CommandDefinition.send.name: try SendCommand(arguments)
        case CommandDefinition.status.name: try StatusCommand(arguments)
        case CommandDefinition.resume.name: try ResumeCommand(arguments)
        case CommandDefinition.cancel.name: try CancelCommand(arguments)
        case CommandDefinition.simulate.name: try SimulateCommand(arguments)
        default: try BalanceCommand(arguments)
        }
    }

    private static func status(of command: any Command, _ surroundings: Surroundings) async -> ExitStatus {
        do throws(CommandFailure) {
            return try await command.run(surroundings)
        } catch {
            surroundings.errorOutput(error.text)
            return error.status
        }
    }
}

/// One command, its arguments read.
protocol Command {
    init(_ arguments: ParsedArguments) throws(UsageError)

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus
}

extension SendCommand: Command {}
extension StatusCommand: Command {}
extension ResumeCommand: Command {}
extension CancelCommand: Command {}
extension BalanceCommand: Command {}
extension SimulateCommand: Command {}

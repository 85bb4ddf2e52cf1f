import KurusCommandLine

/// The command line of `payouts`, as a function from arguments and a context to an exit status.
enum PayoutsCommand {
    static func run(_ arguments: [String], _ context: CommandContext) async -> Int32 {
        let wantsJSON = FailureJSON.isWanted(by: arguments)
        do throws(UsageError) {
            switch try Program.payouts.invocation(in: arguments, PayoutsCommandName.self) {
            case .text(let text):
                context.output(text)
                return ExitStatus.done.code
            case .command(let name, let parsed):
                let command = try name.command.init(parsed)
                return await status(of: command, wantsJSON: wantsJSON, context).code
            }
        } catch {
            context.errorOutput(error.text(in: .payouts))
            if wantsJSON { context.output(FailureJSON.text(CommandFailure(.usage, error.message))) }
            return ExitStatus.usage.code
        }
    }

    private static func status(
        of command: any Command, wantsJSON: Bool, _ context: CommandContext
    ) async -> ExitStatus {
        switch await result(of: command, context) {
        case .success(let status): return status
        case .failure(let failure):
            context.errorOutput(failure.text)
            if wantsJSON { context.output(FailureJSON.text(failure)) }
            return failure.status
        }
    }

    /// Runs a command to its end. A stop cancels its task: the command then sends nothing more, waits for pending
    /// answers, and reports the state of everything.
    private static func result(
        of command: any Command, _ context: CommandContext
    ) async -> Result<ExitStatus, CommandFailure> {
        let work = Task { () async -> Result<ExitStatus, CommandFailure> in
            do throws(CommandFailure) {
                return .success(try await command.run(context))
            } catch {
                return .failure(error)
            }
        }
        let watch = Task {
            await context.untilStopped()
            if !Task.isCancelled { work.cancel() }
        }
        defer { watch.cancel() }
        return await work.value
    }
}

/// A command whose arguments are read.
protocol Command: Sendable {
    static var definition: CommandDefinition { get }

    init(_ arguments: ParsedArguments) throws(UsageError)

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus
}

/// The commands of `payouts`, in the order of its manual page.
enum PayoutsCommandName: CommandName {
    case send
    case enqueue
    case work
    case plan
    case status
    case list
    case export
    case resume
    case cancel
    case stats
    case stuck
    case balance
    case rekey
    case journal
    case simulate

    var command: any Command.Type {
        switch self {
        case .send: SendCommand.self
        case .enqueue: EnqueueCommand.self
        case .work: WorkCommand.self
        case .plan: PlanCommand.self
        case .status: StatusCommand.self
        case .list: ListCommand.self
        case .export: ExportCommand.self
        case .resume: ResumeCommand.self
        case .cancel: CancelCommand.self
        case .stats: StatsCommand.self
        case .stuck: StuckCommand.self
        case .balance: BalanceCommand.self
        case .rekey: RekeyCommand.self
        case .journal: JournalCommand.self
        case .simulate: SimulateCommand.self
        }
    }

    var definition: CommandDefinition { command.definition }
}

extension Program {
    static let payouts = Program(
        name: "payouts", version: "0.1.0", summary: "pay many people through iyzico, each once",
        synopses: ["payouts COMMAND [OPTION...] [OPERAND...]", "payouts help [COMMAND]", "payouts --version"],
        paragraphs: [
            "Whatever fails, run the same command again: everything that was sent is in a journal, and nobody is paid "
                + "twice.",
            "Options and operands may be in any order. An option's value is the next word, or follows an equals sign: "
                + "--option=value. After -- every word is an operand.",
        ],
        commands: PayoutsCommandName.self,
        operandAdvice: { "an operand of that name follows --: -- \($0)" })
}

import KurusCommandLine

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

    var definition: CommandDefinition {
        switch self {
        case .send: .send
        case .enqueue: .enqueue
        case .work: .work
        case .plan: .plan
        case .status: .status
        case .list: .list
        case .export: .export
        case .resume: .resume
        case .cancel: .cancel
        case .stats: .stats
        case .stuck: .stuck
        case .balance: .balance
        case .rekey: .rekey
        case .journal: .journal
        case .simulate: .simulate
        }
    }

    func command(_ arguments: ParsedArguments) throws(UsageError) -> any Command {
        switch self {
        case .send: try SendCommand(arguments)
        case .enqueue: try EnqueueCommand(arguments)
        case .work: try WorkCommand(arguments)
        case .plan: try PlanCommand(arguments)
        case .status: try StatusCommand(arguments)
        case .list: try ListCommand(arguments)
        case .export: try ExportCommand(arguments)
        case .resume: try ResumeCommand(arguments)
        case .cancel: try CancelCommand(arguments)
        case .stats: try StatsCommand(arguments)
        case .stuck: try StuckCommand(arguments)
        case .balance: try BalanceCommand(arguments)
        case .rekey: try RekeyCommand(arguments)
        case .journal: try JournalCommand(arguments)
        case .simulate: try SimulateCommand(arguments)
        }
    }
}

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

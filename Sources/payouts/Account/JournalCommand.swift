import IyzicoMassPayout
import KurusCommandLine

/// `payouts journal`: what an operator does about the journal in a database.
struct JournalCommand: Command {
    private enum Action: String {
        case migrate
        case confirm
    }

    private let action: Action
    private let role: String?
    private let actor: String

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let word = try arguments.operands(["migrate or confirm"])[0]
        guard let action = Action(rawValue: word) else {
            throw UsageError("'payouts journal' takes migrate or confirm; found '\(word)'", in: arguments.command)
        }
        self.action = action
        role = arguments.value(of: "--grant")
        if role != nil, action != .migrate {
            throw UsageError("'--grant' stands beside 'migrate' only", in: arguments.command)
        }
        actor = arguments.value(of: "--actor") ?? ThisMachine.actor
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let text =
            switch action {
            case .migrate: try await DatabaseJournal.migrate(grantingTo: role, surroundings)
            case .confirm: try await DatabaseJournal.confirm(actor: actor, surroundings)
            }
        surroundings.output(text + "\n")
        return .done
    }
}

import IyzicoMassPayout
import KurusCommandLine

/// How a run works with its journal.
struct RunOptions {
    /// Who is at work, for the journal's lines.
    let actor: String
    /// How far a payout is taken.
    let goal: PayoutGoal
    /// Whether a journal that is not there is refused.
    let requiresJournal: Bool
    /// When an order counts as repeating another one.
    let repeats: RepeatRules

    /// Of a command that declares some of these options; the others are as they are without them.
    init(_ arguments: ParsedArguments) throws(UsageError) {
        actor = try Self.actor(arguments) ?? ThisMachine.actor
        goal = arguments.has("--no-wait") ? .authorized : .end
        requiresJournal = arguments.has("--require-journal")
        let days = try arguments.number(of: "--repeat-window", in: 1...3650)
        repeats = days.map { RepeatRules(window: .days($0)) } ?? RepeatRules()
    }

    private static func actor(_ arguments: ParsedArguments) throws(UsageError) -> String? {
        guard let actor = arguments.value(of: "--actor") else { return nil }
        guard SafeText.printable(actor) == actor, actor.utf8.count <= 200, !actor.allSatisfy(\.isWhitespace) else {
            throw UsageError(
                "'--actor' takes a name of at most 200 bytes without control characters", in: arguments.command)
        }
        return actor
    }
}

import IyzicoMassPayout
import KurusCommandLine

/// The account, and how a run works with its journal.
struct RunOptions {
    static let actor = Option<String?>(
        "--actor", "NAME", "The name for the journal's lines; USER@HOST of this machine by default."
    ) { words, command throws(UsageError) in
        guard let actor = words.first else { return nil }
        guard SafeText.printable(actor) == actor, actor.utf8.count <= 200, !actor.allSatisfy(\.isWhitespace) else {
            throw UsageError("'--actor' takes a name of at most 200 bytes without control characters", in: command)
        }
        return actor
    }
    static let noWait = Flag(
        "--no-wait",
        "Return once every payout is authorized and read once, with exit status 7 where one is not at its end; "
            + "'payouts status ID' shows the end.")
    static let payTheRest = Flag(
        "--pay-the-rest",
        "Pay the remaining items of a payout if the provider refuses some. Without it, no item of that payout is paid.")
    static let allowUncovered = Flag(
        "--allow-uncovered",
        "Continue although the balance does not cover the payment. iyzico then ends the payout as "
            + "INSUFFICIENT_BALANCE, and its id is used up.")
    static let requireJournal = Flag(
        "--require-journal",
        "Refuse to begin a journal. Without it, a first order begins one, and a journal of the same host in another "
            + "folder (after a change of keys, or on a lost volume) is reported.")
    static let repeatWindow = Option(
        "--repeat-window", "DAYS", in: 1...3650,
        "Refuse repeats of orders of the last DAYS days; 20 by default.")

    let account: AccountChoice
    /// The person at work, for the journal's lines.
    let actor: String
    /// The step at which a run is done with a payout.
    let goal: PayoutGoal
    let invalidItems: InvalidItemsPolicy
    let allowsUncovered: Bool
    /// Whether a missing journal is an error.
    let requiresJournal: Bool
    /// The rules by which an order repeats another one.
    let repeats: RepeatRules

    /// Reads the options. Those that the command does not declare have their defaults.
    init(_ arguments: ParsedArguments) throws(UsageError) {
        account = try AccountChoice(arguments)
        actor = try arguments[Self.actor] ?? ThisMachine.actor
        goal = arguments[Self.noWait] ? .authorized : .end
        invalidItems = arguments[Self.payTheRest] ? .payTheRest : .stop
        allowsUncovered = arguments[Self.allowUncovered]
        requiresJournal = arguments[Self.requireJournal]
        repeats = try arguments[Self.repeatWindow].map { RepeatRules(window: .days($0)) } ?? RepeatRules()
    }

    func session(
        _ use: JournalUse, _ context: CommandContext, _ progress: ProgressDisplay? = nil
    ) async throws(CommandFailure) -> Session {
        try await Session(account.account(context), use, self, context, progress)
    }
}

import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusCommandLine
import KurusRuntime

/// An account's client and its open journal.
struct Session {
    let account: Account
    let operations: any IyzicoMassPayoutOperations
    let journal: any PayoutJournal
    let payouts: MassPayouts
    /// The findings of this run.
    let findings = RunFindings()

    /// - Parameters:
    ///   - use: The behaviour where there is no journal yet.
    ///   - patience: The time for which a payout is followed; nil for the default.
    ///   - lease: The time for which a payout is leased; nil for the default.
    ///   - watch: Also called with every step.
    init(
        _ account: Account, _ use: JournalUse, _ options: RunOptions, _ context: CommandContext,
        _ progress: ProgressDisplay? = nil, patience: Duration? = nil, lease: Duration? = nil,
        watch: @escaping @Sendable (String, PayoutProgress) -> Void = { _, _ in }
    ) async throws(CommandFailure) {
        let journal = try await JournalOpening(
            account: account, use: use, actor: options.actor, context: context
        ).journal()
        let turns = journal as? any CallTurns
        let client = try Self.client(account, context, turns)
        let operations = RunOperations(
            client, in: journal, authorized: { [findings] in findings.takeAuthorized($0) })
        self.account = account
        self.operations = operations
        self.journal = journal
        var settings = account.settings
        settings.repeats = options.repeats
        if let patience { settings.patience = patience }
        if let lease { settings.lease = lease }
        payouts = MassPayouts(
            operations, journal: journal, settings: settings, clock: context.clock, actor: options.actor,
            turns: turns,
            progress: { [findings] in
                findings.take($0, $1)
                progress?.tell($0, $1)
                watch($0, $1)
            })
    }

    /// - Parameter turns: The shared limit of calls in the account's journal.
    static func client(
        _ account: Account, _ context: CommandContext, _ turns: (any CallTurns)? = nil
    ) throws(CommandFailure) -> IyzicoMassPayoutClient {
        let transport =
            turns.map { LimitedTransport(context.transport, turns: $0, clock: context.clock) }
            ?? context.transport
        do throws(KeyHostMismatch) {
            return try .connected(
                credentials: account.credentials, server: account.server, transport: transport)
        } catch {
            throw CommandFailure(.usage, error.description)
        }
    }

    /// Compares a sum with the account's balance. A balance that cannot be read is reported and stops nothing: the
    /// provider refuses what it cannot pay.
    func balanceCheck(due: Money?, _ context: CommandContext) async -> BalanceCheck {
        let check: BalanceCheck
        do throws(CommandFailure) {
            check = BalanceCheck(balance: .success(try await BalanceReading.balance(operations)), due: due)
        } catch {
            check = BalanceCheck(balance: .failure(error), due: due)
        }
        if let problem = check.problem, !Task.isCancelled {
            context.errorOutput("payouts: note: \(problem); it is not compared with the total\n")
        }
        return check
    }

    /// Returns an order of the journal; nil where it has none with this id.
    func order(_ id: String) async throws(CommandFailure) -> JournaledOrder? {
        try await journaled { () async throws(JournalError) in try await journal.order(id) }
    }

    /// Returns a payout of the journal; nil where it has none with this id.
    func payout(_ id: String) async throws(CommandFailure) -> PayoutHistory? {
        try await journaled { () async throws(JournalError) in try await journal.payout(id) }
    }

    func unknownOrder(_ id: String) -> CommandFailure {
        let place = account.isInDatabase ? " in the database" : account.journalFolder.map { " in \($0)" } ?? ""
        return CommandFailure(
            .unusableInput,
            "the journal\(place) knows no order \(SafeText.name(id)); 'payouts list' shows those it knows")
    }
}

import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusCommandLine
import KurusRuntime

/// An account's client and its opened journal.
struct Session {
    let account: Account
    let operations: any IyzicoMassPayoutOperations
    let journal: any PayoutJournal
    let payouts: MassPayouts
    /// Of this run.
    let findings = RunFindings()

    /// - Parameters:
    ///   - use: What is done where there is no journal yet.
    ///   - patience: How long a payout is followed, where not as long as it is usual.
    ///   - lease: How long a payout is taken for, where not for as long as it is usual.
    ///   - watch: Told of every step besides.
    init(
        _ account: Account, _ use: JournalUse, _ options: RunOptions, _ surroundings: Surroundings,
        _ progress: ProgressDisplay? = nil, patience: Duration? = nil, lease: Duration? = nil,
        watch: @escaping @Sendable (String, PayoutProgress) -> Void = { _, _ in }
    ) async throws(CommandFailure) {
        let journal = try await JournalOpening(account, use, actor: options.actor, surroundings).journal()
        let turns = journal as? any CallTurns
        let client = try Self.client(account, surroundings, turns)
        let operations = FinishedWrites(
            CountedRefusals(client, in: journal), authorized: { [findings] in findings.takeAuthorized($0) })
        self.account = account
        self.operations = operations
        self.journal = journal
        var settings = account.settings
        settings.repeats = options.repeats
        if let patience { settings.patience = patience }
        if let lease { settings.lease = lease }
        payouts = MassPayouts(
            operations, journal: journal, settings: settings, clock: surroundings.clock, actor: options.actor,
            turns: turns,
            progress: { [findings] in
                findings.take($0, $1)
                progress?.tell($0, $1)
                watch($0, $1)
            })
    }

    /// - Parameter turns: What limits the calls of everybody who uses the account's journal.
    static func client(
        _ account: Account, _ surroundings: Surroundings, _ turns: (any CallTurns)? = nil
    ) throws(CommandFailure) -> IyzicoMassPayoutClient {
        let transport =
            turns.map { LimitedTransport(surroundings.transport, turns: $0, clock: surroundings.clock) }
            ?? surroundings.transport
        do throws(KeyHostMismatch) {
            return try .connected(
                credentials: account.credentials, server: account.server, transport: transport)
        } catch {
            throw CommandFailure(.usage, error.description)
        }
    }

    /// What is due, held against the account's balance. One that cannot be read is reported, and stops nobody: the provider
    /// refuses what it cannot pay.
    func balanceCheck(due: Money?, _ surroundings: Surroundings) async -> BalanceCheck {
        let check: BalanceCheck
        do throws(CommandFailure) {
            check = BalanceCheck(balance: .success(try await BalanceReading.balance(operations)), due: due)
        } catch {
            check = BalanceCheck(balance: .failure(error), due: due)
        }
        if let problem = check.problem, !Task.isCancelled {
            surroundings.errorOutput("payouts: note: \(problem); it is not held against the total\n")
        }
        return check
    }

    /// An order of the journal; nil where it has none of this id.
    func order(_ id: String) async throws(CommandFailure) -> JournaledOrder? {
        do throws(JournalError) {
            return try await journal.order(id)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// A payout of the journal; nil where it has none of this id.
    func payout(_ id: String) async throws(CommandFailure) -> PayoutHistory? {
        do throws(JournalError) {
            return try await journal.payout(id)
        } catch {
            throw CommandFailure(error)
        }
    }

    func unknownOrder(_ id: String) -> CommandFailure {
        let place = account.isInDatabase ? " in the database" : account.journalFolder.map { " in \($0)" } ?? ""
        return CommandFailure(
            .unusableInput,
            "the journal\(place) knows no order \(SafeText.name(id)); 'payouts list' shows those it knows")
    }
}

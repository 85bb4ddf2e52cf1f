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

    init(
        _ account: Account, _ surroundings: Surroundings, _ progress: ProgressDisplay? = nil
    ) async throws(CommandFailure) {
        let operations = FinishedWrites(
            try Self.client(account, surroundings), authorized: { [findings] in findings.takeAuthorized($0) })
        let journal = try await Self.journal(account)
        self.account = account
        self.operations = operations
        self.journal = journal
        payouts = Self.workflow(account, operations, journal, surroundings) { [findings] in
            findings.take($0, $1)
            progress?.tell($0, $1)
        }
    }

    static func client(
        _ account: Account, _ surroundings: Surroundings
    ) throws(CommandFailure) -> IyzicoMassPayoutClient {
        do throws(KeyHostMismatch) {
            return try .connected(
                credentials: account.credentials, server: account.server, transport: surroundings.transport)
        } catch {
            throw CommandFailure(.usage, error.description)
        }
    }

    private static func journal(_ account: Account) async throws(CommandFailure) -> any PayoutJournal {
        guard let folder = account.journalFolder else { return MemoryJournal() }
        do throws(FileReading.Failure) {
            try PrivateFolder.make(folder)
        } catch {
            throw CommandFailure(.unusableInput, "the folder \(folder) cannot be made: \(error.reason)")
        }
        do throws(JournalError) {
            return try await FileJournal(
                at: folder + "/journal.jsonl", for: account.identity, secret: account.credentials.journalSecret)
        } catch {
            throw CommandFailure(error.exitStatus, error.description)
        }
    }

    private static func workflow(
        _ account: Account, _ operations: any IyzicoMassPayoutOperations, _ journal: any PayoutJournal,
        _ surroundings: Surroundings, _ progress: @escaping @Sendable (String, PayoutProgress) -> Void
    ) -> MassPayouts {
        MassPayouts(
            operations, journal: journal, settings: account.settings, clock: surroundings.clock, progress: progress)
    }

    /// What is due, held against the balance, of the account. One that cannot be read is told, and
    /// stops nobody: the provider refuses what it cannot pay.
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
            throw CommandFailure(error.exitStatus, error.description)
        }
    }

    /// A payout of the journal; nil where it has none of this id.
    func payout(_ id: String) async throws(CommandFailure) -> PayoutHistory? {
        do throws(JournalError) {
            return try await journal.payout(id)
        } catch {
            throw CommandFailure(error.exitStatus, error.description)
        }
    }

    /// What the journal has of these payouts now.
    func reading(of payoutIDs: [String]) async throws(CommandFailure) -> JournalReading {
        var reading = JournalReading()
        for id in payoutIDs { reading.payouts[id] = try await payout(id)?.state }
        return reading
    }
}

/// Payouts as a journal had them at one moment.
struct JournalReading {
    /// By payout id.
    var payouts: [String: PayoutState] = [:]
}

extension JournalError {
    fileprivate var exitStatus: ExitStatus {
        if case .inUse = self { .busy } else { .unusableInput }
    }
}

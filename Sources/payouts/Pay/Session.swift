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

    init(
        _ account: Account, _ surroundings: Surroundings, _ progress: ProgressDisplay? = nil
    ) async throws(CommandFailure) {
        let operations = try Self.client(account, surroundings)
        let journal = try await Self.journal(account)
        self.account = account
        self.operations = operations
        self.journal = journal
        payouts = Self.workflow(account, operations, journal, surroundings, progress)
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
            throw CommandFailure(.unusableInput, error.description)
        }
    }

    private static func workflow(
        _ account: Account, _ operations: any IyzicoMassPayoutOperations, _ journal: any PayoutJournal,
        _ surroundings: Surroundings, _ progress: ProgressDisplay?
    ) -> MassPayouts {
        MassPayouts(
            operations, journal: journal, settings: account.settings, clock: surroundings.clock,
            progress: { progress?.tell($0, $1) })
    }

    /// An order of the journal; nil where it has none of this id.
    func order(_ id: String) async throws(CommandFailure) -> JournaledOrder? {
        do throws(JournalError) {
            return try await journal.order(id)
        } catch {
            throw CommandFailure(.unusableInput, error.description)
        }
    }

    /// A payout of the journal; nil where it has none of this id.
    func payout(_ id: String) async throws(CommandFailure) -> PayoutHistory? {
        do throws(JournalError) {
            return try await journal.payout(id)
        } catch {
            throw CommandFailure(.unusableInput, error.description)
        }
    }
}

import Foundation
import IyzicoMassPayout
import KurusCommandLine

/// What a command does where its account has no journal yet.
enum JournalUse {
    /// Begins one, and tells of others of the same host, which it does not know.
    case begins
    /// Refuses: there is nothing to read, or the payer said that there has to be one.
    case reads
    /// Takes an empty one that is not kept: a dry run leaves nothing behind.
    case tries
}

/// Opens the journal of an account.
struct JournalOpening {
    private let account: Account
    private let use: JournalUse
    private let actor: String
    private let surroundings: Surroundings

    /// - Parameter actor: Who begins it, where it is begun.
    init(_ account: Account, _ use: JournalUse, actor: String, _ surroundings: Surroundings) {
        self.account = account
        self.use = use
        self.actor = actor
        self.surroundings = surroundings
    }

    func journal() async throws(CommandFailure) -> any PayoutJournal {
        if account.isInDatabase { return try await DatabaseJournal.opened(account, use, actor: actor, surroundings) }
        guard let path = account.journalPath else { return MemoryJournal(now: surroundings.now) }
        let isThere = FileManager.default.fileExists(atPath: path)
        if !isThere, use == .tries {
            tellOfOthers("there is no journal at \(path) yet")
            return MemoryJournal(now: surroundings.now)
        }
        do throws(JournalError) {
            let journal = try await FileJournal(
                at: path, for: account.identity, secret: account.credentials.journalSecret, beginsNew: use == .begins,
                actor: actor, now: surroundings.now)
            if !isThere { tellOfOthers("a new journal is begun at \(path)") }
            if journal.isUncovered {
                surroundings.errorOutput(
                    "payouts: note: the journal at \(path) is of the first version, in which a changed or missing line "
                        + "cannot be seen; if it was of this one before, somebody has rewritten it\n")
            }
            return journal
        } catch {
            switch error {
            case .missing:
                throw CommandFailure(.unusableInput, "there is no journal at \(path)" + adviceOnMissing)
            case .system, .openToOthers:
                guard let owner = FileOwner.other(of: path) else { throw CommandFailure(error) }
                throw CommandFailure(
                    .unusableInput, "the journal \(path) belongs to the user \(owner), not to the one who runs this")
            case .otherSecret, .otherIdentity:
                throw CommandFailure(
                    .unusableInput,
                    "\(error); if the account's keys were changed, 'payouts rekey' lets it go on under the new ones")
            default: throw CommandFailure(error)
            }
        }
    }

    private var adviceOnMissing: String {
        let others = OtherJournals.text(beside: account, surroundings)
        guard others.isEmpty else { return others }
        return
            "; if it was lost, 'payouts send FILE --id ID' records the order anew, authorizes nothing that the provider "
            + "has already, and tells what clears it"
    }

    private func tellOfOthers(_ what: String) {
        let others = OtherJournals.text(beside: account, surroundings)
        if others.isEmpty { return }
        surroundings.errorOutput(
            "payouts: note: \(what)\(others). What the other one paid is not known here, and "
                + "would be paid again; --require-journal refuses to begin a journal\n")
    }
}

extension CommandFailure {
    init(_ error: JournalError) {
        let isBusy = if case .inUse = error { true } else { false }
        self.init(isBusy ? .busy : .unusableInput, error.description)
    }
}

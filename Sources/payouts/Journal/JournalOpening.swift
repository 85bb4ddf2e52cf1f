import Foundation
import IyzicoMassPayout
import KurusCommandLine

/// The behaviour of a command whose account has no journal yet.
enum JournalUse {
    /// Begins one, and reports others of the same host.
    case begins
    /// Fails: there is nothing to read, or `--require-journal` was given.
    case reads
    /// Uses an empty one in memory, since a dry run leaves nothing behind.
    case tries
}

/// Opens the journal of an account.
struct JournalOpening {
    let account: Account
    let use: JournalUse
    /// The person who begins the journal.
    let actor: String
    let context: CommandContext

    func journal() async throws(CommandFailure) -> any PayoutJournal {
        if account.isInDatabase { return try await DatabaseJournal.opened(account, use, actor: actor, context) }
        guard let path = account.journalPath else { return MemoryJournal(now: context.now) }
        let isThere = FileManager.default.fileExists(atPath: path)
        if !isThere, use == .tries {
            tellOfOthers("there is no journal at \(path) yet")
            return MemoryJournal(now: context.now)
        }
        do throws(JournalError) {
            let journal = try await FileJournal(
                at: path, for: account.identity, secret: account.credentials.journalSecret, beginsNew: use == .begins,
                actor: actor, now: context.now)
            if !isThere { tellOfOthers("a new journal is begun at \(path)") }
            if journal.isUncovered {
                context.errorOutput(
                    "payouts: note: the journal at \(path) is of the first version, in which changed or missing lines "
                        + "cannot be detected; if it had this version before, somebody has rewritten it\n")
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
                    "\(error); if the account's keys were changed, 'payouts rekey' continues it under the new ones")
            default: throw CommandFailure(error)
            }
        }
    }

    private var adviceOnMissing: String {
        let others = OtherJournals.text(beside: account, context)
        guard others.isEmpty else { return others }
        return
            "; if it was lost, 'payouts send FILE --id ID' records the order again, does not authorize payouts that "
            + "the provider already has, and prints the command that clears them"
    }

    private func tellOfOthers(_ what: String) {
        let others = OtherJournals.text(beside: account, context)
        if others.isEmpty { return }
        context.errorOutput(
            "payouts: note: \(what)\(others). What the other one paid is not known here, and "
                + "would be paid again; --require-journal refuses to begin a journal\n")
    }
}

/// Uses a journal; its error ends the command.
func journaled<Value>(
    _ use: () async throws(JournalError) -> Value
) async throws(CommandFailure) -> Value {
    do throws(JournalError) {
        return try await use()
    } catch {
        throw CommandFailure(error)
    }
}

extension CommandFailure {
    init(_ error: JournalError) {
        let isBusy = if case .inUse = error { true } else { false }
        self.init(isBusy ? .busy : .unusableInput, error.description)
    }
}

/// Finds the owner of a file.
enum FileOwner {
    /// Returns the name of the user who owns a file, or the first accessible folder above it; nil for the user of this
    /// process.
    static func other(of path: String) -> String? {
        var place = path
        var status = stat()
        while stat(place, &status) != 0 {
            let above = (place as NSString).deletingLastPathComponent
            if above.isEmpty || above == place { return nil }
            place = above
        }
        return status.st_uid == geteuid() ? nil : name(of: status.st_uid)
    }

    /// Returns the user's name, or the number where the system knows no name.
    static func name(of user: uid_t) -> String {
        guard let entry = getpwuid(user), let name = entry.pointee.pw_name else { return "\(user)" }
        return String(cString: name)
    }
}

#if Postgres
public import IyzicoMassPayout

extension PostgresJournal {
    /// Wraps a journal's key under another secret, after the account's keys were changed. The key and every hash stay
    /// the same. Processes that have the journal open continue; a repeated call finds the work done.
    ///
    /// - Parameters:
    ///   - settings: The connection settings of the database.
    ///   - identity: The current owner, with the old key's fingerprint.
    ///   - old: The secret of the old keys.
    ///   - new: The secret of the new keys.
    ///   - actor: Who changes it, for the key's row.
    /// - Throws: `JournalError`: the errors of opening it, and `unavailable` when both keys have a journal.
    public static func rekey(
        _ settings: PostgresSettings, for identity: JournalIdentity, from old: JournalSecret, to new: JournalSecret,
        actor: String = ThisMachine.actor
    ) async throws(JournalError) {
        let later = JournalIdentity(
            provider: identity.provider, host: identity.host, keyFingerprint: new.fingerprint)
        let before = JournalAccount(identity: identity, secret: old, actor: actor)
        let after = JournalAccount(identity: later, secret: new, actor: actor)
        let outcome: RekeyOutcome
        do throws(PostgresError) {
            outcome = try await PostgresClient(settings, connections: 1).transaction { session throws(PostgresError) in
                try session.rekey(before, after)
            }
        } catch {
            throw JournalError(error)
        }
        switch outcome {
        case .done: return
        case .closed(let access): _ = try access.get(identity)
        case .twoJournals:
            throw .unavailable(reason: "both keys have a journal in the database; two journals cannot become one")
        }
    }
}

private enum RekeyOutcome: Sendable {
    case done
    /// The old secret does not open it.
    case closed(JournalAccess)
    case twoJournals
}

extension PostgresSession {
    fileprivate mutating func rekey(
        _ before: JournalAccount, _ after: JournalAccount
    ) throws(PostgresError) -> RekeyOutcome {
        let time = try journalTime()
        try lockKeys()
        let (old, new) = (try open(before, beginsNew: false, at: time), try access(after))
        switch (old, new) {
        case (.opened(let merchant, _), .opened(let other, _)): return merchant == other ? .done : .twoJournals
        case (.opened, .otherSecret) where before.identity != after.identity: return .twoJournals
        case (.opened(let merchant, let key), _):
            try lockRecording(merchant)
            try insert(key, of: merchant, after, at: time)
            return .done
        case (_, .opened): return .done
        default: return .closed(old)
        }
    }
}
#endif

/// Records each step before it is taken, so that any process on any machine can continue a run that ended anywhere.
///
/// These rules, not leases, prevent double payment. The provider takes no fencing token, so a paused run may send after
/// its lease has ended; a lease only decides who works next.
///
/// 1. *A payout's lines are one sequence.* `append` writes a line directly after the last line that the writer has
///    read, or writes nothing and reports that it was overtaken. `authorizing` and `cancelling` are lines of the same
///    sequence, so that of two writers one loses.
/// 2. *`authorizing` is unique per payout and number, and survives this process before `append` returns.* The request
///    is sent after that. A run that finds the line but did not write it never authorizes; it reads the payout and
///    settles it. Numbers never repeat.
/// 3. *`authorizationNotSent` comes from the line's writer only*, who names the token of its line; then the next number
///    needs no confirmation by the caller. Any other second authorization does.
/// 4. *A lost answer to `append` is settled by its token, never by absence*: a reader sees nothing of a transaction that
///    is still open. The same append is repeated, and the line that is there then carries the writer's own token or
///    another one. Only the own token permits sending.
/// 5. **A sender that notices more than 5 s since it began to append does not send*; it appends `authorizationNotSent`.
///    The clock counts the time in which the machine sleeps.
/// 6. **The caller's confirmation* authorizes again no earlier than 15 minutes after the line, and by a run that holds
///    the payout's claim, so that no other lease is alive. The guarantee excludes a process that is paused for longer
///    than that between the check of rule 5 and its send, and a journal that lost lines.
/// 7. *Recording an order is one step*: whether it repeats another order and its own lines are decided and written
///    together, since two recordings could otherwise each miss the other.
///
/// `PayoutJournalTesting` checks a journal against this contract. `Tests/PayoutSafetyTests/Interleavings` checks that
/// the contract suffices, through every interleaving of workers that pause, crash and lose answers.
public protocol PayoutJournal: Sendable {
    /// The key for hashing recipients and bodies, the same for every user of this journal.
    var key: JournalKey { get }

    /// Records an order, unless its id is known or it repeats items of other orders.
    ///
    /// In one step it looks for the order, its payouts and `recording.query`, asks `recording.repeats`, and writes the
    /// order if that refuses nothing. A repeated call finds the order that the first one wrote.
    ///
    /// - Throws: `JournalError`; `outcomeUnknown` when the order may have been written.
    func record(_ recording: OrderRecording) async throws(JournalError) -> RecordingOutcome

    /// Finds the recorded items that an order with this query would repeat. Changes nothing and does not wait.
    func earlierItems(_ query: RepeatQuery) async throws(JournalError) -> EarlierItems

    /// Reads an order and all lines of its payouts; nil when it is unknown. Needs no claim and does not wait.
    func order(_ id: String) async throws(JournalError) -> JournaledOrder?

    /// Reads a payout and its lines; nil when it is unknown. Needs no claim and does not wait.
    func payout(_ id: String) async throws(JournalError) -> PayoutHistory?

    /// Reads orders in the sequence of recording.
    ///
    /// - Parameters:
    ///   - position: The position of the last order that the caller has read; 0 for the beginning.
    ///   - limit: The maximum count.
    func orders(after position: Int, limit: Int) async throws(JournalError) -> [JournaledOrder]

    /// Writes a line after the last one that the writer has read, by the verdict of `PayoutHistory.verdict(on:)`.
    ///
    /// - Throws: `JournalError`; `outcomeUnknown` when the line may have been written.
    func append(_ append: JournalAppend) async throws(JournalError) -> AppendOutcome

    /// Claims a payout for one owner until the lease ends, by the journal's own clock.
    ///
    /// - Parameters:
    ///   - payoutID: The payout to claim.
    ///   - owner: The run that claims it.
    ///   - duration: How long the lease lasts unless it is renewed. A journal whose leases end with their process
    ///     ignores it.
    func claim(
        _ payoutID: String, by owner: LeaseOwner, for duration: Duration
    ) async throws(JournalError) -> ClaimOutcome

    /// Extends a lease to a duration from now. Returns nil when it has ended and another run may have the payout.
    func renew(_ lease: JournalLease, for duration: Duration) async throws(JournalError) -> JournalLease?

    /// Releases a payout. Ignores a lease that has ended.
    func release(_ lease: JournalLease) async
}

extension PayoutJournal {
    /// Calls the body with every order, reading a page at a time.
    public func eachOrder(_ body: (JournaledOrder) throws(JournalError) -> Void) async throws(JournalError) {
        var position = 0
        while true {
            let page = try await orders(after: position, limit: 100)
            guard let last = page.last else { return }
            for order in page { try body(order) }
            position = last.position
        }
    }
}

/// The reason why a journal cannot be used. Nothing is sent without a journal.
public enum JournalError: Error, Hashable, Sendable {
    /// Another process has held its file for longer than an entry takes.
    case inUse(path: String)
    /// The file does not exist at this path and must not be created.
    case missing(path: String)
    /// It belongs to another provider, host or key.
    case otherIdentity(path: String, expected: JournalIdentity, found: JournalIdentity)
    /// It is kept under another secret of the account with this fingerprint; the journal's `rekey` takes both.
    case otherSecret(path: String, fingerprint: String)
    /// A line that does not follow from those before it, counted from 1: it or one before it was changed, removed or
    /// inserted. The loss of the last lines cannot be detected.
    case changed(path: String, line: Int)
    /// A line that is not an entry, counted from 1. An unfinished last line is dropped and is not an error.
    case badLine(path: String, line: Int)
    /// Users other than its owner may read or write it.
    case openToOthers(path: String)
    /// A system call failed, with the system's reason.
    case system(path: String, operation: String, reason: String)
    /// The answer to a write was lost, so the line may or may not be kept. Repeating the same write settles it.
    case outcomeUnknown(reason: String)
    /// The journal cannot be reached or does not answer; nothing was written.
    case unavailable(reason: String)
}

extension JournalError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .inUse(let path): "the journal \(path) is in use by another process"
        case .missing(let path): "there is no journal at \(path)"
        case .otherIdentity(let path, let expected, let found):
            "the journal \(path) was kept for \(found), not for \(expected)"
        case .otherSecret(let path, let fingerprint):
            "the journal \(path) was kept under another secret of key \(fingerprint)"
        case .changed(let path, let line):
            "line \(line) of the journal \(path) does not follow from the lines before it: one was changed, removed or "
                + "inserted; nothing was written"
        case .badLine(let path, let line): "line \(line) of the journal \(path) is not an entry; nothing was changed"
        case .openToOthers(let path): "the journal \(path) can be read or written by others; its mode must be 0600"
        case .system(let path, let operation, let reason): "\(operation) \(path): \(reason)"
        case .outcomeUnknown(let reason): "the journal may or may not have kept an entry: \(reason)"
        case .unavailable(let reason): "the journal cannot be used: \(reason)"
        }
    }
}

/// The owner of a journal's payouts: it is never used for another provider, host or key.
public struct JournalIdentity: Hashable, Sendable, CustomStringConvertible {
    /// The provider's name: `iyzico`.
    public let provider: String
    /// The host that its payouts are sent to.
    public let host: String
    /// Identifies the key without revealing it: see `IyzicoCredentials.fingerprint`.
    public let keyFingerprint: String

    /// Creates the identity of an account's journal.
    public init(provider: String, host: String, keyFingerprint: String) {
        self.provider = provider
        self.host = host
        self.keyFingerprint = keyFingerprint
    }

    public var description: String { "\(provider) at \(host), key \(keyFingerprint)" }
}

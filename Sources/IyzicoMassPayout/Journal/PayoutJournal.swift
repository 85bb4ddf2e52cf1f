/// Remembers what was about to be done, so that a run that ends anywhere is taken up where it ended, by any process on
/// any machine.
///
/// Nobody is paid twice, because of these rules and not because of leases. The provider takes no fencing token, so a run
/// that was paused may send after its lease has ended; a lease only decides who works next.
///
/// 1. *A payout's lines are one sequence.* `append` writes a line behind the line that the writer has read, or it writes
///    nothing and reports that somebody else was there. `authorizing` and `cancelling` are lines of the same sequence, so
///    that of two writers one loses.
/// 2. *`authorizing` is unique per payout and number, and survives this process before `append` returns.* The request is
///    sent after that. Whoever finds the line, and did not write it, never authorizes: it reads the payout and settles.
///    Numbers never repeat.
/// 3. *`authorizationNotSent` comes from the line's writer only*, who names the token of its line; then the next number
///    needs no word of the caller. Any other second authorization does.
/// 4. *A lost answer to `append` is settled by its token, never by absence*: a reader sees nothing of a transaction that
///    is still open. The same append is repeated, and the line that is there then carries the writer's own token or
///    another one. Only the own token permits sending.
/// 5. *A sender that finds more than 5 s since it began to append does not send*; it appends `authorizationNotSent`.
///    The clock counts the time in which the machine sleeps.
/// 6. *The caller's word* authorizes again no earlier than 15 minutes after the line, and by a run that holds the
///    payout's claim, so that no other lease of it is alive. A process that is paused for longer than that between the
///    check of rule 5 and its send remains outside the promise, and so does a journal that lost lines that it had kept.
/// 7. *Recording an order is one step*: whether it repeats another order and its own lines are decided and written
///    together, since two recordings could otherwise each miss the other.
///
/// `PayoutJournalTesting` holds a journal to this contract. That the contract is enough is tested by going through every
/// interleaving of workers that are paused, crash and lose answers: `Tests/PayoutSafetyTests/Interleavings`.
public protocol PayoutJournal: Sendable {
    /// What recipients and bodies are hashed with: the same for everybody who uses this journal.
    var key: JournalKey { get }

    /// Records an order, unless its id is known or it repeats what other orders hold.
    ///
    /// In one step: looks for the order, for its payouts, and for `recording.query`; asks `recording.repeats`; writes the
    /// order where that refuses nothing. A repeated call finds what the first one wrote.
    ///
    /// - Throws: `JournalError`; `outcomeUnknown` where the order may have been written.
    func record(_ recording: OrderRecording) async throws(JournalError) -> RecordingOutcome

    /// Items of the orders recorded that an order with this query would repeat. Changes nothing and waits for nobody.
    func earlierItems(_ query: RepeatQuery) async throws(JournalError) -> EarlierItems

    /// An order and all lines of its payouts; nil where there is none. Needs no claim and waits for nobody.
    func order(_ id: String) async throws(JournalError) -> JournaledOrder?

    /// A payout and its lines; nil where no order has it. Needs no claim and waits for nobody.
    func payout(_ id: String) async throws(JournalError) -> PayoutHistory?

    /// Orders in the sequence in which they were recorded.
    ///
    /// - Parameters:
    ///   - position: The last position that the caller has; 0 for the beginning.
    ///   - limit: How many at most.
    func orders(after position: Int, limit: Int) async throws(JournalError) -> [JournaledOrder]

    /// Writes a line behind the one that the writer has read, by the verdict of `PayoutHistory.verdict(on:)`.
    ///
    /// - Throws: `JournalError`; `outcomeUnknown` where the line may have been written.
    func append(_ append: JournalAppend) async throws(JournalError) -> AppendOutcome

    /// Takes a payout for one owner until the lease ends, by the journal's own clock.
    ///
    /// - Parameters:
    ///   - payoutID: The payout to take.
    ///   - owner: The run that takes it.
    ///   - duration: How long the lease lasts unless it is renewed. A journal whose leases end with their process passes
    ///     over it.
    func claim(
        _ payoutID: String, by owner: LeaseOwner, for duration: Duration
    ) async throws(JournalError) -> ClaimOutcome

    /// Lets a lease last for a duration from now; nil where it is over, and somebody else may have the payout.
    func renew(_ lease: JournalLease, for duration: Duration) async throws(JournalError) -> JournalLease?

    /// Gives a payout back. A lease that is over is left alone.
    func release(_ lease: JournalLease) async
}

extension PayoutJournal {
    /// Every order, a page at a time.
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

/// Why a journal cannot be used. Nothing is sent without one.
public enum JournalError: Error, Hashable, Sendable {
    /// Another process has held its file for longer than an entry takes.
    case inUse(path: String)
    /// There is none at this path, and none was to be begun.
    case missing(path: String)
    /// It was kept for another provider, host or key.
    case otherIdentity(path: String, expected: JournalIdentity, found: JournalIdentity)
    /// It was kept under another secret of the account with this fingerprint; the journal's `rekey` takes both.
    case otherSecret(path: String, fingerprint: String)
    /// A line that does not follow from those before it, counted from 1: it or one before it was changed, removed or
    /// inserted. What was cut off behind the last line cannot be seen.
    case changed(path: String, line: Int)
    /// A line that is no entry, counted from 1. An unfinished last line is none of these: it is dropped.
    case badLine(path: String, line: Int)
    /// Others than its owner may read or write it.
    case openToOthers(path: String)
    /// The system refused; its words for why.
    case system(path: String, operation: String, reason: String)
    /// The answer to a write was lost: it may be kept or not. Repeating the same write settles it.
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
        case .badLine(let path, let line): "line \(line) of the journal \(path) is no entry; nothing was changed"
        case .openToOthers(let path): "the journal \(path) can be read or written by others; its mode must be 0600"
        case .system(let path, let operation, let reason): "\(operation) \(path): \(reason)"
        case .outcomeUnknown(let reason): "the journal may or may not have kept an entry: \(reason)"
        case .unavailable(let reason): "the journal cannot be used: \(reason)"
        }
    }
}

/// Whose payouts a journal keeps: it is never used for another provider, host or key.
public struct JournalIdentity: Hashable, Sendable, CustomStringConvertible {
    /// The provider's name: `iyzico`.
    public let provider: String
    /// The host that its payouts are sent to.
    public let host: String
    /// Tells keys apart without being one: see `IyzicoCredentials.fingerprint`.
    public let keyFingerprint: String

    /// The identity of an account's journal.
    public init(provider: String, host: String, keyFingerprint: String) {
        self.provider = provider
        self.host = host
        self.keyFingerprint = keyFingerprint
    }

    public var description: String { "\(provider) at \(host), key \(keyFingerprint)" }
}

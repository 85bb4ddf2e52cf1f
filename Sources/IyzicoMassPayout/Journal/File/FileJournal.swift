public import Foundation
import KurusRuntime
import Synchronization

/// A journal in a file of JSON lines, mode 0600, for any number of processes of one machine. Each line is synced before
/// the step that it announces.
///
/// Reading takes no lock. A line is appended under a short lock of the file, after everything in it was read. A claim
/// is a lock on a file for the order, which ends with its process. Each line holds its time, its actor, and a code over
/// itself and all lines before it, under a key that the journal keeps wrapped under the account's secret. A changed,
/// missing or inserted line is an error, and nothing is sent then. The loss of the last lines cannot be detected: keep
/// copies if that matters. A last line without its line break, which a crash leaves behind, is dropped.
///
/// A journal of the first version is read and continued in this form.
public final class FileJournal: PayoutJournal {
    public let key: JournalKey
    private let path: String
    private let log: Mutex<JournalLog>
    private let locks: OrderLocks
    private let now: @Sendable () -> Date

    /// How often the file's lock is tried while another process writes a line, and the pause between attempts.
    private static let lockAttempts = 5_000
    private static let lockPause = Duration.milliseconds(2)

    /// Opens the journal at a path.
    ///
    /// - Parameters:
    ///   - path: The path of its file.
    ///   - identity: The account to which it must belong.
    ///   - secret: The account's secret: `IyzicoCredentials.journalSecret`.
    ///   - beginsNew: Whether to create the journal and its folder if they are missing.
    ///   - actor: Who begins it; every other line has its own actor.
    ///   - now: The journal's clock, to the millisecond.
    /// - Throws: `missing` when the file does not exist and must not be created; `otherIdentity` and `otherSecret` with
    ///   its owner; `badLine` and `changed` with the line.
    public init(
        at path: String, for identity: JournalIdentity, secret: JournalSecret, beginsNew: Bool = true,
        actor: String = ThisMachine.actor, now: @escaping @Sendable () -> Date = { Date() }
    ) async throws(JournalError) {
        self.path = path
        self.now = { JournalTime.rounded(now()) }
        locks = OrderLocks(besideJournalAt: path)
        var log = try JournalLog.reading(JournalFile(at: path, makes: beginsNew), for: identity, secret: secret)
        if !log.isBegun {
            guard beginsNew else { throw .missing(path: path) }
            let time = self.now()
            // Read again under the lock, because another process may have begun it and made its key.
            log = try await Self.locked(path, identity, secret) { (log) throws(JournalError) in
                if !log.isBegun { try log.begin(at: time, actor: actor) }
            }
        }
        key = log.key
        self.log = Mutex(log)
    }

    /// Wraps a journal's key under another secret, after the account's keys were changed. The key and every hash stay
    /// the same. One line is written: an interrupted run leaves the journal under the old secret, and a repeated one
    /// finds the work done. Processes that have the journal open continue.
    ///
    /// - Parameters:
    ///   - path: The path of its file.
    ///   - identity: The current owner, with the old key's fingerprint.
    ///   - old: The secret of the old keys.
    ///   - new: The secret of the new keys.
    ///   - actor: Who changes it, for the line.
    ///   - now: The journal's clock, to the millisecond.
    /// - Throws: The errors of opening it.
    public static func rekey(
        at path: String, for identity: JournalIdentity, from old: JournalSecret, to new: JournalSecret,
        actor: String = ThisMachine.actor, now: @escaping @Sendable () -> Date = { Date() }
    ) async throws(JournalError) {
        let later = JournalIdentity(
            provider: identity.provider, host: identity.host, keyFingerprint: new.fingerprint)
        do {
            _ = try JournalLog.reading(JournalFile(at: path, makes: false), for: later, secret: new)
            return
        } catch .otherIdentity, .otherSecret {
            // It is still under the old secret.
        }
        _ = try await locked(path, identity, old) { (log) throws(JournalError) in
            guard log.isBegun else { throw .missing(path: path) }
            try log.rewrap(under: new, at: JournalTime.rounded(now()), actor: actor)
        }
    }

    /// Whether a changed, missing or inserted line cannot be detected, because the journal is of the first version and
    /// nothing was written to it since.
    public var isUncovered: Bool { log.withLock { $0.isUncovered } }

    /// Whether a run of this machine works on an order of the journal at a path.
    public static func isInUse(at path: String) -> Bool {
        OrderLocks(besideJournalAt: path).isAnyHeld()
    }

    public func record(_ recording: OrderRecording) async throws(JournalError) -> RecordingOutcome {
        try await underLock { (log, now) throws(JournalError) in try log.record(recording, at: now) }
    }

    public func append(_ append: JournalAppend) async throws(JournalError) -> AppendOutcome {
        try await underLock { (log, now) throws(JournalError) in try log.append(append, at: now) }
    }

    public func earlierItems(_ query: RepeatQuery) throws(JournalError) -> EarlierItems {
        try reading { $0.book.earlierItems(query, at: $1) }
    }

    public func order(_ id: String) throws(JournalError) -> JournaledOrder? {
        try reading { $0.book.order(id, at: $1) }
    }

    public func payout(_ id: String) throws(JournalError) -> PayoutHistory? {
        try reading { $0.book.payout(id, at: $1) }
    }

    public func orders(after position: Int, limit: Int) throws(JournalError) -> [JournaledOrder] {
        try reading { $0.book.orders(after: position, limit: limit, at: $1) }
    }

    public func claim(
        _ payoutID: String, by owner: LeaseOwner, for duration: Duration
    ) throws(JournalError) -> ClaimOutcome {
        let orderID = try reading { log, _ in log.book.orderID(ofPayout: payoutID) }
        guard let orderID else { return .unknownPayout }
        return try locks.claim(payoutID, of: orderID, by: owner)
    }

    public func renew(_ lease: JournalLease, for duration: Duration) throws(JournalError) -> JournalLease? {
        guard let orderID = log.withLock({ $0.book.orderID(ofPayout: lease.payoutID) }) else { return nil }
        return locks.isHeld(lease, of: orderID) ? lease : nil
    }

    public func release(_ lease: JournalLease) {
        guard let orderID = log.withLock({ $0.book.orderID(ofPayout: lease.payoutID) }) else { return }
        locks.release(lease, of: orderID)
    }
}

extension FileJournal {
    private func reading<Found>(
        _ body: (inout JournalLog, Date) -> sending Found
    ) throws(JournalError) -> sending Found {
        let now = now()
        return try log.withLock { (log) throws(JournalError) in
            try log.catchUp()
            return body(&log, now)
        }
    }

    /// Runs a body that may write, and waits while another process writes a line. Cancelling the task does not end the
    /// wait, since the line may settle something that was sent.
    private func underLock<Found: Sendable>(
        _ body: (inout JournalLog, Date) throws(JournalError) -> Found
    ) async throws(JournalError) -> Found {
        let now = now()
        for _ in 0..<Self.lockAttempts {
            let found = try log.withLock { (log) throws(JournalError) -> Found? in
                guard try log.lock() else { return nil }
                defer { log.unlock() }
                return try body(&log, now)
            }
            if let found { return found }
            await Self.pause()
        }
        throw .inUse(path: path)
    }

    /// Opens a journal and runs a body on it before any other process can write.
    private static func locked(
        _ path: String, _ identity: JournalIdentity, _ secret: JournalSecret,
        _ body: (inout JournalLog) throws(JournalError) -> Void
    ) async throws(JournalError) -> JournalLog {
        for _ in 0..<lockAttempts {
            let file = try JournalFile(at: path)
            if try file.lock() {
                var log = try JournalLog.reading(file, for: identity, secret: secret)
                guard try log.lock() else { throw .inUse(path: path) }
                try body(&log)
                log.unlock()
                return log
            }
            await pause()
        }
        throw .inUse(path: path)
    }

    private static func pause() async {
        await Task.detached { try? await Task.sleep(for: lockPause) }.value
    }
}

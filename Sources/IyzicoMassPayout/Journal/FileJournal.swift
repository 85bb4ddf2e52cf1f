public import Foundation
import KurusRuntime
import Synchronization

/// A journal in a file of JSON lines, mode 0600, for any number of processes of one machine: each line is synced before
/// the step that it announces.
///
/// Reading takes no lock. A line is written under a short lock of the file, behind everything that was read from it; a
/// claim is a lock on a file for the order, which ends with its process. The first line tells whose payouts it keeps. A
/// last line without its line break, which a crash leaves behind, is dropped; any other line that is no entry is an
/// error, and nothing is sent then.
public final class FileJournal: PayoutJournal {
    private struct Kept: ~Copyable {
        var file: JournalFile
        var book = JournalBook()
        var lineCount = 0
        /// What was wrong with a line: the book is not to be used from there on.
        var failure: JournalError?
    }

    public let key: JournalKey
    private let path: String
    private let kept: Mutex<Kept>
    private let locks: OrderLocks
    private let now: @Sendable () -> Date

    /// How often the file's lock is tried while another process writes a line, and the pause between.
    private static let lockAttempts = 5_000
    private static let lockPause = Duration.milliseconds(2)

    /// Opens the journal at a path.
    ///
    /// - Parameters:
    ///   - secret: The account's: `IyzicoCredentials.journalSecret`.
    ///   - beginsNew: Whether to make the journal and its folder where there is none.
    ///   - now: The journal's clock, to the millisecond.
    /// - Throws: `missing` where there is none and none is to be begun.
    public init(
        at path: String, for identity: JournalIdentity, secret: JournalSecret, beginsNew: Bool = true,
        now: @escaping @Sendable () -> Date = { Date() }
    ) async throws(JournalError) {
        self.path = path
        self.now = { JournalTime.rounded(now()) }
        key = secret.firstVersionKey
        locks = OrderLocks(besideJournalAt: path)
        kept = Mutex(Kept(file: try JournalFile(at: path, makes: beginsNew)))
        let header = JSONWriter.bytes(of: JournalHeader(identity))
        let isBegun = try kept.withLock { (kept) throws(JournalError) in
            try Self.catchUp(&kept, identity)
            return kept.lineCount > 0
        }
        if isBegun { return }
        try await underLock { (kept) throws(JournalError) in
            guard kept.lineCount == 0 else { return }
            try kept.file.append([header])
            kept.lineCount = 1
        }
    }

    public func record(_ recording: OrderRecording) async throws(JournalError) -> RecordingOutcome {
        let now = now()
        return try await underLock { (kept) throws(JournalError) in
            switch kept.book.verdict(on: recording, at: now) {
            case .outcome(let outcome): return outcome
            case .write(let repeats):
                let line = StoredLine(
                    .plan(recording.plan), time: now, actor: recording.actor, token: recording.token)
                try Self.write(line, to: &kept)
                return .recorded(repeats)
            }
        }
    }

    public func append(_ append: JournalAppend) async throws(JournalError) -> AppendOutcome {
        let now = now()
        return try await underLock { (kept) throws(JournalError) in
            switch kept.book.verdict(on: append) {
            case .written(let line): return .appended(line)
            case .refuse(let refusal): return .refused(refusal)
            case .write(let number):
                let line = StoredLine(
                    .step(payoutID: append.payoutID, append.step), time: now, actor: append.actor, token: append.token)
                try Self.write(line, to: &kept)
                return .appended(
                    JournalLine(
                        number: number, time: now, actor: append.actor, token: append.token, step: append.step))
            }
        }
    }

    public func earlierItems(_ query: RepeatQuery) throws(JournalError) -> EarlierItems {
        try reading { $0.earlierItems(query, at: $1) }
    }

    public func order(_ id: String) throws(JournalError) -> JournaledOrder? {
        try reading { $0.order(id, at: $1) }
    }

    public func payout(_ id: String) throws(JournalError) -> PayoutHistory? {
        try reading { $0.payout(id, at: $1) }
    }

    public func orders(after position: Int, limit: Int) throws(JournalError) -> [JournaledOrder] {
        try reading { $0.orders(after: position, limit: limit, at: $1) }
    }

    public func claim(
        _ payoutID: String, by owner: LeaseOwner, for duration: Duration
    ) throws(JournalError) -> ClaimOutcome {
        guard let orderID = try reading({ book, _ in book.orderID(ofPayout: payoutID) }) else { return .unknownPayout }
        return try locks.claim(payoutID, of: orderID, by: owner)
    }

    public func renew(_ lease: JournalLease, for duration: Duration) throws(JournalError) -> JournalLease? {
        guard let orderID = kept.withLock({ $0.book.orderID(ofPayout: lease.payoutID) }) else { return nil }
        return locks.isHeld(lease, of: orderID) ? lease : nil
    }

    public func release(_ lease: JournalLease) {
        guard let orderID = kept.withLock({ $0.book.orderID(ofPayout: lease.payoutID) }) else { return }
        locks.release(lease, of: orderID)
    }
}

extension FileJournal {
    private func reading<Found>(_ body: (inout JournalBook, Date) -> Found) throws(JournalError) -> Found {
        let now = now()
        return try kept.withLock { (kept) throws(JournalError) in
            try Self.catchUp(&kept, nil)
            return body(&kept.book, now)
        }
    }

    /// Runs a body that may write, with everything read that is in the file. Waits while another process writes a line;
    /// the wait is not ended by cancelling the task, since what is written may settle what was sent.
    private func underLock<Found: Sendable>(
        _ body: (inout Kept) throws(JournalError) -> Found
    ) async throws(JournalError) -> Found {
        for _ in 0..<Self.lockAttempts {
            let found = try kept.withLock { (kept) throws(JournalError) -> Found? in
                guard try kept.file.lock() else { return nil }
                defer { kept.file.unlock() }
                try Self.catchUp(&kept, nil)
                try kept.file.cutTornEnd()
                return try body(&kept)
            }
            if let found { return found }
            await Task.detached { try? await Task.sleep(for: Self.lockPause) }.value
        }
        throw .inUse(path: path)
    }

    private static func write(_ line: StoredLine, to kept: inout Kept) throws(JournalError) {
        try kept.file.append([JSONWriter.bytes(of: line)])
        kept.lineCount += 1
        guard kept.book.take(line) else { throw badLine(kept) }
    }

    /// Takes in what was written to the file since it was read last.
    private static func catchUp(_ kept: inout Kept, _ identity: JournalIdentity?) throws(JournalError) {
        if let failure = kept.failure { throw failure }
        do {
            let (lines, torn) = try kept.file.readLines()
            for line in lines {
                kept.lineCount += 1
                try take(Array(line), &kept, identity)
            }
            if kept.lineCount == 0, let identity { try checkIsHeader(torn, identity, kept) }
        } catch {
            kept.failure = error
            throw error
        }
    }

    private static func take(_ line: [UInt8], _ kept: inout Kept, _ identity: JournalIdentity?) throws(JournalError) {
        guard kept.lineCount > 1 else {
            guard let header = try? JSONReader.read(JournalHeader.self, from: line) else { throw badLine(kept) }
            if let identity, header.identity != identity {
                throw .otherIdentity(path: kept.file.path, expected: identity, found: header.identity)
            }
            return
        }
        guard let stored = try? JSONReader.read(StoredLine.self, from: line), kept.book.take(stored) else {
            throw badLine(kept)
        }
    }

    /// What a crash leaves of a journal's first line is its beginning; anything else is somebody else's file.
    private static func checkIsHeader(
        _ torn: ArraySlice<UInt8>, _ identity: JournalIdentity, _ kept: borrowing Kept
    ) throws(JournalError) {
        guard JSONWriter.bytes(of: JournalHeader(identity)).starts(with: torn) else {
            throw .badLine(path: kept.file.path, line: 1)
        }
    }

    private static func badLine(_ kept: borrowing Kept) -> JournalError {
        .badLine(path: kept.file.path, line: kept.lineCount)
    }
}

import IyzicoMassPayout

/// A journal in memory whose writes a test intercepts.
struct HookedJournal: PayoutJournal {
    /// A write to be done by calling it, or not.
    typealias Write = () -> Void

    let kept: MemoryJournal
    /// Called for each write with its step, nil for an order, in place of doing it.
    let hook: @Sendable (JournalStep?, Write) throws(JournalError) -> Void

    init(
        _ kept: MemoryJournal = MemoryJournal(),
        hook: @escaping @Sendable (JournalStep?, Write) throws(JournalError) -> Void
    ) {
        self.kept = kept
        self.hook = hook
    }

    var key: JournalKey { kept.key }

    func record(_ recording: OrderRecording) throws(JournalError) -> RecordingOutcome {
        var outcome: RecordingOutcome?
        try hook(nil) { outcome = kept.record(recording) }
        return outcome ?? kept.record(recording)
    }

    func append(_ append: JournalAppend) throws(JournalError) -> AppendOutcome {
        var outcome: AppendOutcome?
        try hook(append.step) { outcome = kept.append(append) }
        return outcome ?? kept.append(append)
    }

    func earlierItems(_ query: RepeatQuery) -> EarlierItems { kept.earlierItems(query) }
    func order(_ id: String) -> JournaledOrder? { kept.order(id) }
    func payout(_ id: String) -> PayoutHistory? { kept.payout(id) }
    func orders(after position: Int, limit: Int) -> [JournaledOrder] { kept.orders(after: position, limit: limit) }
    func claim(_ payoutID: String, by owner: LeaseOwner, for duration: Duration) -> ClaimOutcome {
        kept.claim(payoutID, by: owner, for: duration)
    }
    func renew(_ lease: JournalLease, for duration: Duration) -> JournalLease? { kept.renew(lease, for: duration) }
    func release(_ lease: JournalLease) { kept.release(lease) }
}

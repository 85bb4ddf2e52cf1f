import Foundation
import IyzicoMassPayout
import PayoutJournalTesting
import Synchronization
import Testing

/// The journals of this module keep the contract that `PayoutJournalTesting` checks.
@Suite struct JournalContractTests {
    @Test(arguments: JournalRule.all)
    func journalInMemory(_ rule: JournalRule) async throws {
        let journals = Mutex<[String: MemoryJournal]>([:])
        try await rule.check { store, clock in
            journals.withLock { journals in
                let journal = journals[store] ?? MemoryJournal(now: { clock.now })
                journals[store] = journal
                return journal
            }
        }
    }

    @Test(arguments: JournalRule.all)
    func journalInAFile(_ rule: JournalRule) async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let path = folder.path
        try await rule.check { store, clock in
            try await FileJournal(
                at: "\(path)/\(store).jsonl", for: JournalBench.identity, secret: JournalBench.secret,
                now: { clock.now })
        }
    }

    /// A journal that breaks a rule is found out.
    @Test func findsAJournalThatKeepsLinesBehindAnyOther() async throws {
        var failures = 0
        for rule in JournalRule.all {
            let journal = CarelessJournal()
            do {
                try await rule.check { _, _ in journal }
            } catch is ContractFailure {
                failures += 1
            }
        }
        #expect(failures >= 5)
    }
}

/// Appends whatever comes, wherever the writer has read.
private final class CarelessJournal: PayoutJournal {
    private let kept = MemoryJournal()

    var key: JournalKey { kept.key }

    func append(_ append: JournalAppend) -> AppendOutcome {
        guard let history = kept.payout(append.payoutID) else { return .refused(.unknownPayout) }
        return kept.append(
            JournalAppend(
                payoutID: append.payoutID, after: history.lines.count, token: UUID().uuidString, actor: append.actor,
                step: append.step))
    }

    func record(_ recording: OrderRecording) -> RecordingOutcome { kept.record(recording) }
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

import Foundation
import IyzicoMassPayout
import Testing

/// The database that workers are steered over behaves as PostgreSQL does where rule 4 of `PayoutJournal` matters.
@Suite struct SteeredStoreTests {
    private static let now = Date(timeIntervalSince1970: 1_800_000_000)

    private static func store() -> SteeredStore {
        let payout = RecordedPayout(id: "2026-11", currency: "TRY", bodyHash: "body", items: [])
        return SteeredStore(PayoutHistory(orderID: "2026-11", payout: payout, readAt: now), [])
    }

    private static func append(token: String) -> JournalAppend {
        JournalAppend(
            payoutID: "2026-11", after: 0, token: token, actor: "ayse",
            step: .authorizing(requestID: "SIM-1", number: 1))
    }

    @Test func hidesALineUntilItsCommit() throws {
        var store = Self.store()
        let transaction = try store.insert(Self.append(token: "a"), of: 0, at: Self.now).get()
        #expect(store.history.lines.isEmpty)
        #expect(store.insertWaits(.initializing))
        #expect(store.commit(transaction)?.token == "a")
        #expect(store.history.lines.count == 1)
        #expect(!store.insertWaits(.initializing))
    }

    @Test func givesARepeatedAppendItsOwnLineAndAnotherOneNone() throws {
        var store = Self.store()
        _ = store.commit(try store.insert(Self.append(token: "a"), of: 0, at: Self.now).get())
        for (token, isOwn) in [("a", true), ("b", false)] {
            guard case .failure(let end) = store.insert(Self.append(token: token), of: 1, at: Self.now) else {
                Issue.record("\(token) began a transaction")
                continue
            }
            let line = if case .appended(let line) = end.outcome { line } else { nil as JournalLine? }
            #expect((line?.token == token) == isOwn)
        }
    }

    @Test func forgetsWhatIsRolledBack() throws {
        var store = Self.store()
        store.rollBack(try store.insert(Self.append(token: "a"), of: 0, at: Self.now).get())
        #expect(store.history.lines.isEmpty && !store.insertWaits(.initializing))
        _ = store.commit(try store.insert(Self.append(token: "b"), of: 1, at: Self.now).get())
        #expect(store.history.lines.map(\.token) == ["b"])
    }
}

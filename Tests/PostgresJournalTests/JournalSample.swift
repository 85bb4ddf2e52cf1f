#if Postgres
import Foundation
import IyzicoMassPayout

/// Orders and lines for tests.
enum JournalSample {
    static func plan(_ id: String = "order", payouts: [String] = ["payout"]) -> RecordedPlan {
        RecordedPlan(
            id: id,
            payouts: payouts.map {
                RecordedPayout(
                    id: $0, currency: "TRY", bodyHash: "body",
                    items: [RecordedItem(id: "1", amount: 10, recipient: RecipientHash("recipient of \($0)"))])
            })
    }

    static func record(on journal: some PayoutJournal, _ plan: RecordedPlan = plan()) async throws {
        _ = try await journal.record(
            OrderRecording(
                plan, query: RepeatQuery(orderID: plan.id, items: [], reach: .days(45)), allowing: [], actor: "ayse",
                token: UUID().uuidString))
    }

    static func authorization(
        of payoutID: String = "payout", _ number: Int = 1, after: Int = 0, token: String
    ) -> JournalAppend {
        JournalAppend(
            payoutID: payoutID, after: after, token: token, actor: "ayse",
            step: .authorizing(requestID: "r", number: number))
    }

    /// Makes COMMIT of a line wait for the advisory lock 42.
    static let slowCommits = """
        CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_advisory_xact_lock(42); RETURN NULL; END $$;
        CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON kurus.lines DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION slow();
        """
}
#endif

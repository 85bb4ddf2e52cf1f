public import Foundation
import IyzicoMassPayout
import Synchronization

/// A separate store for one check of a rule, with the helpers of rules.
struct RuleCheck: Sendable {
    let rule: String
    let clock = ContractClock()
    private let store = UUID().uuidString
    let open: JournalOpening

    static let payoutID = "2026-11"

    init(rule: String, open: @escaping JournalOpening) {
        self.rule = rule
        self.open = open
    }

    /// Another opening of the store.
    func journal() async throws -> any PayoutJournal {
        try await open(store, clock)
    }

    /// An opening of the store, with an order of one payout recorded.
    func journalWithOrder() async throws -> any PayoutJournal {
        let journal = try await journal()
        guard case .recorded = try await journal.record(Self.recording(Self.plan(Self.payoutID))) else {
            throw failure("an order was not recorded")
        }
        return journal
    }

    func expect(_ isTrue: Bool, _ text: @autoclosure () -> String) throws {
        if !isTrue { throw failure(text()) }
    }

    func failure(_ text: String) -> ContractFailure { ContractFailure(rule: rule, text: text) }

    /// Appends a step behind the last line.
    @discardableResult
    func append(
        _ step: JournalStep, to journal: any PayoutJournal, token: String = UUID().uuidString
    ) async throws -> JournalLine {
        guard let history = try await journal.payout(Self.payoutID) else { throw failure("the payout is not there") }
        let outcome = try await journal.append(Self.append(step, after: history.lines.count, token: token))
        guard case .appended(let line) = outcome else { throw failure("\(step) was not appended: \(outcome)") }
        return line
    }

    func lines(_ journal: any PayoutJournal) async throws -> [JournalLine] {
        guard let history = try await journal.payout(Self.payoutID) else { throw failure("the payout is not there") }
        return history.lines
    }

    static func append(
        _ step: JournalStep, after: Int, token: String = UUID().uuidString, payoutID: String = payoutID
    ) -> JournalAppend {
        JournalAppend(payoutID: payoutID, after: after, token: token, actor: "ayse", step: step)
    }

    static func owner(_ token: String) -> LeaseOwner {
        LeaseOwner(token: token, actor: "ayse", host: "office", process: 1)
    }
}

extension RuleCheck {
    /// An order of a payout for each id, of an item for each recipient.
    static func plan(
        _ id: String, payouts: [String]? = nil, recipients: [String] = ["r1"], itemID: String = "item",
        amount: Decimal = 10
    ) -> RecordedPlan {
        RecordedPlan(
            id: id,
            payouts: (payouts ?? [id]).map { payoutID in
                RecordedPayout(
                    id: payoutID, currency: "TRY", bodyHash: "body of \(payoutID)",
                    items: recipients.enumerated().map { index, recipient in
                        RecordedItem(
                            id: "\(itemID) \(index)", amount: amount,
                            recipient: RecipientHash("\(recipient) of \(payoutID)"))
                    })
            })
    }

    static func recording(
        _ plan: RecordedPlan, looksFor items: [RepeatQuery.Item] = [], allowing allowed: Set<String> = []
    ) -> OrderRecording {
        OrderRecording(
            plan, query: RepeatQuery(orderID: plan.id, items: items, reach: .days(45)), allowing: allowed,
            actor: "ayse", token: UUID().uuidString)
    }

    /// A plan that pays one recipient, and its recording.
    static func payment(
        _ orderID: String, to recipient: String, itemID: String, amount: Decimal = 10,
        allowing allowed: Set<String> = []
    ) -> OrderRecording {
        let hash = RecipientHash(recipient)
        let payout = RecordedPayout(
            id: orderID, currency: "TRY", bodyHash: "body",
            items: [RecordedItem(id: itemID, amount: amount, recipient: hash)])
        return recording(
            RecordedPlan(id: orderID, payouts: [payout]),
            looksFor: [RepeatQuery.Item(id: itemID, amount: amount, currency: "TRY", recipients: [hash])],
            allowing: allowed)
    }
}

/// A journal's clock that moves when a rule moves it.
public final class ContractClock: Sendable {
    private let time: Mutex<Date>

    init() {
        // Whole milliseconds, which every journal can keep.
        time = Mutex(Date(timeIntervalSince1970: 1_800_000_000.125))
    }

    /// The time that tests have moved it to.
    public var now: Date { time.withLock { $0 } }

    func advance(by seconds: TimeInterval) {
        time.withLock { $0 += seconds }
    }
}

public import Foundation

/// A payout that nobody gets on with, unless a person does something.
public struct StuckPayout: Hashable, Sendable {
    /// Why nobody gets on with it. What a worker left has the name that it left it by (`WorkLeft`).
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// authorize was announced, and the payout reads as not authorized, or cannot be read.
        case outcomeUnknown
        /// cancel was sent, and the payout does not read as cancelled.
        case cancellationUnknown
        /// The provider has a payout of this id that this journal did not make.
        case startedElsewhere
        /// The provider has something else than was ordered, or refused it.
        case notAsOrdered
        /// The provider could not be reached or read for it, several times in a row.
        case unreachable
        /// It is not authorized, and no worker may do so: a run ended before the payout was handed over.
        case notReleased
        /// No worker looks after it.
        case unattended
    }

    /// The payout's id.
    public let payoutID: String
    /// The order that it belongs to.
    public let orderID: String
    /// The provider's id of it, where it is known.
    public let requestID: String?
    /// Why nobody gets on with it.
    public let reason: Reason
    /// Since when it stands so.
    public let since: Date
    /// Whether money may have moved and the outcome is unknown.
    public let mayHaveMovedMoney: Bool

    /// A payout that needs a person.
    public init(
        payoutID: String, orderID: String, requestID: String?, reason: Reason, since: Date, mayHaveMovedMoney: Bool
    ) {
        self.payoutID = payoutID
        self.orderID = orderID
        self.requestID = requestID
        self.reason = reason
        self.since = since
        self.mayHaveMovedMoney = mayHaveMovedMoney
    }
}

/// A journal that tells how its payouts are going.
public protocol ObservedJournal: PayoutJournal {
    /// Counts payouts, orders, authorizations and refusals.
    func statistics() async throws(JournalError) -> JournalStatistics

    /// Payouts that nobody gets on with, those that stand so for the longest first.
    ///
    /// - Parameter limit: How many at most.
    func stuckPayouts(limit: Int) async throws(JournalError) -> [StuckPayout]

    /// How many payouts nobody gets on with.
    func stuckCount() async throws(JournalError) -> Int

    /// Counts a refusal, where that is possible at once: a count that is lost harms nobody.
    func count(_ refusal: CountedRefusal) async
}

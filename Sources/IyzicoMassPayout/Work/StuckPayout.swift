public import Foundation

/// A payout that does not progress without a person.
public struct StuckPayout: Hashable, Sendable {
    /// The reason why it is stuck. Payouts that a worker left have the same names as in `WorkLeft`.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// authorize was announced, and the payout reads as not authorized or cannot be read.
        case outcomeUnknown
        /// cancel was sent, and the payout does not read as cancelled.
        case cancellationUnknown
        /// The provider has a payout of this id that this journal did not make.
        case startedElsewhere
        /// The provider has a different payout than was ordered, or refused it.
        case notAsOrdered
        /// The provider could not be reached or read for it, several times in a row.
        case unreachable
        /// It is not authorized, and no worker may authorize it: a run ended before it was released.
        case notReleased
        /// No worker attends to it.
        case unattended
    }

    /// The payout's id.
    public let payoutID: String
    /// The order that it belongs to.
    public let orderID: String
    /// The provider's id of it, if known.
    public let requestID: String?
    /// The reason why it is stuck.
    public let reason: Reason
    /// The time since which it has been stuck.
    public let since: Date
    /// Whether money may have moved and the outcome is unknown.
    public let mayHaveMovedMoney: Bool

    /// Creates a stuck payout.
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

/// A journal with statistics.
public protocol ObservedJournal: PayoutJournal {
    /// Counts payouts, orders, authorizations and refusals.
    func statistics() async throws(JournalError) -> JournalStatistics

    /// Returns the stuck payouts, the longest stuck first.
    ///
    /// - Parameter limit: The maximum count.
    func stuckPayouts(limit: Int) async throws(JournalError) -> [StuckPayout]

    /// Returns the number of stuck payouts.
    func stuckCount() async throws(JournalError) -> Int

    /// Counts a refusal if that is possible immediately; losing a count is harmless.
    func count(_ refusal: CountedRefusal) async
}

/// Statistics of a merchant's payouts.
public struct JournalStatistics: Hashable, Sendable {
    /// The number of payouts by progress.
    public let payouts: [OrderStanding: Int]
    /// The number of orders by progress, that of the payout that most needs attention.
    public let orders: [OrderStanding: Int]
    /// The time since which the oldest open payout has been open; nil without one.
    public let oldestOpen: Date?
    /// The time since which the oldest payout without a known end is or may be authorized; nil without one.
    public let oldestAuthorized: Date?
    /// How often initialize was announced and may have been carried out.
    public let initializations: Int
    /// How often authorize was announced.
    public let authorizations: Int
    /// The number of leases that ended without a release and were taken over.
    public let takeovers: Int
    /// The provider's refusals.
    public let refusals: [CountedRefusal: Int]
    /// The time of counting, by the journal's clock.
    public let readAt: Date

    /// Counts of one reading.
    public init(
        payouts: [OrderStanding: Int], orders: [OrderStanding: Int], oldestOpen: Date?, oldestAuthorized: Date?,
        initializations: Int, authorizations: Int, takeovers: Int, refusals: [CountedRefusal: Int], readAt: Date
    ) {
        self.payouts = payouts
        self.orders = orders
        self.oldestOpen = oldestOpen
        self.oldestAuthorized = oldestAuthorized
        self.initializations = initializations
        self.authorizations = authorizations
        self.takeovers = takeovers
        self.refusals = refusals
        self.readAt = readAt
    }
}

/// A refusal of the provider as it is counted.
public struct CountedRefusal: Hashable, Sendable {
    /// The name of the refused operation, or `item` for an item that initialize refused.
    public let operation: String
    /// The provider's code; `none` without one, `other` for a text that is not a code.
    public let code: String

    /// Creates a refusal without personal data.
    ///
    /// - Parameters:
    ///   - operation: The operation's name, or `item` for an item that initialize refused.
    ///   - code: As the provider wrote it. Only a short one of letters, digits, `.`, `_` and `-` is kept, since any
    ///     other text may hold personal data.
    public init(operation: String, code: String?) {
        self.operation = operation
        guard let code else {
            self.code = "none"
            return
        }
        let isCode =
            1...32 ~= code.utf8.count
            && code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
        self.code = isCode ? code : "other"
    }
}

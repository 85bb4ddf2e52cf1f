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
    /// - Parameter limit: The maximum count.
    func stuckPayouts(limit: Int) async throws(JournalError) -> [StuckPayout]

    /// How many payouts nobody gets on with.
    func stuckCount() async throws(JournalError) -> Int

    /// Counts a refusal, where that is possible at once: a count that is lost harms nobody.
    func count(_ refusal: CountedRefusal) async
}

/// How a merchant's payouts are going.
public struct JournalStatistics: Hashable, Sendable {
    /// How many payouts are how far.
    public let payouts: [OrderStanding: Int]
    /// How many orders are how far: as far as the payout of theirs that a person would look at first.
    public let orders: [OrderStanding: Int]
    /// Since when the oldest payout is open; nil where none is.
    public let oldestOpen: Date?
    /// Since when the oldest payout is authorized, or may be, without a known end; nil where none is.
    public let oldestAuthorized: Date?
    /// How often initialize was announced, and not taken back.
    public let initializations: Int
    /// How often authorize was announced.
    public let authorizations: Int
    /// How many leases ended without being given back, and were taken over.
    public let takeovers: Int
    /// How often the provider refused what was asked of it.
    public let refusals: [CountedRefusal: Int]
    /// When it was counted, by the journal's clock.
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
    /// What was refused: an operation's name, or `item` for an item that initialize refused.
    public let operation: String
    /// The provider's code; `none` without one, `other` for a text that is no code.
    public let code: String

    /// A refusal that holds no text about people.
    ///
    /// - Parameters:
    ///   - operation: The operation's name, or `item` for an item that initialize refused.
    ///   - code: As the provider wrote it. Only a short one of letters, digits, `.`, `_` and `-` is kept, since anything
    ///     else may be a text about people.
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

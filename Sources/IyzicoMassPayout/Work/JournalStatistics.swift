public import Foundation

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

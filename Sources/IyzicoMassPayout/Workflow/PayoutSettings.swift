public import IyzicoMassPayoutAPI

/// How patient a workflow is, and how it reads.
public struct PayoutSettings: Hashable, Sendable {
    /// The language of the provider's texts.
    public var locale: LocaleQuery = .en
    /// Items a page. No largest size is documented.
    public var pageSize = 100
    /// How often initialize, which moves no money, is sent at most while its answers leave it open.
    public var initializations = 3
    /// How often a payout is read to find it as it was ordered, before its authorization.
    public var verifications = 3
    /// How often a payout is read after an authorize or cancel whose answer does not settle it.
    public var settlements = 6
    /// How many readings in a row may fail while a payout is followed.
    public var failedReadings = 5
    /// How often a final payout with items still open is read again: its items may be older than its status.
    public var finalReadings = 3
    /// The first pause between readings; each further one is half as long again.
    public var pause: Duration = .seconds(1)
    /// The longest pause between readings.
    public var longestPause: Duration = .seconds(30)
    /// How long a payout belongs to one run of the journal unless that run renews it. It only decides who works next.
    public var lease: Duration = .seconds(60)
    /// How often a write to the journal is repeated at most whose answer was lost.
    public var journalAttempts = 5
    /// How long ago writing the line `authorizing` may have begun at most when authorize is sent.
    public var sendsWithin: Duration = .seconds(5)
    /// How old the line `authorizing` must be at least before the caller's word authorizes again.
    public var authorizesAgainAfter: Duration = .seconds(15 * 60)
    /// When an order counts as repeating another one.
    public var repeats = RepeatRules()
    /// How long a payout is followed after its authorization.
    public var patience: Duration = .seconds(600)

    /// The defaults; change what differs.
    public init() {}
}

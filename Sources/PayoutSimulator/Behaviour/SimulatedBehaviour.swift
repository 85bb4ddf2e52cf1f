public import IyzicoMassPayoutAPI
import KurusRuntime

/// The behaviour of the simulated iyzico where iyzico's documentation leaves it open.
///
/// None of it is documented: a client is correct only if it is correct for every value.
public struct SimulatedBehaviour: Hashable, Sendable {
    /// The result of an initialize whose `externalId` a payout already has.
    public enum RepeatedInitialize: Hashable, Sendable, CaseIterable {
        /// The answer names the existing payout; nothing is stored.
        case returnsSameRequestID
        /// A failure.
        case isRefused
        /// A second payout with the same `externalId` and its own `requestId`.
        case makesSecondPayout
    }

    /// The result of an authorize of a payout that was authorized before, however far it has come.
    public enum RepeatedAuthorize: Hashable, Sendable, CaseIterable {
        /// A success that changes nothing.
        case succeedsWithoutEffect
        /// A failure.
        case isRefused
        /// Every item is paid again. No client survives it with a duplicated delivery of authorize: see
        /// `FaultScript.isSurvivable(with:operations:)`.
        case paysAgain
    }

    /// The answer to a read of a missing payout or item.
    public enum NotFound: Hashable, Sendable, CaseIterable {
        case failureWithStatus200
        case failureWithStatus4xx
        /// `success` without the requested payout or item. An authorize or cancel of an unknown payout, which has
        /// nothing to leave out, is a failure with status 200.
        case successWithoutPayout
    }

    /// The payout that is found among several with one `externalId`.
    public enum ExternalIDLookup: Hashable, Sendable, CaseIterable {
        case first
        case last
    }

    /// The location of `page`, `size` and `total` in the answer to retrieve, on which the schema and iyzico's sample
    /// disagree.
    public enum PageFields: Hashable, Sendable, CaseIterable {
        case besideItems
        case insideItems
    }

    /// The last status of a payout of which some items were paid and others were not.
    public enum MixedEnd: Hashable, Sendable, CaseIterable {
        case staysPublishedToQueue
        case isCompleted
        case isFail
    }

    public var repeatedInitialize: RepeatedInitialize
    public var repeatedAuthorize: RepeatedAuthorize
    public var notFound: NotFound
    public var repeatedExternalIDLookup: ExternalIDLookup
    public var pageFields: PageFields
    public var mixedEnd: MixedEnd
    /// Whether items have `massPayoutRequestId`, which only iyzico's Java client documents.
    public var showsRequestIDInItems: Bool
    /// Whether amounts have eight decimals, like `20.00000000`, or only those they need.
    public var writesEightDecimals: Bool
    /// The HTTP status of failures: 200 on some of iyzico's services, 4xx on others.
    public var failureStatus: Int

    /// - Parameter failureStatus: 400 with `NotFound.failureWithStatus4xx` and else 200, unless given.
    public init(
        repeatedInitialize: RepeatedInitialize = .returnsSameRequestID,
        repeatedAuthorize: RepeatedAuthorize = .succeedsWithoutEffect,
        notFound: NotFound = .failureWithStatus200,
        repeatedExternalIDLookup: ExternalIDLookup = .first,
        pageFields: PageFields = .besideItems,
        mixedEnd: MixedEnd = .staysPublishedToQueue,
        showsRequestIDInItems: Bool = true,
        writesEightDecimals: Bool = false,
        failureStatus: Int? = nil
    ) {
        self.repeatedInitialize = repeatedInitialize
        self.repeatedAuthorize = repeatedAuthorize
        self.notFound = notFound
        self.repeatedExternalIDLookup = repeatedExternalIDLookup
        self.pageFields = pageFields
        self.mixedEnd = mixedEnd
        self.showsRequestIDInItems = showsRequestIDInItems
        self.writesEightDecimals = writesEightDecimals
        self.failureStatus = failureStatus ?? (notFound == .failureWithStatus4xx ? 400 : 200)
    }
}

extension SimulatedBehaviour {
    /// Every combination that can matter to money: 36. The payout that an `externalId` finds varies only where there
    /// can be several; everything else has its default.
    public static let all: [SimulatedBehaviour] = RepeatedInitialize.allCases.flatMap { initialize in
        RepeatedAuthorize.allCases.flatMap { authorize in
            NotFound.allCases.flatMap { notFound in
                lookups(of: initialize).map { lookup in
                    SimulatedBehaviour(
                        repeatedInitialize: initialize, repeatedAuthorize: authorize, notFound: notFound,
                        repeatedExternalIDLookup: lookup)
                }
            }
        }
    }

    private static func lookups(of initialize: RepeatedInitialize) -> [ExternalIDLookup] {
        initialize == .makesSecondPayout ? ExternalIDLookup.allCases : [.first]
    }
}

/// The outcome of an item, known to the simulator from the start.
public enum ItemOutcome: String, Hashable, Sendable, CaseIterable {
    /// INIT, PROCESSING, QUEUED, SUCCESS.
    case succeeds = "SUCCESS"
    /// INVALID: named in the answer to initialize, never paid.
    case isInvalid = "INVALID"
    /// Ends as FAILED.
    case fails = "FAILED"
    /// FAILED, then DEPOSIT_SUCCESS: amount and commission come back to the balance.
    case isReturned = "DEPOSIT_SUCCESS"
    /// FAILED, then DEPOSIT_FAIL: nothing comes back.
    case returnFails = "DEPOSIT_FAIL"
}

/// Decides the outcome of an item, once, when its payout is initialized.
///
/// Items that lack required members are INVALID, whatever the rule.
public struct ItemOutcomeRule: Sendable {
    let outcome: @Sendable (MassPayoutItem) -> ItemOutcome

    public init(_ outcome: @escaping @Sendable (MassPayoutItem) -> ItemOutcome) {
        self.outcome = outcome
    }

    public static let everyItemSucceeds = ItemOutcomeRule { _ in .succeeds }

    /// By a mark anywhere in the item's description, for trying payrolls: `[invalid]`, `[failed]`, `[returned]` and
    /// `[return failed]`; an item without one succeeds.
    public static let byDescription = ItemOutcomeRule { item in
        marks.first { item.description.contains($0.mark) }?.outcome ?? .succeeds
    }

    private static let marks: [(mark: String, outcome: ItemOutcome)] = [
        ("[invalid]", .isInvalid), ("[failed]", .fails), ("[returned]", .isReturned), ("[return failed]", .returnFails),
    ]
}

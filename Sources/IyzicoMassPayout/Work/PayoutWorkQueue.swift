/// A journal whose payouts are worked on by any number of workers.
///
/// It decides only who works next, nothing about money: see `PayoutJournal`.
public protocol PayoutWorkQueue: PayoutJournal {
    /// Takes an unclaimed payout that a worker can continue: released and not authorized yet, authorized and not ended,
    /// or cancelled and not read as cancelled. A payout that a worker left is taken when its rest is over.
    ///
    /// - Parameters:
    ///   - owner: The owner for this call; a repeated call finds the payout that the first one took.
    ///   - duration: How long the lease lasts unless it is renewed.
    ///   - newFirst: Whether payouts to authorize come before payouts to settle.
    /// - Returns: The lease; nil without work at the moment.
    func takeWork(
        by owner: LeaseOwner, for duration: Duration, newFirst: Bool
    ) async throws(JournalError) -> JournalLease?

    /// Records why a payout was left and lets it rest: for `pause.first` the first time, twice as long each further
    /// time for the same reason, and at most `pause.longest`.
    func leaveWork(_ payoutID: String, _ reason: WorkLeft, pause: WorkPause) async throws(JournalError)

    /// Counts the work ahead.
    func workAhead() async throws(JournalError) -> WorkAhead
}

/// The pause before another try.
public struct WorkPause: Hashable, Sendable {
    /// The pause after the first failure.
    public let first: Duration
    /// The longest pause after any number of failures.
    public let longest: Duration

    /// A pause that doubles from the first to the longest.
    public init(first: Duration, longest: Duration) {
        self.first = first
        self.longest = longest
    }
}

/// The work ahead of workers, counted in payouts.
public struct WorkAhead: Hashable, Sendable {
    /// A run has it.
    public let taken: Int
    /// A worker can take it, now or later, without a person.
    public let waiting: Int
    /// It was tried too often; workers still retry it: see `WorkLeft.isGivenUp(after:)`.
    public let givenUp: Int
    /// It needs a person.
    public let needsPerson: Int

    /// Counts of one reading.
    public init(taken: Int, waiting: Int, givenUp: Int, needsPerson: Int) {
        self.taken = taken
        self.waiting = waiting
        self.givenUp = givenUp
        self.needsPerson = needsPerson
    }

    /// Whether workers have nothing left to do without a person.
    public var isDone: Bool { taken == 0 && waiting == 0 }
}

/// The reason why a worker left a payout before its end.
public enum WorkLeft: String, Hashable, Sendable, CaseIterable {
    /// It is authorized, and the provider is processing it.
    case underWay
    /// The provider could not be reached or read, or authorize did not leave this machine.
    case unreachable
    /// The provider has more or less than was ordered, or refused it.
    case notAsOrdered
    /// The provider has a payout of this id that this journal did not make.
    case startedElsewhere
    /// authorize was announced, and the payout reads as not authorized or cannot be read.
    case outcomeUnknown
    /// cancel was sent, and the payout does not read as cancelled.
    case cancellationUnknown
    /// It is not authorized, and no worker may authorize it: it is not released, or its order is needed.
    case notReleased

    /// Whether only a person can settle it. Workers still look again, since a person may have settled it at the
    /// provider.
    public var needsPerson: Bool {
        switch self {
        case .underWay, .unreachable: false
        case .notAsOrdered, .startedElsewhere, .outcomeUnknown, .cancellationUnknown, .notReleased: true
        }
    }

    /// How often in a row the provider must be unreachable before an ending worker stops waiting and reports it.
    public static let givesUpAfter = 5
}

extension PayoutError {
    /// The reason for a worker to leave the payout after this error; nil when the error does not concern the payout:
    /// another run has it, the journal failed, or the worker was stopped.
    public var workLeft: WorkLeft? {
        switch kind {
        case .journal, .alreadyRunning, .overtaken, .unknownPayout, .interrupted: nil
        case .stillOpen(.some, nil): .underWay
        case .stillOpen, .notInitialized, .authorizationNotSent: .unreachable
        case .differentOrder, .repeats, .refused, .itemsRefused, .mismatch: .notAsOrdered
        case .startedElsewhere, .requestIDNeeded: .startedElsewhere
        case .outcomeUnknown, .tooSoonToAuthorizeAgain: .outcomeUnknown
        case .cancellationUnknown: .cancellationUnknown
        case .orderNeeded, .notReleased: .notReleased
        }
    }
}

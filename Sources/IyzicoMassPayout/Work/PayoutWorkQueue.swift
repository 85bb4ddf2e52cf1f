/// A journal whose payouts are worked on by any number of workers.
///
/// What it decides is who works next, and nothing about money: see `PayoutJournal`.
public protocol PayoutWorkQueue: PayoutJournal {
    /// Takes a payout that nobody has and that a worker can go on with: released by the payer and not authorized yet,
    /// authorized and not at its end, or given up and not read as cancelled. One that was left is taken when its time has
    /// come.
    ///
    /// - Parameters:
    ///   - owner: Of this one taking: a repeated call finds what the first one took.
    ///   - duration: How long the lease lasts unless it is renewed.
    ///   - newFirst: Whether what is to be authorized comes before what is to be settled.
    /// - Returns: nil where there is none at this moment.
    func takeWork(
        by owner: LeaseOwner, for duration: Duration, newFirst: Bool
    ) async throws(JournalError) -> JournalLease?

    /// Keeps why a payout was left, and lets it rest: for `pause.first` after the first time, twice as long after each
    /// further one of the same reason, and never longer than `pause.longest`.
    func leaveWork(_ payoutID: String, _ reason: WorkLeft, pause: WorkPause) async throws(JournalError)

    /// What workers have before them.
    func workAhead() async throws(JournalError) -> WorkAhead
}

/// How long something rests before it is tried again.
public struct WorkPause: Hashable, Sendable {
    /// The pause after the first failure.
    public let first: Duration
    /// The longest pause, however many failures came before.
    public let longest: Duration

    /// A pause that doubles from the first to the longest.
    public init(first: Duration, longest: Duration) {
        self.first = first
        self.longest = longest
    }
}

/// What workers have before them, counted in payouts.
public struct WorkAhead: Hashable, Sendable {
    /// Somebody has it.
    public let taken: Int
    /// It can be taken now, or later without a person.
    public let waiting: Int
    /// It was tried often enough, and is tried on without hope: see `WorkLeft.isGivenUp(after:)`.
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

    /// Whether there is nothing that a worker can do without a person.
    public var isDone: Bool { taken == 0 && waiting == 0 }
}

/// Why a worker left a payout before its end.
public enum WorkLeft: String, Hashable, Sendable, CaseIterable {
    /// It is authorized, and the provider is at it.
    case underWay
    /// The provider could not be reached or read, or authorize did not leave this machine.
    case unreachable
    /// The provider has more or less than was ordered, or refused it.
    case notAsOrdered
    /// The provider has a payout of this id that this journal did not make.
    case startedElsewhere
    /// authorize was announced, and the payout reads as not authorized, or cannot be read.
    case outcomeUnknown
    /// cancel was sent, and the payout does not read as cancelled.
    case cancellationUnknown
    /// It is not authorized, and no worker may do so: it is not released, or its order is needed.
    case notReleased

    /// Whether only a person can settle it. Workers look again all the same, since a person may have done so at the
    /// provider.
    public var needsPerson: Bool {
        switch self {
        case .underWay, .unreachable: false
        case .notAsOrdered, .startedElsewhere, .outcomeUnknown, .cancellationUnknown, .notReleased: true
        }
    }

    /// How often in a row the provider has to be unreachable until a worker that is to end does not wait for it, and a
    /// person is told.
    public static let givesUpAfter = 5
}

extension PayoutError {
    /// Why a worker that met this error leaves the payout; nil where the error is not of the payout: somebody else has it,
    /// the journal failed, or the worker was stopped.
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

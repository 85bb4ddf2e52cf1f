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

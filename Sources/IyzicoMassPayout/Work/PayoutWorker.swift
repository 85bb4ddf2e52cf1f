/// Takes payouts that nobody has, authorizes those that the payer has released, and follows and settles them: any number
/// of workers, on any number of machines, over one journal.
///
/// It never pays twice, for the reasons of `PayoutJournal`; which worker has a payout decides nothing about money. It is
/// stopped by cancelling its task: then it sends nothing more, waits for the answer to what it has sent, and gives back
/// what it has.
public struct PayoutWorker: Sendable {
    private let payouts: MassPayouts
    private let queue: any PayoutWorkQueue
    private let options: WorkOptions
    private let clock: any Clock<Duration>
    private let events: @Sendable (WorkEvent) -> Void

    /// A worker that does nothing until it runs.
    ///
    /// - Parameters:
    ///   - payouts: Over the same journal. Its patience is how long a payout is followed at a stretch: a short one, such as
    ///     `WorkOptions.patience`, lets few workers follow many payouts.
    ///   - queue: The journal, which gives the payouts out.
    ///   - options: How long it works, follows and rests.
    ///   - events: Told of what becomes of payouts, by the task that works on them.
    public init(
        _ payouts: MassPayouts, queue: any PayoutWorkQueue, options: WorkOptions = WorkOptions(),
        events: @escaping @Sendable (WorkEvent) -> Void = { _ in }
    ) {
        self.payouts = payouts
        self.queue = queue
        self.options = options
        self.events = events
        clock = payouts.clock
    }

    /// Works until its task is cancelled, or until there is nothing left to do where that is asked for.
    ///
    /// - Throws: `JournalError` where it is to end with the work, and the journal failed too often in a row.
    public func run() async throws(JournalError) {
        let failure = await withTaskGroup(of: JournalError?.self) { group in
            for place in 0..<max(1, options.concurrency) {
                group.addTask { await workInTurn(newFirst: place.isMultiple(of: 2)) }
            }
            return await group.reduce(JournalError?.none) { first, failure in first ?? failure }
        }
        if let failure { throw failure }
    }

    /// Takes and works on one payout after the other.
    ///
    /// - Returns: What kept the journal from being used, where that ends the worker.
    private func workInTurn(newFirst: Bool) async -> JournalError? {
        var newFirst = newFirst
        var idle = GrowingPause(options.idle)
        var failed = GrowingPause(options.rest)
        while !Task.isCancelled {
            do throws(JournalError) {
                if let lease = try await take(newFirst) {
                    newFirst.toggle()
                    try await work(on: lease)
                    idle = GrowingPause(options.idle)
                } else {
                    if options.endsWithTheWork, try await queue.workAhead().isDone { return nil }
                    await idle.take(clock)
                }
                failed = GrowingPause(options.rest)
            } catch {
                if Task.isCancelled { return nil }
                events(.journalFailed(error))
                if options.endsWithTheWork, failed.count + 1 >= WorkLeft.givesUpAfter { return error }
                await failed.take(clock)
            }
        }
        return nil
    }

    private func take(_ newFirst: Bool) async throws(JournalError) -> JournalLease? {
        let owner = LeaseOwner(token: payouts.randomToken(), actor: payouts.actor)
        return try await queue.takeWork(by: owner, for: payouts.settings.lease, newFirst: newFirst)
    }

    private func work(on lease: JournalLease) async throws(JournalError) {
        let id = lease.payoutID
        events(.taken(id))
        do throws(PayoutError) {
            events(.ended(try await payouts.work(on: lease)))
        } catch {
            if case .journal(let failure) = error.kind {
                // Were the failure of this payout alone, it would be taken over and over.
                try? await queue.leaveWork(id, .unreachable, pause: options.rest)
                throw failure
            }
            guard let reason = error.workLeft else { return events(.handedBack(id, error)) }
            events(.left(id, reason, error))
            try await queue.leaveWork(id, reason, pause: options.rest)
        }
    }
}

/// What becomes of payouts, for whoever watches a worker.
public enum WorkEvent: Hashable, Sendable {
    /// Nobody else works on it from here on.
    case taken(String)
    /// It is at its end.
    case ended(PayoutReport)
    /// It is left for a while, or to a person.
    case left(String, WorkLeft, PayoutError)
    /// It was given back: the worker was stopped, or somebody else is at work on it.
    case handedBack(String, PayoutError)
    /// The journal could not be read or written; it is tried again.
    case journalFailed(JournalError)
}

/// How a worker works.
public struct WorkOptions: Hashable, Sendable {
    /// How many payouts are worked on at once.
    public var concurrency = 4
    /// Whether it ends when there is nothing left to do without a person.
    public var endsWithTheWork = false
    /// Between two looks for work where there is none.
    public var idle = WorkPause(first: .milliseconds(200), longest: .seconds(5))
    /// How long a payout that was left rests, and a journal that failed.
    public var rest = WorkPause(first: .seconds(5), longest: .seconds(300))

    /// How long a worker follows a payout at a stretch: longer than settling an unknown outcome takes, and short enough
    /// that payouts which take the provider hours leave room for others.
    public static let patience = Duration.seconds(20)

    /// The defaults; change what differs.
    public init() {}
}

/// A pause that is twice as long each time, up to its longest.
private struct GrowingPause {
    private let pause: WorkPause
    private var next: Duration
    private(set) var count = 0

    init(_ pause: WorkPause) {
        self.pause = pause
        next = pause.first
    }

    /// Ends early when the task is cancelled.
    mutating func take(_ clock: any Clock<Duration>) async {
        count += 1
        try? await clock.sleep(for: next)
        next = min(next * 2, pause.longest)
    }
}

/// Takes unclaimed payouts, authorizes those that the payer has released, and follows and settles them. Any number of
/// workers on any number of machines may share one journal.
///
/// It never pays twice, for the reasons of `PayoutJournal`; the choice of worker decides nothing about money.
/// Cancelling its task stops it: it sends nothing more, waits for outstanding answers, and releases its payouts.
public struct PayoutWorker: Sendable {
    private let payouts: MassPayouts
    private let queue: any PayoutWorkQueue
    private let options: WorkOptions
    private let clock: any Clock<Duration>
    private let events: @Sendable (WorkEvent) -> Void

    /// Creates a worker that does nothing until it runs.
    ///
    /// - Parameters:
    ///   - payouts: Over the same journal. Its patience is how long a payout is followed without interruption; a short
    ///     one, such as `WorkOptions.patience`, lets few workers follow many payouts.
    ///   - queue: The journal, which hands out payouts.
    ///   - options: How long it works, follows and rests.
    ///   - events: Called with events of payouts, on the task that works on them.
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

    /// Works until its task is cancelled, or with `endsWithTheWork` until nothing is left to do.
    ///
    /// - Throws: `JournalError` when it ends with the work and the journal failed too often in a row.
    public func run() async throws(JournalError) {
        let failure = await withTaskGroup(of: JournalError?.self) { group in
            for place in 0..<max(1, options.concurrency) {
                group.addTask { await workInTurn(newFirst: place.isMultiple(of: 2)) }
            }
            return await group.reduce(JournalError?.none) { first, failure in first ?? failure }
        }
        if let failure { throw failure }
    }

    /// Works on one payout after another.
    ///
    /// - Returns: The journal's failure, if it ends the worker.
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
                // If only this payout's lines fail, it would otherwise be taken again at once.
                try? await queue.leaveWork(id, .unreachable, pause: options.rest)
                throw failure
            }
            guard let reason = error.workLeft else { return events(.handedBack(id, error)) }
            events(.left(id, reason, error))
            try await queue.leaveWork(id, reason, pause: options.rest)
        }
    }
}

/// An event of a worker's payouts.
public enum WorkEvent: Hashable, Sendable {
    /// The worker took it.
    case taken(String)
    /// It has ended.
    case ended(PayoutReport)
    /// It is left for a while, or to a person.
    case left(String, WorkLeft, PayoutError)
    /// It was released: the worker was stopped, or another run works on it.
    case handedBack(String, PayoutError)
    /// The journal could not be read or written; it is tried again.
    case journalFailed(JournalError)
}

/// The settings of a worker.
public struct WorkOptions: Hashable, Sendable {
    /// The number of payouts worked on at once.
    public var concurrency = 4
    /// Whether the worker ends when nothing is left to do without a person.
    public var endsWithTheWork = false
    /// The pause between two searches for work.
    public var idle = WorkPause(first: .milliseconds(200), longest: .seconds(5))
    /// The rest of a payout that was left, and the pause after a failure of the journal.
    public var rest = WorkPause(first: .seconds(5), longest: .seconds(300))

    /// How long a worker follows a payout without interruption: longer than settling an unknown outcome takes, and
    /// short enough that payouts which take hours leave room for others.
    public static let patience = Duration.seconds(20)

    /// The defaults; change what differs.
    public init() {}
}

/// A pause that doubles each time, up to a limit.
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

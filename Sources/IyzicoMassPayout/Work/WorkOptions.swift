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
struct GrowingPause {
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

import KurusRuntime

/// Decides how long a payout is read again: the one place for pauses, patience and failures in a row.
struct PayoutFollower: Sendable {
    private let clock: any Clock<Duration>
    private let settings: PayoutSettings
    private let patience: Duration
    /// Since the follower was made, readings included.
    private let elapsed: @Sendable () -> Duration
    private var nextPause: Duration
    private var failures = 0
    private var openEnds = 0

    /// The last reading that was no end.
    var last: PayoutReport?
    /// The last failure since.
    private(set) var failure: PayoutReadError?

    init(_ payouts: MassPayouts, patience: Duration) {
        clock = payouts.clock
        settings = payouts.settings
        self.patience = patience
        elapsed = payouts.clock.stopwatch()
        nextPause = payouts.settings.pause
    }

    /// Whether a reading is the end. Items are read before or after the payout's status, so that open ones in a final
    /// payout are read again a few times.
    mutating func isEnd(_ report: PayoutReport) -> Bool {
        failures = 0
        failure = nil
        guard report.isFinal else { return false }
        openEnds += 1
        return openEnds >= settings.finalReadings || report.items.allSatisfy(\.end.isClosed)
    }

    /// Whether to read again after a failure.
    mutating func toleratesFailure(_ error: PayoutReadError) -> Bool {
        failure = error
        failures += 1
        return failures < settings.failedReadings
    }

    /// Waits before the next reading; false when patience is over or the task was cancelled.
    mutating func pause() async -> Bool {
        guard elapsed() + nextPause <= patience else { return false }
        do {
            try await clock.sleep(for: nextPause)
        } catch {
            return false
        }
        nextPause = min(nextPause * 3 / 2, settings.longestPause)
        return true
    }
}

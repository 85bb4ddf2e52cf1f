/// What a command has around it: its files, its streams, its clock.
struct Invocation {
    let files: FileSystem
    let output: (String) -> Void
    let errorOutput: (String) -> Void
    let now: () -> Duration
}

/// The clock that the printed milliseconds are read from.
enum MonotonicTime {
    private static let start = ContinuousClock.now

    static func now() -> Duration {
        start.duration(to: .now)
    }
}

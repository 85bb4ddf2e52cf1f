extension Clock where Duration == Swift.Duration {
    /// Tells how much time has passed since this call, on a clock whose instants are not known by their type.
    package func stopwatch() -> @Sendable () -> Duration {
        let start = now
        return { start.duration(to: now) }
    }
}

/// The time that something took, and the processor time of the process meanwhile.
struct TransportMeasurement {
    let elapsed: Duration
    let processor: Duration

    init(elapsed: Duration, processor: Duration) {
        self.elapsed = elapsed
        self.processor = processor
    }

    /// Both in nanoseconds.
    var line: String { "\(Int(elapsed / .nanoseconds(1))) \(Int(processor / .nanoseconds(1)))" }

    init?(line: Substring) {
        let numbers = line.split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 2 else { return nil }
        self.init(elapsed: .nanoseconds(numbers[0]), processor: .nanoseconds(numbers[1]))
    }
}

/// The figures of one process.
struct Measurement {
    var times: [Duration]
    /// The bytes read, written or digested in one run.
    let bytes: Int
    var peakMemory: Int

    /// - Parameter peakMemory: This process's unless another one did the work.
    init(times: [Duration], bytes: Int, peakMemory: Int = PeakMemory.bytes) {
        self.times = times
        self.bytes = bytes
        self.peakMemory = peakMemory
    }

    /// Bytes, peak memory, and the times in nanoseconds.
    var line: String {
        ([bytes, peakMemory] + times.map { Int($0 / .nanoseconds(1)) }).map(String.init).joined(separator: " ")
    }

    init?(line: Substring) {
        let numbers = line.split(separator: " ").compactMap { Int($0) }
        guard numbers.count > 2 else { return nil }
        bytes = numbers[0]
        peakMemory = numbers[1]
        times = numbers.dropFirst(2).map { .nanoseconds($0) }
    }

    mutating func add(_ other: Measurement) {
        times += other.times
        peakMemory = max(peakMemory, other.peakMemory)
    }

    /// The median, in nanoseconds.
    var nanoseconds: Double {
        times.sorted()[times.count / 2] / .nanoseconds(1)
    }

    /// Megabytes (10⁶) a second.
    var throughput: Double { Double(bytes) / nanoseconds * 1000 }
}

import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The measurements of one process.
struct Measurement {
    var times: [Duration]
    /// The bytes read, written or digested in one run.
    let bytes: Int
    var peakMemory: Int

    /// - Parameter peakMemory: The peak memory; that of this process by default.
    init(times: [Duration], bytes: Int, peakMemory: Int = PeakMemory.bytes) {
        self.times = times
        self.bytes = bytes
        self.peakMemory = peakMemory
    }

    /// The bytes, the peak memory, and the times in nanoseconds.
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

/// The processor time of this process, which does not depend on other processes.
enum ProcessorTime {
    static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// The processor time of ended child processes.
    static var ofChildren: Duration {
        let usage = ResourceUsage.children
        return duration(usage.ru_utime) + duration(usage.ru_stime)
    }

    private static func duration(_ time: timeval) -> Duration {
        .seconds(time.tv_sec) + .microseconds(time.tv_usec)
    }
}

/// The peak memory of a process.
enum PeakMemory {
    static var bytes: Int { bytes(ResourceUsage.own) }

    /// The largest peak memory of an ended child process.
    static var bytesOfChildren: Int { bytes(ResourceUsage.children) }

    /// getrusage(2) returns KiB, but bytes on Apple's systems.
    private static func bytes(_ usage: rusage) -> Int {
        #if canImport(Darwin)
            return usage.ru_maxrss
        #else
            return usage.ru_maxrss * 1024
        #endif
    }
}

private enum ResourceUsage {
    #if canImport(Glibc)
        static var own: rusage { usage(__rusage_who_t(RUSAGE_SELF.rawValue)) }
        static var children: rusage { usage(__rusage_who_t(RUSAGE_CHILDREN.rawValue)) }

        private static func usage(_ who: __rusage_who_t) -> rusage {
            var usage = rusage()
            getrusage(who, &usage)
            return usage
        }
    #else
        static var own: rusage { usage(RUSAGE_SELF) }
        static var children: rusage { usage(RUSAGE_CHILDREN) }

        private static func usage(_ who: Int32) -> rusage {
            var usage = rusage()
            getrusage(who, &usage)
            return usage
        }
    #endif
}

/// Runs this program again for one part, so that each part's memory is measured alone.
enum ChildProcess {
    struct Failure: Error {
        let status: Int32
    }

    static func measurement(of part: BenchmarkPart, program: String) throws -> Measurement {
        guard let measurement = Measurement(line: try lastLine(of: [program] + part.arguments)) else {
            throw Failure(status: 0)
        }
        return measurement
    }

    /// Returns the last line of a command's output. The command begins with the path of its program.
    static func lastLine(of command: [String]) throws -> Substring {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0, let line = text.split(separator: "\n").last else {
            throw Failure(status: process.terminationStatus)
        }
        return line
    }
}

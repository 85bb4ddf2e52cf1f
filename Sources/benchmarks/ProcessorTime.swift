#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The time that processors have worked for this process, which other processes' work does not lengthen.
enum ProcessorTime {
    static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// Of the processes that this one has started and that have ended.
    static var ofChildren: Duration {
        let usage = ResourceUsage.children
        return duration(usage.ru_utime) + duration(usage.ru_stime)
    }

    private static func duration(_ time: timeval) -> Duration {
        .seconds(time.tv_sec) + .microseconds(time.tv_usec)
    }
}

/// The most memory that a process has had in use.
enum PeakMemory {
    static var bytes: Int { bytes(ResourceUsage.own) }

    /// Of that process among those that this one has started and that have ended which used most.
    static var bytesOfChildren: Int { bytes(ResourceUsage.children) }

    /// getrusage(2): KiB, but on Apple's systems bytes.
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

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A descriptor that is closed with its last use.
struct OwnedDescriptor: ~Copyable, Sendable {
    let number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    deinit {
        // A child that another part of the process is starting shares the lock until it runs its program.
        flock(number, LOCK_UN)
        close(number)
    }
}

/// Puts a file's bytes on the disk.
enum FileSync {
    /// Darwin's fsync stops at the drive's cache.
    static func sync(_ descriptor: Int32) -> Bool {
        #if canImport(Darwin)
            fcntl(descriptor, F_FULLFSYNC) == 0 || fsync(descriptor) == 0
        #else
            fsync(descriptor) == 0
        #endif
    }
}

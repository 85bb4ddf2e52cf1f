import Foundation

/// Reads regular files and standard input.
enum FileReading {
    /// What keeps a file from being read.
    struct Failure: Error {
        let reason: String
        var isStopped = false

        static let stopped = Failure(reason: "the run was stopped", isStopped: true)

        /// The failure of the call that has just been made, in the words of the system.
        static var current: Failure {
            Failure(reason: String(cString: strerror(errno)))
        }
    }

    /// - Parameter isPrivate: Whether a file that its group or others may read or write is refused.
    static func bytes(of path: String, isPrivate: Bool = false) throws(Failure) -> [UInt8] {
        // A named pipe that nobody writes to must not stop the run.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .current }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .current }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(reason: "it is not a regular file; what another program writes is read from - by a pipe")
        }
        if isPrivate, status.st_mode & 0o077 != 0 {
            throw Failure(reason: "others may read or write it; its mode has to be 0600: chmod 600 \(path)")
        }
        return try bytes(from: descriptor, expecting: Int(status.st_size))
    }

    /// Everything that is written to standard input, to its end, unless the task is cancelled before that.
    static func standardInput() throws(Failure) -> [UInt8] {
        try input(from: STDIN_FILENO)
    }

    static func input(from descriptor: Int32) throws(Failure) -> [UInt8] {
        try bytes(from: descriptor, expecting: 0, whileWaiting: awaitInput)
    }

    /// Returns when there is something to read, or the end. A read would wait for whoever writes, and no signal ends it.
    private static func awaitInput(_ descriptor: Int32) throws(Failure) {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&entry, 1, 50) == 0 {
            if Task.isCancelled { throw .stopped }
        }
        if Task.isCancelled { throw .stopped }
    }

    /// - Parameter size: How many bytes there probably are: a file is read into one array that does not grow.
    private static func bytes(
        from descriptor: Int32, expecting size: Int, whileWaiting wait: (Int32) throws(Failure) -> Void = { _ in }
    ) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size + 1)
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            try wait(descriptor)
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .current }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }
}

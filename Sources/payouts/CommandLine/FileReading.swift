import Foundation

/// Reads regular files and standard input.
enum FileReading {
    /// The reason why a file cannot be read.
    struct Failure: Error {
        let reason: String
        var isStopped = false

        static let stopped = Failure(reason: "the run was stopped", isStopped: true)

        /// The failure of the last system call.
        static var current: Failure {
            Failure(reason: String(cString: strerror(errno)))
        }
    }

    /// - Parameter isPrivate: Whether to refuse a file that its group or others may read or write.
    static func bytes(of path: String, isPrivate: Bool = false) throws(Failure) -> [UInt8] {
        // Opening a named pipe without a writer must not block.
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

    /// Reads standard input to its end, unless the task is cancelled first.
    static func standardInput() throws(Failure) -> [UInt8] {
        try input(from: STDIN_FILENO)
    }

    static func input(from descriptor: Int32) throws(Failure) -> [UInt8] {
        try bytes(from: descriptor, expecting: 0, whileWaiting: awaitInput)
    }

    /// Waits for input or its end. A read would block, and a signal would not interrupt it.
    private static func awaitInput(_ descriptor: Int32) throws(Failure) {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&entry, 1, 50) == 0 {
            if Task.isCancelled { throw .stopped }
        }
        if Task.isCancelled { throw .stopped }
    }

    /// - Parameter size: The expected number of bytes, so that the array need not grow.
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

/// Makes folders that only their owner can access.
enum PrivateFolder {
    /// Makes a folder and its missing parents, each with mode 0700. Existing ones are not changed.
    static func make(_ path: String) throws(FileReading.Failure) {
        guard path != "/", access(path, F_OK) != 0 else { return }
        try make((path as NSString).deletingLastPathComponent)
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .current }
    }
}

import Foundation

/// A file to which lines are appended, each on the disk before `append` returns.
///
/// It must not be used by several tasks at once. Lines are written only under the file's lock, which a ledger holds
/// while it is open, and a journal while it appends.
package struct JournalFile: ~Copyable {
    package let path: String
    private let descriptor: OwnedDescriptor
    /// The end of the last whole line that was read or written.
    private var end: off_t = 0
    /// Whether the file may hold part of a line, or a line that may not be on the disk.
    private var isBroken = false

    /// Opens the file, mode 0600.
    ///
    /// - Parameter makes: Whether to create it and its folder (mode 0700) if missing.
    package init(at path: String, makes: Bool = true) throws(JournalError) {
        if makes { try JournalFolder.make(above: path) }
        let descriptor = try Self.openFile(path, makes: makes)
        // Repeated until the file has content, since a run that created it or its folders may have ended before the
        // sync.
        if try Self.checkedSize(descriptor.number, path) == 0, makes { try JournalFolder.sync(above: path) }
        self.path = path
        self.descriptor = descriptor
    }

    /// Takes the file's lock. Returns false when another opening holds it, in this process or another.
    package func lock() throws(JournalError) -> Bool {
        if flock(descriptor.number, LOCK_EX | LOCK_NB) == 0 { return true }
        guard errno == EWOULDBLOCK else { throw failure("cannot lock") }
        return false
    }

    package func unlock() {
        flock(descriptor.number, LOCK_UN)
    }

    /// Reads the whole lines after those read before, and the bytes after the last line break: part of a line that is
    /// being written, or that a crash left.
    package mutating func readLines() throws(JournalError) -> (lines: [ArraySlice<UInt8>], torn: ArraySlice<UInt8>) {
        let size = try Self.checkedSize(descriptor.number, path)
        guard size >= end else {
            throw .system(path: path, operation: "cannot read", reason: "it is shorter than it was")
        }
        let bytes = try read(from: end, to: size)
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while let lineEnd = Self.lineEnd(in: bytes, from: start) {
            lines.append(bytes[start..<lineEnd])
            start = lineEnd + 1
        }
        end += off_t(start)
        return (lines, bytes[start...])
    }

    /// Cuts off a partial last line, under the file's lock. The step that it would have announced was not taken,
    /// because `append` had not returned.
    package mutating func cutTornEnd() throws(JournalError) {
        guard try Self.checkedSize(descriptor.number, path) > end else { return }
        guard ftruncate(descriptor.number, end) == 0, FileSync.sync(descriptor.number) else {
            throw failure("cannot shorten")
        }
    }

    /// Appends lines, which must not hold line breaks, and waits until all of them are on the disk, or none. Requires
    /// the file's lock and everything before to have been read.
    package mutating func append(_ lines: [[UInt8]]) throws(JournalError) {
        guard !isBroken else {
            throw .system(path: path, operation: "cannot write", reason: "an earlier write failed; open it again")
        }
        isBroken = true
        let bytes = lines.flatMap { $0 + [Self.lineBreak] }
        guard writeAll(bytes) else {
            let failure = failure("cannot write")
            isBroken = ftruncate(descriptor.number, end) != 0
            throw failure
        }
        guard FileSync.sync(descriptor.number) else { throw failure("cannot sync") }
        end += off_t(bytes.count)
        isBroken = false
    }

    private func writeAll(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor.number, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return false }
            rest = rest.dropFirst(written)
        }
        return true
    }
}

extension JournalFile {
    private static let lineBreak = UInt8(ascii: "\n")

    /// Uses the system's search, because a long journal is read on every opening.
    private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + start, Int32(lineBreak), bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private static func openFile(_ path: String, makes: Bool) throws(JournalError) -> OwnedDescriptor {
        // A link is not followed, because it could lead to someone else's file.
        let flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | (makes ? O_CREAT : 0)
        let number = open(path, flags, mode_t(0o600))
        guard number >= 0 else {
            if errno == ENOENT, !makes { throw .missing(path: path) }
            throw .ofSystem(path, "cannot open")
        }
        return OwnedDescriptor(number)
    }

    private static func checkedSize(_ descriptor: Int32, _ path: String) throws(JournalError) -> off_t {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .ofSystem(path, "cannot examine") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .system(path: path, operation: "cannot use", reason: "it is not a regular file")
        }
        guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() else { throw .openToOthers(path: path) }
        return status.st_size
    }

    private func read(from start: off_t, to end: off_t) throws(JournalError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Int(end - start))
        var count = 0
        while count < bytes.count {
            let place = count
            let read = bytes.withUnsafeMutableBytes {
                pread(
                    descriptor.number, $0.baseAddress?.advanced(by: place), $0.count - place, start + off_t(place))
            }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw failure("cannot read") }
            if read == 0 { break }
            count += read
        }
        return count == bytes.count ? bytes : Array(bytes[..<count])
    }

    private func failure(_ operation: String) -> JournalError { .ofSystem(path, operation) }
}

extension JournalError {
    /// The failure of the last system call.
    static func ofSystem(_ path: String, _ operation: String) -> JournalError {
        .system(path: path, operation: operation, reason: String(cString: strerror(errno)))
    }
}

/// A descriptor that is closed after its last use.
struct OwnedDescriptor: ~Copyable, Sendable {
    let number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    deinit {
        // Unlocked explicitly, because a child that the process is starting shares the lock until it runs its program.
        flock(number, LOCK_UN)
        close(number)
    }
}

/// Writes a file's bytes to the disk.
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

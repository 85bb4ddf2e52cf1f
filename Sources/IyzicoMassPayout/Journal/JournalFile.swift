import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file to which lines are appended, each on the disk before `append` returns, held by one process at a time.
///
/// Not safe to use from several tasks at once; its owner sees to that.
struct JournalFile: ~Copyable {
    private let path: String
    private let descriptor: OwnedDescriptor
    private var size: off_t
    /// Set when the file may hold part of a line, or when the system could not say that it is on the disk.
    private var isBroken = false

    /// Opens the file, mode 0600, making it and its folder (mode 0700) if need be, and locks it.
    init(at path: String) throws(JournalError) {
        let folder = (path as NSString).deletingLastPathComponent
        try Self.makeFolder(folder.isEmpty ? "." : folder)
        let descriptor = try Self.openLocked(path)
        let size = try Self.checkedSize(descriptor.number, path)
        // Always, since the run that made the file may have ended before it came to this.
        try Self.sync(folder: folder.isEmpty ? "." : folder)
        self.path = path
        self.descriptor = descriptor
        self.size = size
    }

    /// The whole lines; an unfinished last one, which a crash left behind, is cut off the file.
    ///
    /// What it would have announced was not done: `append` had not returned.
    mutating func readLines() throws(JournalError) -> [[UInt8]] {
        let bytes = try read()
        let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        if end < bytes.count {
            guard ftruncate(descriptor.number, off_t(end)) == 0, fsync(descriptor.number) == 0 else {
                throw Self.failure(path, "cannot shorten")
            }
        }
        size = off_t(end)
        return bytes[..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
            .map(Array.init)
    }

    /// Appends a line, which must not hold a line break, and waits until it is on the disk.
    mutating func append(_ line: [UInt8]) throws(JournalError) {
        guard !isBroken else {
            throw .system(path: path, operation: "cannot write", reason: "an earlier write failed; open it again")
        }
        isBroken = true
        guard writeAll(line + [UInt8(ascii: "\n")]) else {
            let failure = Self.failure(path, "cannot write")
            isBroken = ftruncate(descriptor.number, size) != 0
            throw failure
        }
        guard Self.sync(descriptor.number) else { throw Self.failure(path, "cannot sync") }
        size += off_t(line.count + 1)
        isBroken = false
    }

    private func read() throws(JournalError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Int(size))
        var count = 0
        while count < bytes.count {
            let place = count
            let read = bytes.withUnsafeMutableBytes {
                pread(descriptor.number, $0.baseAddress?.advanced(by: place), $0.count - place, off_t(place))
            }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw Self.failure(path, "cannot read") }
            if read == 0 { break }
            count += read
        }
        return Array(bytes[..<count])
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
    /// The lock belongs to this opening of the file, so that it also keeps out a second one of this process.
    private static func openLocked(_ path: String) throws(JournalError) -> OwnedDescriptor {
        // A link is not followed: it could lead to a file of somebody else's.
        let number = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, mode_t(0o600))
        guard number >= 0 else { throw failure(path, "cannot open") }
        let descriptor = OwnedDescriptor(number)
        guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
            throw errno == EWOULDBLOCK ? .inUse(path: path) : failure(path, "cannot lock")
        }
        return descriptor
    }

    private static func checkedSize(_ descriptor: Int32, _ path: String) throws(JournalError) -> off_t {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path, "cannot examine") }
        guard status.st_mode & 0o077 == 0 else { throw .openToOthers(path: path) }
        return status.st_size
    }

    private static func makeFolder(_ folder: String) throws(JournalError) {
        guard access(folder, F_OK) != 0 else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .system(path: folder, operation: "cannot make the folder", reason: "\(error.localizedDescription)")
        }
        let parent = (folder as NSString).deletingLastPathComponent
        try sync(folder: parent.isEmpty ? "." : parent)
    }

    /// A new name is on the disk only when its folder is.
    private static func sync(folder: String) throws(JournalError) {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(folder, "cannot open") }
        defer { close(descriptor) }
        guard sync(descriptor) else { throw failure(folder, "cannot sync") }
    }

    /// Darwin's fsync stops at the drive's cache.
    private static func sync(_ descriptor: Int32) -> Bool {
        #if canImport(Darwin)
            fcntl(descriptor, F_FULLFSYNC) == 0 || fsync(descriptor) == 0
        #else
            fsync(descriptor) == 0
        #endif
    }

    private static func failure(_ path: String, _ operation: String) -> JournalError {
        .system(path: path, operation: operation, reason: String(cString: strerror(errno)))
    }
}

/// A descriptor that is closed with its last use.
struct OwnedDescriptor: ~Copyable {
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

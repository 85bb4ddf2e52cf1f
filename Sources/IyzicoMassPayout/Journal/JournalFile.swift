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
package struct JournalFile: ~Copyable {
    private let path: String
    private let descriptor: OwnedDescriptor
    private var size: off_t
    /// Set when the file may hold part of a line, or when the system could not say that it is on the disk.
    private var isBroken = false

    /// Opens the file, mode 0600, making it and its folder (mode 0700) if need be, and locks it.
    package init(at path: String) throws(JournalError) {
        let folder = (path as NSString).deletingLastPathComponent
        try Self.makeFolder(folder.isEmpty ? "." : folder)
        let descriptor = try Self.openLocked(path)
        let size = try Self.checkedSize(descriptor.number, path)
        // Until something is in the file, since a run that made it or its folders may have ended before this.
        if size == 0 { try Self.syncFolders(above: path) }
        self.path = path
        self.descriptor = descriptor
        self.size = size
    }

    /// The whole lines, and what stands behind the last line break: what a crash left of a line.
    package func readLines() throws(JournalError) -> (lines: [[UInt8]], torn: [UInt8]) {
        let bytes = try Self.read(descriptor.number, size, path)
        return (Self.lines(of: bytes), Array(bytes[Self.endOfLines(in: bytes)...]))
    }

    /// Cuts an unfinished last line off. What it would have announced was not done: `append` had not returned.
    package mutating func cut(_ torn: [UInt8]) throws(JournalError) {
        guard !torn.isEmpty else { return }
        guard ftruncate(descriptor.number, size - off_t(torn.count)) == 0, Self.sync(descriptor.number) else {
            throw Self.failure(path, "cannot shorten")
        }
        size -= off_t(torn.count)
    }

    /// Appends lines, which must not hold line breaks, and waits until they are on the disk: all of them or none.
    package mutating func append(_ lines: [[UInt8]]) throws(JournalError) {
        guard !isBroken else {
            throw .system(path: path, operation: "cannot write", reason: "an earlier write failed; open it again")
        }
        isBroken = true
        let bytes = lines.flatMap { $0 + [Self.lineBreak] }
        guard writeAll(bytes) else {
            let failure = Self.failure(path, "cannot write")
            isBroken = ftruncate(descriptor.number, size) != 0
            throw failure
        }
        guard Self.sync(descriptor.number) else { throw Self.failure(path, "cannot sync") }
        size += off_t(bytes.count)
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

    /// The whole lines of a file that another process may be writing to; nothing is locked or changed.
    package static func lines(at path: String) throws(JournalError) -> [[UInt8]] {
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw failure(path, "cannot open") }
        let descriptor = OwnedDescriptor(number)
        var status = stat()
        guard fstat(descriptor.number, &status) == 0 else { throw failure(path, "cannot examine") }
        return lines(of: try read(descriptor.number, status.st_size, path))
    }

    private static func endOfLines(in bytes: [UInt8]) -> Int {
        bytes.lastIndex(of: lineBreak).map { $0 + 1 } ?? 0
    }

    private static func lines(of bytes: [UInt8]) -> [[UInt8]] {
        bytes[..<endOfLines(in: bytes)].split(separator: lineBreak, omittingEmptySubsequences: false).dropLast()
            .map(Array.init)
    }

    private static func read(_ descriptor: Int32, _ size: off_t, _ path: String) throws(JournalError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Int(size))
        var count = 0
        while count < bytes.count {
            let place = count
            let read = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress?.advanced(by: place), $0.count - place, off_t(place))
            }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw failure(path, "cannot read") }
            if read == 0 { break }
            count += read
        }
        return Array(bytes[..<count])
    }

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
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .system(path: path, operation: "cannot use", reason: "it is no regular file")
        }
        guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() else { throw .openToOthers(path: path) }
        return status.st_size
    }

    private static func makeFolder(_ folder: String) throws(JournalError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .system(path: folder, operation: "cannot make the folder", reason: error.localizedDescription)
        }
    }

    /// A new name is on the disk only when its folder is. Folders that may not be read are not ours to have made.
    private static func syncFolders(above path: String) throws(JournalError) {
        var place = path
        repeat {
            let above = (place as NSString).deletingLastPathComponent
            place = above.isEmpty ? "." : above
            let number = open(place, O_RDONLY | O_CLOEXEC)
            guard number >= 0 else { return }
            let descriptor = OwnedDescriptor(number)
            guard sync(descriptor.number) else { throw failure(place, "cannot sync") }
        } while place != "." && place != "/"
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

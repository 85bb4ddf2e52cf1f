#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The open file of a ledger.
final class LedgerFile: Sendable {
    private let descriptor: Int32

    /// - Throws: `LedgerError` when it cannot be opened, or is locked.
    init(openingOrMaking path: String) throws(LedgerError) {
        let isNew = access(path, F_OK) != 0
        descriptor = Platform.retrying { open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600) }
        guard descriptor != -1 else { throw LedgerError("the ledger cannot be opened (error \(errno))") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw LedgerError("another simulator has the ledger open")
        }
        if isNew { try Self.syncFolder(of: path) }
    }

    /// Opens what another may be writing to.
    init(reading path: String) throws(LedgerError) {
        descriptor = Platform.retrying { open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor != -1 else { throw LedgerError("the ledger cannot be opened (error \(errno))") }
    }

    deinit {
        if descriptor != -1 { close(descriptor) }
    }

    func content() throws(LedgerError) -> [UInt8] {
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = Platform.retrying { pread(descriptor, &chunk, chunk.count, off_t(content.count)) }
            guard count >= 0 else { throw LedgerError("the ledger cannot be read (error \(errno))") }
            if count == 0 { return content }
            content += chunk.prefix(count)
        }
    }

    /// Adds bytes at the end and syncs them.
    func append(_ bytes: [UInt8]) throws(LedgerError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
                return Platform.retrying { write(descriptor, rest.baseAddress, rest.count) }
            }
            guard count > 0 else { throw LedgerError("the ledger cannot be written (error \(errno))") }
            written += count
        }
        try sync()
    }

    func cut(to length: Int) throws(LedgerError) {
        guard ftruncate(descriptor, off_t(length)) == 0 else {
            throw LedgerError("the ledger cannot be cut (error \(errno))")
        }
        try sync()
    }

    func unlock() {
        flock(descriptor, LOCK_UN)
    }

    private func sync() throws(LedgerError) {
        guard fsync(descriptor) == 0 else { throw LedgerError("the ledger cannot be synced (error \(errno))") }
    }

    /// Makes a new file's name last.
    private static func syncFolder(of path: String) throws(LedgerError) {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { path[..<$0] } ?? "."
        let descriptor = Platform.retrying { open(folder.isEmpty ? "/" : String(folder), O_RDONLY | O_CLOEXEC) }
        guard descriptor != -1 else { throw LedgerError("the ledger's folder cannot be opened (error \(errno))") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw LedgerError("the ledger's folder cannot be synced (error \(errno))") }
    }
}

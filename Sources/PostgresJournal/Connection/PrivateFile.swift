#if Postgres
import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A small file that only its owner may read.
enum PrivateFile {
    private static let limit = 65_536

    static func text(at path: String) throws(PostgresError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(path, "cannot be opened") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw failure(path, "is no regular file")
        }
        guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() || status.st_uid == 0 else {
            throw failure(path, "can be read or written by others; its mode must be 0600")
        }
        guard status.st_size <= limit else { throw failure(path, "is too long") }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count == bytes.count, let text = String(validating: bytes, as: UTF8.self) else {
            throw failure(path, "cannot be read as UTF-8")
        }
        return text
    }

    private static func failure(_ path: String, _ reason: String) -> PostgresError {
        .settings("the file \(path) with the connection string \(reason)")
    }
}
#endif

#if Postgres
import CPostgreSQL
import Foundation

/// libpq's connection options by keyword.
struct PostgresOptions {
    private var values: [String: String] = [:]

    /// Parses a connection string; nil when it is invalid. libpq's message is dropped, because it repeats the string.
    init?(parsing text: String) {
        var message: UnsafeMutablePointer<CChar>?
        defer { PQfreemem(message) }
        guard let options = PQconninfoParse(text, &message) else { return nil }
        self.init(options)
    }

    /// The options that a connection attempt uses, with those of the environment and of service files.
    init?(of connection: OpaquePointer) {
        guard let options = PQconninfo(connection) else { return nil }
        self.init(options)
    }

    private init(_ options: UnsafeMutablePointer<PQconninfoOption>) {
        defer { PQconninfoFree(options) }
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
    }

    /// The mode of TLS, `prefer` by default.
    private var sslMode: String { values["sslmode"] ?? "prefer" }

    /// The protection of the connection.
    ///
    /// Connections to other machines require TLS with a certificate that is checked against the host's name.
    var protection: Protection {
        if isLocal || sslMode == "verify-full" { return .asChosen }
        return sslMode == "prefer" ? .verified : .tooWeak(mode: sslMode)
    }

    enum Protection: Hashable {
        /// It leads to this machine, or its mode is the safest.
        case asChosen
        /// No mode was chosen: use `verify-full`.
        case verified
        /// A mode was chosen that does not check the certificate.
        case tooWeak(mode: String)
    }

    /// Whether every host is this machine: a Unix socket, `localhost`, or a loopback address.
    private var isLocal: Bool {
        let addresses = list("hostaddr")
        let hosts = list("host")
        let count = max(addresses.count, hosts.count)
        return (0..<count).allSatisfy { index in
            let address = index < addresses.count ? addresses[index] : ""
            let host = index < hosts.count ? hosts[index] : ""
            return Self.isLocal(address.isEmpty ? host : address)
        }
    }

    private func list(_ keyword: String) -> [Substring] {
        guard let value = values[keyword], !value.isEmpty else { return [] }
        return value.split(separator: ",", omittingEmptySubsequences: false)
    }

    /// A host that begins with `/` or `@`, or a missing one, is a Unix socket (libpq's manual, 34.1.2).
    private static func isLocal(_ host: Substring) -> Bool {
        if host.isEmpty || host.hasPrefix("/") || host.hasPrefix("@") { return true }
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}

/// The connection settings of the database: a connection string of libpq, which also reads `PG*`, service and password
/// files.
///
/// It prints as its name only, since a connection string may hold a password.
public struct PostgresSettings: Sendable {
    /// A connection string, `key=value` pairs or a `postgresql://` address; empty to use libpq's environment.
    package let text: String

    /// Takes a connection string.
    ///
    /// - Throws: `PostgresError.settings` when it is invalid; the error does not repeat it.
    public init(_ text: String) throws(PostgresError) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.utf8.contains(0), text.isEmpty || PostgresOptions(parsing: text) != nil else {
            throw .settings("the connection string is neither key=value pairs nor a postgresql:// address")
        }
        self.text = text
    }

    /// Finds the settings: `KURUS_POSTGRES` holds a connection string, `KURUS_POSTGRES_FILE` names a file that holds
    /// one and that only its owner may read; without both, libpq's own variables apply (`PGHOST`, `PGSERVICE`, …).
    public init(environment: [String: String]) throws(PostgresError) {
        let text = environment["KURUS_POSTGRES"] ?? ""
        let file = environment["KURUS_POSTGRES_FILE"] ?? ""
        guard text.isEmpty || file.isEmpty else {
            throw .settings("both KURUS_POSTGRES and KURUS_POSTGRES_FILE are set: unset one")
        }
        try self.init(file.isEmpty ? text : PrivateFile.text(at: file))
    }
}

extension PostgresSettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "PostgresSettings" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A small file that only its owner may read.
private enum PrivateFile {
    private static let limit = 65_536

    static func text(at path: String) throws(PostgresError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(path, "cannot be opened") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw failure(path, "is not a regular file")
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

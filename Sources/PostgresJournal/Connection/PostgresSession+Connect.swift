#if Postgres
import CPostgreSQL

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension PostgresSession {
    /// Connects; a protection that is too weak is refused before anything was sent but what opens a socket.
    static func connected(
        _ settings: PostgresSettings, _ wakePipe: WakePipe, _ patience: Patience
    ) throws(PostgresError) -> PostgresSession {
        let session = try begin(settings, [:], wakePipe, patience)
        switch try session.options().protection {
        case .asChosen:
            try session.connect()
            return session
        case .verified:
            // GSSAPI's encryption would be taken instead of TLS, whatever sslmode says (libpq's manual, 34.1.2).
            let strict = try begin(settings, ["sslmode": "verify-full", "gssencmode": "disable"], wakePipe, patience)
            try strict.connect()
            return strict
        case .tooWeak(let mode):
            throw .settings("sslmode=\(mode) does not check the database's certificate: use sslmode=verify-full")
        }
    }

    /// Starts to connect; nothing is sent yet but what opens a socket.
    private static func begin(
        _ settings: PostgresSettings, _ forced: [String: String], _ wakePipe: WakePipe, _ patience: Patience
    ) throws(PostgresError) -> PostgresSession {
        let pairs =
            [
                ("dbname", settings.text), ("client_encoding", "UTF8"), ("fallback_application_name", "kurus"),
            ] + forced.sorted { $0.key < $1.key }
        let keywords = pairs.map { strdup($0.0) } + [nil]
        let values = pairs.map { strdup($0.1) } + [nil]
        defer { for text in keywords + values { free(text) } }
        // 1: the connection string in `dbname` is taken apart.
        let handle = PQconnectStartParams(
            keywords.map { $0.map { UnsafePointer($0) } }, values.map { $0.map { UnsafePointer($0) } }, 1)
        guard let handle else { throw .cannotConnect("out of memory") }
        return PostgresSession(handle, wakePipe: wakePipe, patience: patience)
    }
}
#endif

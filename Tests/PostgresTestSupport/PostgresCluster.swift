#if Postgres
import Foundation
public import PostgresJournal
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A PostgreSQL server of the tests' own: new, on a Unix socket in a temporary folder, on no port, ended with this process
/// however that ends.
public final class PostgresCluster: Sendable {
    /// The folder of the socket.
    public let folder: String
    private let installation: PostgresInstallation
    /// Closed with this process, which ends the server.
    private let lifeline: Lifeline
    private let databases = Atomic(0)

    /// The server that tests share which do not stop it.
    public static let shared = Result { try PostgresCluster() }

    private let options: [String]

    /// - Parameter options: Settings of the server, as `name=value`.
    public init(options: [String] = []) throws {
        guard let installation = PostgresInstallation.found else {
            throw Subprocess.Failure(description: PostgresInstallation.missing)
        }
        self.installation = installation
        self.options = options
        lifeline = try Lifeline()
        folder = try Self.makeFolder()
        try run("initdb", ["-D", data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"])
        try start()
        try watch()
    }

    private var data: String { folder + "/data" }

    public func start() throws {
        let settings = ["listen_addresses=''", "unix_socket_directories='\(folder)'", "max_connections=200"] + options
        let text = settings.map { "-c \($0)" }.joined(separator: " ")
        try run("pg_ctl", ["-D", data, "-w", "-l", folder + "/log", "-o", text, "start"])
    }

    /// Stops without a word to anybody, as a power failure would, and starts again.
    public func crash() throws {
        try run("pg_ctl", ["-D", data, "-w", "-m", "immediate", "stop"])
        try start()
    }

    /// Starts again as a standby that waits for a primary which never comes.
    public func becomeStandby() throws {
        try run("pg_ctl", ["-D", data, "-w", "-m", "fast", "stop"])
        try Subprocess.output(of: Self.unprivileged + ["/usr/bin/touch", data + "/standby.signal"])
        try start()
    }

    /// Makes a standby the primary, as a failover does.
    public func promote() throws {
        try run("pg_ctl", ["-D", data, "-w", "promote"])
    }

    /// A new database with nothing in it.
    public func makeDatabase() throws -> String {
        let name = "test_\(databases.add(1, ordering: .relaxed).newValue)"
        try sql("CREATE DATABASE \(name)")
        return name
    }

    public func settings(_ database: String, user: String = "owner", folder: String? = nil) throws -> PostgresSettings {
        try PostgresSettings("host=\(folder ?? self.folder) dbname=\(database) user=\(user)")
    }

    /// Runs statements with psql, and gives what they print, columns divided by `|`.
    @discardableResult
    public func sql(_ statements: String, database: String = "postgres", user: String = "owner") throws -> String {
        try Subprocess.output(
            of: [
                installation.program("psql"), "-h", folder, "-U", user, "-d", database, "-XAtq", "-v",
                "ON_ERROR_STOP=1",
            ],
            input: statements
        ).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func run(_ program: String, _ arguments: [String]) throws {
        try Subprocess.output(of: Self.unprivileged + [installation.program(program)] + arguments)
    }

    /// A shell that waits for this process to end, and then ends the server and removes its folder.
    private func watch() throws {
        let stop = "'\(installation.program("pg_ctl"))' -D '\(data)' -m immediate stop"
        let command =
            Self.unprivileged + ["/bin/sh", "-c", "cat; \(stop); rm -rf '\(folder)' 2>/dev/null"]
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { close(nowhere) }
        _ = try Subprocess.start(command, input: lifeline.readEnd, output: nowhere)
        lifeline.closeReadEnd()
    }

    /// PostgreSQL refuses to run as root: another user runs it then.
    private static var unprivileged: [String] {
        guard geteuid() == 0 else { return ["/usr/bin/env"] }
        return ["/usr/bin/env", "setpriv", "--reuid=\(user)", "--regid=\(group)", "--clear-groups"]
    }

    private static var account: (user: uid_t, group: gid_t) {
        for name in ["postgres", "nobody"] {
            if let entry = getpwnam(name) { return (entry.pointee.pw_uid, entry.pointee.pw_gid) }
        }
        return (65_534, 65_534)
    }

    private static var user: uid_t { account.user }
    private static var group: gid_t { account.group }

    /// A short name: a socket's path has at most 107 bytes.
    private static func makeFolder() throws -> String {
        var template = Array("/tmp/kurus-XXXXXX".utf8CString)
        guard let name = mkdtemp(&template) else { throw Subprocess.Failure(description: "no temporary folder") }
        let folder = String(cString: name)
        if geteuid() == 0 { chown(folder, user, group) }
        return folder
    }
}

/// A pipe that nobody writes to: who reads it learns that its other end was closed.
private final class Lifeline: Sendable {
    let readEnd: Int32
    private let writeEnd: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Subprocess.Failure(description: "no pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    func closeReadEnd() {
        close(readEnd)
    }

    deinit {
        close(writeEnd)
    }
}
#endif

#if Postgres
import CPostgreSQL
import Foundation

/// One connection, used by one thread at a time, which waits only in `poll`.
///
/// It keeps no state on the server between transactions, so that PgBouncer may share servers by transaction: no named
/// statement, no `SET` outside a transaction, no session lock.
package struct PostgresSession: ~Copyable {
    private let handle: OpaquePointer
    private let wakePipe: WakePipe
    /// The limits of the current statement.
    var patience: Patience

    /// Takes over a connection that was begun, and closes it on release.
    init(_ handle: OpaquePointer, wakePipe: WakePipe, patience: Patience) {
        self.handle = handle
        self.wakePipe = wakePipe
        self.patience = patience
    }

    deinit {
        PQfinish(handle)
    }

    /// Whether it can be used for another statement.
    var isUsable: Bool {
        PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) != PQTRANS_ACTIVE
    }

    /// The options of the connection, those of the environment and of service files included.
    func options() throws(PostgresError) -> PostgresOptions {
        guard let options = PostgresOptions(of: handle) else { throw failure }
        return options
    }

    /// Finishes connecting.
    func connect() throws(PostgresError) {
        var state = PGRES_POLLING_WRITING
        while true {
            switch state {
            case PGRES_POLLING_OK:
                guard PQsetnonblocking(handle, 1) == 0 else { throw failure }
                // Notices would go to standard error.
                _ = PQsetNoticeReceiver(handle, { _, _ in }, nil)
                return
            case PGRES_POLLING_READING: try wait(for: Int16(POLLIN))
            case PGRES_POLLING_WRITING: try wait(for: Int16(POLLOUT))
            default: throw failure
            }
            state = PQconnectPoll(handle)
        }
    }

    private var failure: PostgresError {
        let text = String(cString: PQerrorMessage(handle))
        return .cannotConnect(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    }

    /// Runs one statement with its bound values.
    @discardableResult
    package mutating func query(_ sql: String, _ values: [SQLValue] = []) throws(PostgresError) -> [SQLRow] {
        try answer(to: sql, values).rows
    }

    /// Runs one statement, which must succeed with exactly one row.
    package mutating func row(_ sql: String, _ values: [SQLValue] = []) throws(PostgresError) -> SQLRow {
        let rows = try query(sql, values)
        guard rows.count == 1, let row = rows.first else { throw .unexpectedAnswer }
        return row
    }

    /// Runs a statement and returns its last answer: rows and command tag.
    func answer(to sql: String, _ values: [SQLValue]) throws(PostgresError) -> PostgresAnswer {
        guard send(sql, values) else { throw .connectionLost }
        try flush()
        return try receive()
    }

    /// Runs statements without values, divided by `;`, in one message. The last one's answer counts.
    func answer(toAll sql: String) throws(PostgresError) -> PostgresAnswer {
        guard PQsendQuery(handle, sql) == 1 else { throw .connectionLost }
        try flush()
        return try receive()
    }

    private func send(_ sql: String, _ values: [SQLValue]) -> Bool {
        let types = values.map(\.type)
        // The copies live until libpq has copied them into its buffer.
        let texts = values.map { $0.lexeme.flatMap { strdup($0) } }
        defer { for text in texts { free(text) } }
        let pointers = texts.map { $0.map { UnsafePointer($0) } }
        return PQsendQueryParams(handle, sql, Int32(values.count), types, pointers, nil, nil, 0) == 1
    }

    private func flush() throws(PostgresError) {
        while true {
            let state = PQflush(handle)
            if state == 0 { return }
            guard state == 1 else { throw .connectionLost }
            // The server may not read further before its output is read (libpq's manual, 34.4).
            let ready = try wait(for: Int16(POLLIN | POLLOUT))
            if ready & Int16(POLLIN) != 0, PQconsumeInput(handle) != 1 { throw .connectionLost }
        }
    }

    private func receive() throws(PostgresError) -> PostgresAnswer {
        var last: PostgresAnswer?
        var refusal: PostgresError?
        while true {
            while PQisBusy(handle) == 1 {
                try wait(for: Int16(POLLIN))
                guard PQconsumeInput(handle) == 1 else { throw refusal ?? .connectionLost }
            }
            guard let result = PQgetResult(handle) else { break }
            defer { PQclear(result) }
            do throws(PostgresError) {
                last = try PostgresAnswer(result)
            } catch {
                refusal = refusal ?? error
            }
            if PQstatus(handle) != CONNECTION_OK { break }
        }
        if let refusal { throw refusal }
        guard let last else { throw .connectionLost }
        return last
    }

    /// Waits until the socket is ready, the deadline has passed, or the task was cancelled.
    @discardableResult
    private func wait(for events: Int16) throws(PostgresError) -> Int16 {
        while true {
            if patience.interruption.isRaised { throw .cancelled }
            let rest = patience.milliseconds
            guard rest > 0 else { throw .deadlinePassed }
            let socket = PQsocket(handle)
            guard socket >= 0 else { throw .connectionLost }
            var descriptors = [
                pollfd(fd: socket, events: events, revents: 0),
                pollfd(fd: wakePipe.readEnd, events: Int16(POLLIN), revents: 0),
            ]
            let count = poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: rest))
            guard count >= 0 || errno == EINTR else { throw .connectionLost }
            if count > 0, descriptors[1].revents != 0 { wakePipe.drain() }
            if count > 0, descriptors[0].revents != 0 { return descriptors[0].revents }
        }
    }
}

extension PostgresSession {
    /// Connects. A protection that is too weak is refused before anything but the opening of a socket.
    static func connected(
        _ settings: PostgresSettings, _ wakePipe: WakePipe, _ patience: Patience
    ) throws(PostgresError) -> PostgresSession {
        let session = try begin(settings, [:], wakePipe, patience)
        switch try session.options().protection {
        case .asChosen:
            try session.connect()
            return session
        case .verified:
            // GSSAPI's encryption would replace TLS, whatever sslmode is (libpq's manual, 34.1.2).
            let strict = try begin(settings, ["sslmode": "verify-full", "gssencmode": "disable"], wakePipe, patience)
            try strict.connect()
            return strict
        case .tooWeak(let mode):
            throw .settings("sslmode=\(mode) does not check the database's certificate: use sslmode=verify-full")
        }
    }

    /// Starts to connect; only opens a socket.
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
        // 1: libpq parses the connection string in `dbname`.
        let handle = PQconnectStartParams(
            keywords.map { $0.map { UnsafePointer($0) } }, values.map { $0.map { UnsafePointer($0) } }, 1)
        guard let handle else { throw .cannotConnect("out of memory") }
        return PostgresSession(handle, wakePipe: wakePipe, patience: patience)
    }
}

extension PostgresSession {
    /// Begins a transaction on the primary.
    ///
    /// One message, whose settings end with the transaction. The time limits make the server end statements that this
    /// process no longer waits for, and transactions that a paused process holds.
    mutating func begin() throws(PostgresError) {
        let limit = max(1, patience.milliseconds)
        let answer = try beginning(
            """
            BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
            SET LOCAL synchronous_commit = on;
            SET LOCAL search_path = pg_catalog;
            SET LOCAL bytea_output = hex;
            SET LOCAL standard_conforming_strings = on;
            SET LOCAL statement_timeout = \(limit);
            SET LOCAL lock_timeout = \(min(limit, Self.lockTimeout));
            SET LOCAL idle_in_transaction_session_timeout = \(Self.idleTimeout);
            SELECT pg_is_in_recovery(), current_setting('fsync')
            """)
        guard answer.rows.count == 1, let row = answer.rows.first else { throw .unexpectedAnswer }
        guard try !row.flag(0) else { throw .notPrimary }
        guard try row.text(1) == "on" else { throw .notDurable }
    }

    private func beginning(_ statements: String) throws(PostgresError) -> PostgresAnswer {
        do throws(PostgresError) {
            return try answer(toAll: statements)
        } catch .refused(.featureNotSupported, _) {
            // A standby does not support READ WRITE.
            throw .notPrimary
        } catch {
            throw error
        }
    }

    /// Commits.
    ///
    /// - Throws: `PostgresError.outcomeUnknown` when the answer did not arrive; any other error is a rollback.
    mutating func commit() throws(PostgresError) {
        // Cancelling from here on would only make the outcome unknown.
        patience = Patience(deadline: patience.deadline, interruption: Interruption())
        let answer: PostgresAnswer
        do throws(PostgresError) {
            answer = try self.answer(toAll: "COMMIT")
        } catch {
            if case .refused = error { throw error }
            throw .outcomeUnknown
        }
        // COMMIT of a failed transaction succeeds as a rollback.
        guard answer.tag == "COMMIT" else { throw .refused(SQLState(rawValue: "25P02"), message: "rolled back") }
    }

    /// Rolls back, unless the connection is lost, which rolls back by itself.
    mutating func rollBack() {
        guard isUsable else { return }
        _ = try? answer(toAll: "ROLLBACK")
    }

    /// The longest wait for a lock, in milliseconds.
    private static let lockTimeout = 5_000
    /// The longest wait of a transaction for its client, in milliseconds: a paused process must not block others.
    private static let idleTimeout = 10_000
}
#endif

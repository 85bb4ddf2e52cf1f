#if Postgres
extension PostgresSession {
    /// Begins a transaction on the primary.
    ///
    /// One message: nothing of it outlives the transaction. The limits of time end on the server what this process no
    /// longer waits for, and what a paused process holds.
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
            // READ WRITE is a feature that a standby does not have.
            throw .notPrimary
        } catch {
            throw error
        }
    }

    /// Commits.
    ///
    /// - Throws: `PostgresError.outcomeUnknown` when the answer did not arrive; any other error is a rollback.
    mutating func commit() throws(PostgresError) {
        // From here on cancelling would only make an outcome unknown that is about to be known.
        patience = Patience(deadline: patience.deadline, interruption: Interruption())
        let answer: PostgresAnswer
        do throws(PostgresError) {
            answer = try self.answer(toAll: "COMMIT")
        } catch {
            if case .refused = error { throw error }
            throw .outcomeUnknown
        }
        // COMMIT of a transaction that failed earlier is a rollback, and succeeds as one.
        guard answer.tag == "COMMIT" else { throw .refused(SQLState(rawValue: "25P02"), message: "rolled back") }
    }

    /// Rolls back; a connection that is gone did so itself.
    mutating func rollBack() {
        guard isUsable else { return }
        _ = try? answer(toAll: "ROLLBACK")
    }

    /// Milliseconds that a lock is waited for.
    private static let lockTimeout = 5_000
    /// Milliseconds that a transaction may wait for its client: a paused process must not hold up the others.
    private static let idleTimeout = 10_000
}
#endif

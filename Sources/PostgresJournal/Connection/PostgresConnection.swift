#if Postgres
import Foundation
import Synchronization

/// A connection with its thread. It connects on first use, and again after a loss.
final class PostgresConnection: Sendable {
    private let settings: PostgresSettings
    private let thread = WorkThread(name: "kurus-postgres")
    /// Only the thread uses it, so the lock never waits.
    private let session = Mutex<PostgresSession?>(nil)
    private let wakePipe: Result<WakePipe, PostgresError>

    init(_ settings: PostgresSettings) {
        self.settings = settings
        wakePipe = Result { () throws(PostgresError) in try WakePipe() }
    }

    func transaction<Value: Sendable>(
        until deadline: ContinuousClock.Instant,
        _ body: @escaping @Sendable (inout PostgresSession) throws(PostgresError) -> Value
    ) async -> Result<Value, PostgresError> {
        let patience = Patience(deadline: deadline, interruption: Interruption())
        return await withTaskCancellationHandler {
            await thread.run { [self] in
                Result { () throws(PostgresError) in try run(patience, body) }
            }
        } onCancel: {
            patience.interruption.raise()
            try? wakePipe.get().wake()
        }
    }

    private func run<Value: Sendable>(
        _ patience: Patience, _ body: @Sendable (inout PostgresSession) throws(PostgresError) -> Value
    ) throws(PostgresError) -> Value {
        try session.withLock { kept throws(PostgresError) in
            var current = try begun(kept.take(), patience)
            let result = Result { () throws(PostgresError) in
                let value = try body(&current)
                try current.commit()
                return value
            }
            if case .failure = result { current.rollBack() }
            if current.isUsable { kept = .some(current) }
            return try result.get()
        }
    }

    /// Returns a session with a begun transaction. A kept connection may have ended while unused; then nothing was done
    /// on it, and a new one is made.
    private func begun(
        _ kept: consuming PostgresSession?, _ patience: Patience
    ) throws(PostgresError) -> PostgresSession {
        if var session = kept {
            session.patience = patience
            do throws(PostgresError) {
                try session.begin()
                return session
            } catch .connectionLost {
            } catch {
                throw error
            }
        }
        var session = try PostgresSession.connected(settings, try wakePipe.get(), patience)
        try session.begin()
        return session
    }
}

/// The limits of waiting for an answer: a deadline, and the cancellation of the task.
struct Patience: Sendable {
    let deadline: ContinuousClock.Instant
    let interruption: Interruption

    /// Never negative.
    var milliseconds: Int { max(0, Int((deadline - .now).milliseconds)) }
}

/// A flag that a cancellation sets once.
final class Interruption: Sendable {
    private let flag = Atomic(false)

    var isRaised: Bool { flag.load(ordering: .acquiring) }

    func raise() {
        flag.store(true, ordering: .releasing)
    }
}

/// A pipe that ends a `poll` from another thread.
final class WakePipe: Sendable {
    /// The end to poll.
    let readEnd: Int32
    private let writeEnd: Int32

    init() throws(PostgresError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .cannotConnect("no pipe: \(String(cString: strerror(errno)))") }
        (readEnd, writeEnd) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    func wake() {
        var byte: UInt8 = 0
        _ = write(writeEnd, &byte, 1)
    }

    func drain() {
        var bytes: (UInt64, UInt64) = (0, 0)
        while read(readEnd, &bytes, 16) > 0 {}
    }
}
#endif

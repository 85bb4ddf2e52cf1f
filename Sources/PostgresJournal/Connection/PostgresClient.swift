#if Postgres
import Synchronization

/// A few connections to one database, each with a thread of its own.
package final class PostgresClient: Sendable {
    private let settings: PostgresSettings
    private let slots: SlotQueue

    /// - Parameter connections: how many transactions run at once, at most.
    package init(_ settings: PostgresSettings, connections: Int = 4) {
        self.settings = settings
        slots = SlotQueue(count: max(1, connections))
    }

    /// Runs a transaction, and commits it unless `body` throws.
    ///
    /// `body` runs once, or not at all when no connection came about. It runs on the connection's thread, and may wait
    /// there.
    package func transaction<Value: Sendable>(
        within limit: Duration = .seconds(30),
        _ body: @escaping @Sendable (inout PostgresSession) throws(PostgresError) -> Value
    ) async throws(PostgresError) -> Value {
        let deadline = ContinuousClock.now + limit
        let slot = try await slots.take(until: deadline)
        let connection = slot.connection ?? PostgresConnection(settings)
        let result = await connection.transaction(until: deadline, body)
        slots.give(SlotQueue.Slot(connection: connection))
        return try result.get()
    }
}
#endif

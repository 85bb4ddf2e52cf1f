#if Postgres
import Foundation
import PostgresJournal
import PostgresTestSupport
import Testing

@Suite(.enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)"))
struct CallLimitTests {
    @Test func spacesTheCallsOfAllWorkers() async throws {
        let database = try await JournalDatabase()
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        let journals = [
            try await database.journal(now: { now }), try await database.journal(now: { now }),
        ]
        let other = try await database.journal("another merchant", now: { now })
        try await journals[0].limitCalls(to: 4)
        let waits = try await withThrowingTaskGroup(of: Duration?.self) { group in
            for call in 0..<12 { group.addTask { try await journals[call % 2].nextCall() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(waits.compactMap { $0 }.sorted() == (0..<12).map { .milliseconds(250 * $0) })
        #expect(try await other.nextCall() == nil)
    }

    @Test func savesNoTurnsUp() async throws {
        let database = try await JournalDatabase()
        let start = Date(timeIntervalSince1970: 1_800_000_000)
        let early = try await database.journal(now: { start })
        let late = try await database.journal(now: { start + 100 })
        try await early.limitCalls(to: 2)
        #expect(try await early.nextCall() == .zero)
        #expect(try await late.nextCall() == .zero)
        #expect(try await late.nextCall() == .milliseconds(500))
    }
}
#endif

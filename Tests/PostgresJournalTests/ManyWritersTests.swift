#if Postgres
import Foundation
import IyzicoMassPayout
import PostgresJournal
import PostgresTestSupport
import Synchronization
import Testing

@Suite(.enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)"))
struct ManyWritersTests {
    @Test(arguments: [2, 8])
    func announcesEachAuthorizationOnce(writers: Int) async throws {
        let database = try await JournalDatabase()
        let payouts = (0..<10).map { "payout \($0)" }
        let first = try await database.journal()
        try await JournalSample.record(on: first, JournalSample.plan(payouts: payouts))
        let won = Tally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                let journal = try await database.journal(connections: 1)
                group.addTask {
                    for payout in payouts {
                        let token = "\(writer) \(payout)"
                        let outcome = try await journal.append(JournalSample.authorization(of: payout, token: token))
                        guard case .appended(let line) = outcome, line.token == token else { continue }
                        won.add(token, payout)
                    }
                }
            }
            try await group.waitForAll()
        }
        for payout in payouts {
            let tokens = try await first.payout(payout)?.lines.compactMap(\.token)
            #expect(tokens?.count == 1)
            #expect(won.texts(payout) == tokens)
        }
    }

    /// Confirmed lines exist in order, however often the server's power fails.
    @Test func losesNoConfirmedLineWhenTheServerCrashes() async throws {
        let cluster = try PostgresCluster()
        let database = try await JournalDatabase(in: cluster)
        let payouts = (0..<8).map { "payout \($0)" }
        try await JournalSample.record(on: database.journal(), JournalSample.plan(payouts: payouts))
        let confirmed = Tally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                let journal = try await database.journal(connections: 1)
                group.addTask {
                    var random = writer
                    while !confirmed.isOver {
                        random = (random * 31 + 7) % 1009
                        let payout = payouts[random % payouts.count]
                        guard let count = try? await journal.payout(payout)?.lines.count else { continue }
                        let append = JournalAppend(
                            payoutID: payout, after: count, token: UUID().uuidString, actor: "ayse", step: .initializing
                        )
                        guard let line = await Self.settled(append, on: journal) else { continue }
                        #expect(line.number == count + 1)
                        confirmed.add("\(line.number) \(append.token)", payout)
                    }
                }
            }
            for round in 1...3 {
                while confirmed.count < round * 60 { await Task.yield() }
                try cluster.crash()
            }
            confirmed.end()
            try await group.waitForAll()
        }
        let journal = try await database.journal()
        for payout in payouts {
            let lines = try await journal.payout(payout)?.lines ?? []
            #expect(lines.map { "\($0.number) \($0.token ?? "")" }.sorted() == confirmed.texts(payout).sorted())
        }
    }

    /// The line of an append once it is known; nil where it was certainly not written.
    private static func settled(
        _ append: JournalAppend, on journal: PostgresJournal
    ) async -> JournalLine? {
        var isUnknown = false
        while true {
            do throws(JournalError) {
                guard case .appended(let line) = try await journal.append(append) else { return nil }
                return line
            } catch {
                if case .outcomeUnknown = error { isUnknown = true }
                if !isUnknown { return nil }
            }
        }
    }
}

/// The notes of tasks, by payout.
private final class Tally: Sendable {
    private let noted = Mutex<[String: [String]]>([:])
    private let over = Atomic(false)

    var isOver: Bool { over.load(ordering: .relaxed) }

    var count: Int { noted.withLock { $0.values.reduce(0) { $0 + $1.count } } }

    func end() {
        over.store(true, ordering: .relaxed)
    }

    func add(_ text: String, _ payout: String) {
        noted.withLock { $0[payout, default: []].append(text) }
    }

    func texts(_ payout: String) -> [String] {
        noted.withLock { $0[payout] ?? [] }
    }
}
#endif

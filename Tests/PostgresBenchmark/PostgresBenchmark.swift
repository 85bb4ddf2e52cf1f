#if Postgres
import Foundation
import IyzicoMassPayout
import KurusRuntime
import PostgresJournal
import PostgresTestSupport

/// The whole run: fills a journal, and prints a line for each figure.
struct PostgresBenchmark {
    let payouts: Int
    let program: String

    static let identity = JournalIdentity(provider: "iyzico", host: "benchmark", keyFingerprint: "0a1b2c")
    static let secret = JournalSecret(secretKey: Secret("sandbox-secret"), fingerprint: "0a1b2c")
    static let orderID = "order"

    func run() async throws {
        let cluster = try PostgresCluster(options: [
            "shared_preload_libraries=pg_stat_statements", "pg_stat_statements.track_planning=on", "max_wal_size=4GB",
            "wal_level=minimal", "max_wal_senders=0",
        ])
        let database = try cluster.makeDatabase()
        let settings = try cluster.settings(database)
        _ = try await SchemaMigration.run(settings)
        let journal = try await PostgresJournal.open(settings, for: Self.identity, secret: Self.secret)
        try fill(cluster, database)
        try await record(on: journal)
        try resume(cluster, database)
        try await count(journal, cluster, database)
        try await append(journal)
    }

    private func fill(_ cluster: PostgresCluster, _ database: String) throws {
        let time = try ContinuousClock().measure {
            _ = try cluster.sql(FilledJournal.sql(payouts: payouts), database: database)
        }
        try cluster.sql("VACUUM; CREATE EXTENSION pg_stat_statements", database: database)
        let size = try cluster.sql("SELECT pg_size_pretty(pg_database_size(current_database()))", database: database)
        print("filled: \(payouts) payouts in \(time.seconds) s, \(size)")
    }

    /// The order to resume, of 1,000 items, beside twenty orders that pay the same people.
    private func record(on journal: PostgresJournal) async throws {
        for number in 1...20 { _ = try await journal.record(Self.recording("earlier-\(number)", amount: number)) }
        let time = try await ContinuousClock().measure {
            guard case .recorded = try await journal.record(Self.recording(Self.orderID, amount: 21)) else {
                throw CocoaError(.featureUnsupported)
            }
        }
        print("recorded: an order of 1000 items, with 20 earlier orders of the same people, in \(time.seconds) s")
    }

    private static func recording(_ id: String, amount: Int) -> OrderRecording {
        let items = (1...1000).map {
            RecordedItem(id: "\(id)-\($0)", amount: Decimal(amount), recipient: RecipientHash("recipient \($0)"))
        }
        let query = items.map {
            RepeatQuery.Item(id: $0.id, amount: $0.amount, currency: "TRY", recipients: [$0.recipient])
        }
        let payout = RecordedPayout(id: id, currency: "TRY", bodyHash: "body", items: items)
        return OrderRecording(
            RecordedPlan(id: id, payouts: [payout]), query: RepeatQuery(orderID: id, items: query, reach: .days(45)),
            allowing: [], actor: "ayse", token: id)
    }

    /// In a process of its own, for its memory; twice, since the first one reads the server's catalogs.
    private func resume(_ cluster: PostgresCluster, _ database: String) throws {
        var text = ""
        for _ in 1...2 {
            try cluster.sql("SELECT pg_stat_statements_reset()", database: database)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: program)
            process.arguments = ["resume", cluster.folder, database]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
        }
        let spent = try cluster.sql(
            """
            SELECT round(sum(total_exec_time + total_plan_time)::numeric, 2), sum(calls) FROM pg_stat_statements
            WHERE query NOT LIKE '%pg_stat_statements%'
            """, database: database
        ).split(separator: "|")
        print("resumed: \(text.trimmingCharacters(in: .whitespacesAndNewlines))")
        print("resumed: \(spent[0]) ms of the database's time in \(spent[1]) statements")
    }

    private func count(_ journal: PostgresJournal, _ cluster: PostgresCluster, _ database: String) async throws {
        try cluster.sql("SELECT pg_stat_statements_reset()", database: database)
        let time = try await ContinuousClock().measure { _ = try await journal.statistics() }
        let stuckTime = try await ContinuousClock().measure { _ = try await journal.stuckCount() }
        print("counted: statistics in \(time.seconds) s, what is stuck in \(stuckTime.seconds) s")
    }

    /// Eight writers, each with payouts of its own.
    private func append(_ journal: PostgresJournal) async throws {
        let writers = 8
        let lines = 100
        for writer in 0..<writers {
            _ = try await journal.record(Self.recording("writer-\(writer)", amount: 100 + writer))
        }
        let time = try await ContinuousClock().measure {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<writers {
                    group.addTask {
                        for number in 0..<lines {
                            let step: JournalStep =
                                number.isMultiple(of: 2) ? .initializing : .notInitialized
                            _ = try await journal.append(
                                JournalAppend(
                                    payoutID: "writer-\(writer)", after: number, token: "\(number)", actor: "ayse",
                                    step: step))
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        print("appended: \(Int(Double(writers * lines) / time.inSeconds)) lines a second by \(writers) writers")
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }

    /// With milliseconds.
    var seconds: String { "\((inSeconds * 1000).rounded() / 1000)" }
}
#endif

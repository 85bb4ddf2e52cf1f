#if Postgres
import IyzicoMassPayout
import PostgresJournal
import PostgresTestSupport
import Testing

/// The journal's own key, and the secrets that it is wrapped under.
@Suite(.enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)"))
struct JournalKeyTests {
    private static let rotated = JournalDatabase.secret("rotated")
    private static let renewed = JournalDatabase.secret("renewed", fingerprint: "ffffff")

    private func open(
        _ database: JournalDatabase, _ store: String = "store", _ secret: JournalSecret = JournalDatabase.secret(),
        beginsNew: Bool = true
    ) async throws -> PostgresJournal {
        try await PostgresJournal.open(
            database.settings(), for: JournalDatabase.identity(store, fingerprint: secret.fingerprint),
            secret: secret, beginsNew: beginsNew, connections: 1)
    }

    private func rekey(
        _ database: JournalDatabase, from old: JournalSecret = JournalDatabase.secret(), to new: JournalSecret
    ) async throws {
        try await PostgresJournal.rekey(
            database.settings(), for: JournalDatabase.identity("store", fingerprint: old.fingerprint), from: old,
            to: new)
    }

    @Test func givesEveryJournalAKeyOfItsOwn() async throws {
        let database = try await JournalDatabase()
        let keys = [try await open(database).key, try await open(database, "another").key]
        #expect(keys[0] != keys[1])
        #expect(try await open(database, beginsNew: false).key == keys[0])
        let kept = try database.sql("SELECT wrapped, key_fingerprint FROM kurus.keys")
        for key in keys { #expect(!kept.contains(key.bytes.map { String($0 >> 4, radix: 16) }.joined())) }
    }

    @Test func beginsOneJournalForAllThatOpenItAtOnce() async throws {
        let database = try await JournalDatabase()
        let keys = try await withThrowingTaskGroup(of: JournalKey.self) { group in
            for _ in 0..<8 { group.addTask { try await open(database).key } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(keys.count == 1)
        #expect(try database.sql("SELECT count(*) FROM kurus.keys") == "1")
        #expect(try database.sql("SELECT count(*) FROM kurus.merchants") == "1")
    }

    @Test func refusesAnotherSecretOfTheAccount() async throws {
        let database = try await JournalDatabase()
        _ = try await open(database)
        let wrong = JournalError.otherSecret(path: "in the PostgreSQL database", fingerprint: "0a1b2c")
        await #expect(throws: wrong) { try await open(database, "store", Self.rotated) }
        await #expect(throws: wrong) { try await rekey(database, from: Self.rotated, to: Self.renewed) }
        #expect("\(wrong)" == "the journal in the PostgreSQL database was kept under another secret of key 0a1b2c")
    }

    @Test(arguments: [rotated, renewed])
    func wrapsTheKeyAnew(_ secret: JournalSecret) async throws {
        let database = try await JournalDatabase()
        let journal = try await open(database)
        try await JournalSample.record(on: journal)
        // Twice, as after a run that ended before it could tell.
        for _ in 0..<2 { try await rekey(database, to: secret) }
        #expect(try database.sql("SELECT count(*) FROM kurus.keys") == "2")
        // Whoever has it open goes on, and so does the new secret.
        let append = JournalAppend(payoutID: "payout", after: 0, token: "own", actor: "ayse", step: .initializing)
        guard case .appended = try await journal.append(append) else {
            Issue.record("an opened journal takes no line")
            return
        }
        let reopened = try await open(database, "store", secret, beginsNew: false)
        #expect(reopened.key == journal.key)
        #expect(try await reopened.payout("payout")?.lines.count == 1)
        // The old secret opens nothing, and begins no second journal.
        await #expect(throws: JournalError.self) { try await open(database) }
        #expect(try database.sql("SELECT count(*) FROM kurus.merchants") == "1")
        try await rekey(database, from: secret, to: JournalDatabase.secret())
        #expect(try await open(database).key == journal.key)
    }

    @Test func makesNoOneJournalOfTwo() async throws {
        let database = try await JournalDatabase()
        _ = try await open(database)
        _ = try await open(database, "store", Self.renewed)
        await #expect(throws: JournalError.self) { try await rekey(database, to: Self.renewed) }
        #expect(try database.sql("SELECT count(*) FROM kurus.keys") == "2")
    }

    @Test func beginsNoJournalWhereNoneIsToBe() async throws {
        let database = try await JournalDatabase()
        let missing = JournalError.missing(path: "the PostgreSQL database")
        await #expect(throws: missing) { try await open(database, beginsNew: false) }
        await #expect(throws: missing) { try await rekey(database, to: Self.renewed) }
        #expect(try database.sql("SELECT count(*) FROM kurus.merchants") == "0")
    }

    /// Journals of the first version of the tables hashed under a key made from the secret.
    @Test func goesOnUnderTheKeyOfAJournalWithoutOne() async throws {
        let database = try await JournalDatabase()
        let journal = try await open(database)
        try await JournalSample.record(on: journal)
        try database.sql("ALTER TABLE kurus.keys DISABLE TRIGGER kept; DELETE FROM kurus.keys")
        let opened = try await open(database, beginsNew: false)
        #expect(opened.key == JournalDatabase.secret().firstVersionKey)
        #expect(try await open(database).key == opened.key)
    }
}
#endif

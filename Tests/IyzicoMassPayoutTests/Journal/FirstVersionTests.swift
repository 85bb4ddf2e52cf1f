import Foundation
import IyzicoMassPayout
import Testing

/// Journals of the first version are read, and go on in the new one.
@Suite struct FirstVersionTests {
    static let lines = [
        #"{"version":1,"provider":"iyzico","host":"sandbox-api.iyzipay.com","key":"0a1b2c"}"#,
        #"{"entry":"plan","id":"2026-11","payouts":[{"id":"2026-11-1","currency":"TRY","body":"b0","#
            + #""items":[{"id":"a","amount":10,"recipient":"r1"}]}]}"#,
        #"{"entry":"initializing","id":"2026-11-1"}"#,
        #"{"entry":"initialized","id":"2026-11-1","requestId":"r-1","refusedItems":[]}"#,
        #"{"entry":"pinned","id":"2026-11-1","requestId":"r-1","refusedItems":[]}"#,
        #"{"entry":"authorizing","id":"2026-11-1","requestId":"r-1"}"#,
        #"{"entry":"authorizationNotSent","id":"2026-11-1"}"#,
        #"{"entry":"authorizing","id":"2026-11-1","requestId":"r-1"}"#,
    ]

    let bench: JournalBench

    init() throws {
        bench = try JournalBench()
        try FileManager.default.createDirectory(
            atPath: bench.folder.file("deep/er"), withIntermediateDirectories: true)
        #expect(
            FileManager.default.createFile(
                atPath: bench.path, contents: nil, attributes: [.posixPermissions: 0o600]))
        try bench.overwrite(Self.lines)
    }

    @Test func readsThemAsTheyAre() async throws {
        let text = try bench.text
        let journal = try await bench.journal(beginsNew: false)
        let order = try #require(try journal.order("2026-11"))
        #expect(order.recordedAt == nil && order.actor == nil)
        let item = try #require(order.plan.payouts.first?.items.first)
        #expect(item.recipient == RecipientHash("r1", .accountAndName))
        let state = try #require(order.payouts.first).state
        #expect(state.authorizations == 1 && state.nextAuthorization == 3)
        #expect(journal.key == JournalBench.secret.firstVersionKey)
        // Reading changes nothing.
        #expect(try bench.text == text)
    }

    /// The older lines keep their form, and the key is the one that they were hashed with.
    @Test func goesOnInTheSameFile() async throws {
        for _ in 0..<2 { try await JournalBench.append(.ended([]), to: try await bench.journal()) }
        let lines = try bench.lines
        #expect(Array(lines.prefix(Self.lines.count)) == Self.lines)
        #expect(lines.count == Self.lines.count + 3)
        #expect(lines[Self.lines.count].hasPrefix(#"{"entry":"key","id":"0a1b2c""#))
        let journal = try await bench.journal()
        #expect(journal.key == JournalBench.secret.firstVersionKey)
        #expect(try journal.payout("2026-11-1")?.lines.count == Self.lines.count)
    }

    /// The first line with a code covers the older ones.
    @Test func findsWhatIsChangedInOlderLines() async throws {
        try await JournalBench.append(.ended([]), to: try await bench.journal())
        try bench.overwrite(try bench.lines.map { $0.replacing(#""amount":10"#, with: #""amount":11"#) })
        await #expect(throws: JournalError.changed(path: bench.path, line: Self.lines.count + 1)) {
            try await bench.journal()
        }
    }

    @Test(arguments: [
        "", "{}", "not json", #"{"entry":"pinned","id":"2026-11-1"}"#, #"{"entry":"unknown","id":"2026-11-1"}"#,
        #"{"entry":"initializing","id":""}"#, #"{"entry":"initializing","id":"2026-11-1","new":1}"#,
        #"{"entry":"initializing","id":"2026-11-1","id":"b"}"#, "{\"entry\":\"initializing\",\"id\":\"\u{0}\"}",
        #"{"entry":"initializing","id":"2026-11-1","time":"2026-12-01T00:00:00Z"}"#,
        #"{"entry":"initializing","id":"2026-11-1","time":"now","actor":"a","token":"t"}"#,
        #"{"entry":"initializing","id":"2026-11-1","time":"2026-12-01T00:00:00Z","actor":"a","token":"t"}"#,
        #"{"entry":"initializing","id":"never planned"}"#,
    ])
    func refusesABadLine(_ line: String) async throws {
        var lines = Self.lines
        lines.insert(line, at: 3)
        try bench.overwrite(lines)
        await #expect(throws: JournalError.badLine(path: bench.path, line: 4)) { try await bench.journal() }
    }

    @Test func wrapsItsKeyAnew() async throws {
        let other = JournalSecret(secretKey: "another", fingerprint: "ffffff")
        try await FileJournal.rekey(
            at: bench.path, for: JournalBench.identity, from: JournalBench.secret, to: other)
        let journal = try await bench.journal(identity: JournalBench.identity.with(other), secret: other)
        #expect(journal.key == JournalBench.secret.firstVersionKey)
        #expect(try journal.payout("2026-11-1")?.lines.count == 6)
    }
}

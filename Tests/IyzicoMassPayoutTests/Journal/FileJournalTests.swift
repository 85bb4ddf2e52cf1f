import Foundation
import IyzicoMassPayout
import KurusRuntime
import Testing

@Suite struct FileJournalTests {
    static let identity = JournalIdentity(provider: "iyzico", host: "sandbox-api.iyzipay.com", keyFingerprint: "0a1b2c")
    static let secret = JournalSecret(secretKey: Secret("sandbox-secret"), fingerprint: "0a1b2c")

    static let payoutID = "2026-11-1"
    static let plan = RecordedPlan(
        id: "2026-11",
        payouts: [
            RecordedPayout(
                id: payoutID, currency: "TRY", bodyHash: "b0",
                items: [RecordedItem(id: "ayşe \"1\"\n", amount: 10, recipient: RecipientHash("r1"))])
        ])

    static let steps: [JournalStep] = [
        .initializing, .initialized(requestID: "r-1", refusedItems: ["x"]),
        .pinned(requestID: "r-1", refusedItems: []), .authorizing(requestID: "r-1", number: 1),
    ]

    let folder: TemporaryFolder
    var path: String { folder.file("deep/er/payouts.jsonl") }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func journal(beginsNew: Bool = true, identity: JournalIdentity = identity) async throws -> FileJournal {
        try await FileJournal(at: path, for: identity, secret: Self.secret, beginsNew: beginsNew)
    }

    private static func append(_ step: JournalStep, to journal: FileJournal) async throws {
        let after = try #require(try journal.payout(payoutID)).lines.count
        let outcome = try await journal.append(
            JournalAppend(payoutID: payoutID, after: after, token: UUID().uuidString, actor: "a", step: step))
        guard case .appended = outcome else { throw JournalError.unavailable(reason: "\(outcome)") }
    }

    private func steps(_ journal: FileJournal) throws -> [JournalStep]? {
        try journal.payout(Self.payoutID)?.lines.map(\.step)
    }

    private func written() async throws -> String {
        let journal = try await journal()
        let recording = OrderRecording(
            Self.plan, query: RepeatQuery(orderID: Self.plan.id, items: [], reach: .days(1)), allowing: [], actor: "a",
            token: "t")
        _ = try await journal.record(recording)
        for step in Self.steps { try await Self.append(step, to: journal) }
        return try text
    }

    private var text: String { get throws { try String(contentsOfFile: path, encoding: .utf8) } }

    private func lines() async throws -> [String] {
        try await written().split(separator: "\n").map(String.init)
    }

    private func write(_ lines: [String]) throws {
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: false, encoding: .utf8)
    }

    @Test func isReadableByItsOwnerAlone() async throws {
        _ = try await written()
        #expect(try mode(path) == 0o600)
        #expect(try mode(folder.file("deep/er")) == 0o700)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        await #expect(throws: JournalError.openToOthers(path: path)) { try await journal() }
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func beginsNoneWhereItIsNotToo() async throws {
        await #expect(throws: JournalError.missing(path: path)) { try await journal(beginsNew: false) }
        #expect(!FileManager.default.fileExists(atPath: folder.file("deep")))
        _ = try await written()
        #expect(try steps(await journal(beginsNew: false)) == Self.steps)
    }

    /// An older version of this program holds the file for as long as it runs.
    @Test func writesNothingWhileAnotherHoldsTheFile() async throws {
        let text = try await written()
        let other = Process()
        other.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        other.arguments = ["flock", "-x", path, "cat"]
        let (input, output) = (Pipe(), Pipe())
        (other.standardInput, other.standardOutput) = (input, output)
        try other.run()
        // It holds the lock once it answers.
        try input.fileHandleForWriting.write(contentsOf: Data("held\n".utf8))
        _ = try output.fileHandleForReading.read(upToCount: 5)
        let journal = try await journal()
        #expect(try steps(journal) == Self.steps)
        async let appended: Void = Self.append(.authorizing(requestID: "r-1", number: 2), to: journal)
        #expect(try self.text == text)
        try input.fileHandleForWriting.close()
        other.waitUntilExit()
        try await appended
        #expect(try steps(journal)?.count == Self.steps.count + 1)
    }

    /// A crash can end a write anywhere: whatever is left of the last line, all others are there, and the next entry is
    /// readable.
    @Test func dropsATornLastLine() async throws {
        let text = Array(try await written().utf8)
        let start = try #require(text.dropLast().lastIndex(of: UInt8(ascii: "\n"))) + 1
        for end in start..<text.count {
            try Data(text[..<end]).write(to: URL(fileURLWithPath: path))
            let journal = try await journal()
            #expect(try steps(journal) == Self.steps.dropLast())
            try await Self.append(.initializing, to: journal)
            #expect(try steps(await self.journal()) == Self.steps.dropLast() + [.initializing])
        }
    }

    @Test func startsAnewWhereNotEvenTheFirstLineIsWhole() async throws {
        let text = try await written()
        try String(text.prefix(20)).write(toFile: path, atomically: false, encoding: .utf8)
        for _ in 0..<2 { #expect(try await journal().orders(after: 0, limit: 9).isEmpty) }
    }

    @Test(arguments: [
        "", "{}", "not json", #"{"entry":"pinned","id":"2026-11-1"}"#, #"{"entry":"unknown","id":"2026-11-1"}"#,
        #"{"entry":"initializing","id":""}"#, #"{"entry":"initializing","id":"2026-11-1","new":1}"#,
        #"{"entry":"initializing","id":"2026-11-1","id":"b"}"#, "{\"entry\":\"initializing\",\"id\":\"\u{0}\"}",
        #"{"entry":"initializing","id":"2026-11-1","time":"2026-12-01T00:00:00Z"}"#,
        #"{"entry":"initializing","id":"2026-11-1","time":"now","actor":"a","token":"t"}"#,
        #"{"entry":"initializing","id":"never planned"}"#, #"{"entry":"plan","id":"2026-11","payouts":[]}"#,
    ])
    func refusesAnyOtherBadLine(_ line: String) async throws {
        var lines = try await lines()
        lines.insert(line, at: 3)
        try write(lines)
        await #expect(throws: JournalError.badLine(path: path, line: 4)) { try await journal() }
    }

    /// A line that goes bad while the journal is open is no less an error, now and from then on.
    @Test func refusesABadLineThatComesLater() async throws {
        _ = try await written()
        let journal = try await journal()
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data("no entry\n".utf8))
        for _ in 0..<2 {
            #expect(throws: JournalError.badLine(path: path, line: 7)) { try journal.payout(Self.payoutID) }
        }
        await #expect(throws: JournalError.badLine(path: path, line: 7)) {
            try await Self.append(.initializing, to: journal)
        }
    }

    @Test(arguments: [
        JournalIdentity(provider: "juspay", host: "sandbox-api.iyzipay.com", keyFingerprint: "0a1b2c"),
        JournalIdentity(provider: "iyzico", host: "api.iyzipay.com", keyFingerprint: "0a1b2c"),
        JournalIdentity(provider: "iyzico", host: "sandbox-api.iyzipay.com", keyFingerprint: "0a1b2d"),
    ])
    func refusesAJournalOfAnotherOwner(_ other: JournalIdentity) async throws {
        _ = try await written()
        await #expect(throws: JournalError.otherIdentity(path: path, expected: other, found: Self.identity)) {
            try await journal(identity: other)
        }
    }

    /// A file of somebody else's is left as it is, be it one line without its line break.
    @Test func changesNoFileThatIsNoJournal() async throws {
        let path = folder.file("notes.txt")
        for text in ["my notes", "my notes\n", "{\"version\":9}\n"] {
            #expect(
                FileManager.default.createFile(
                    atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]))
            await #expect(throws: JournalError.badLine(path: path, line: 1)) {
                try await FileJournal(at: path, for: Self.identity, secret: Self.secret)
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
        await #expect(throws: JournalError.self) {
            try await FileJournal(at: folder.path, for: Self.identity, secret: Self.secret)
        }
    }

    @Test func followsNoLink() async throws {
        _ = try await written()
        let link = folder.file("link")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        await #expect(throws: JournalError.self) {
            try await FileJournal(at: link, for: Self.identity, secret: Self.secret)
        }
    }

    /// A claim leaves no file behind, and one that its process left behind is no claim.
    @Test func locksByOrderAndLeavesNothingBehind() async throws {
        _ = try await written()
        let journal = try await journal()
        let owner = LeaseOwner(token: "t", actor: "ayse")
        for _ in 0..<2 {
            guard case .claimed(let lease) = try journal.claim(Self.payoutID, by: owner, for: .seconds(1)) else {
                Issue.record("the payout is not free")
                return
            }
            let locks = try FileManager.default.contentsOfDirectory(atPath: path + ".locks")
            #expect(locks.count == 1)
            journal.release(lease)
            #expect(try FileManager.default.contentsOfDirectory(atPath: path + ".locks").isEmpty)
            try Data("left behind".utf8).write(to: URL(fileURLWithPath: path + ".locks/" + locks[0]))
        }
    }
}

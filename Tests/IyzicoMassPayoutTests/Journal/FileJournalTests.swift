import Foundation
import IyzicoMassPayout
import Testing

@Suite struct FileJournalTests {
    static let identity = JournalIdentity(provider: "iyzico", host: "sandbox-api.iyzipay.com", keyFingerprint: "0a1b2c")

    static let amount = Decimal(sign: .plus, exponent: -2, significand: 1_234_567_890_123_456_789)

    static let entries: [JournalEntry] = [
        .plan(
            RecordedPlan(
                id: "2026-11",
                payouts: [
                    RecordedPayout(
                        id: "2026-11-1", currency: "TRY", bodyHash: "b0",
                        items: [RecordedItem(id: "ayşe \"1\"\n", amount: amount, recipientHash: "r1")])
                ])),
        .step(payoutID: "2026-11-1", .initializing),
        .step(payoutID: "2026-11-1", .initialized(requestID: "r-1", refusedItems: ["x"])),
        .step(payoutID: "2026-11-1", .pinned(requestID: "r-1", refusedItems: [])),
        .step(payoutID: "2026-11-1", .authorizing(requestID: "r-1")),
        .step(payoutID: "2026-11-1", .authorizationNotSent),
        .step(payoutID: "2026-11-1", .following(requestID: nil)),
        .step(payoutID: "2026-11-1", .following(requestID: "r-2")),
        .step(payoutID: "2026-11-1", .cancelling(requestID: nil)),
        .step(payoutID: "2026-11-1", .cancelling(requestID: "r-1")),
        .step(
            payoutID: "2026-11-1",
            .ended(ItemEnd.allCases.map { RecordedEnd(itemID: "item \($0)", end: $0) })),
    ]

    let folder: TemporaryFolder
    var path: String { folder.file("deep/er/payouts.jsonl") }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func written() throws -> String {
        do {
            let journal = try FileJournal(at: path, for: Self.identity)
            for entry in Self.entries { try journal.append(entry) }
        }
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    @Test func keepsEveryKindOfEntry() throws {
        let text = try written()
        #expect(text.split(separator: "\n").count == Self.entries.count + 1)
        #expect(try FileJournal(at: path, for: Self.identity).entries() == Self.entries)
    }

    @Test func isReadableByItsOwnerAlone() throws {
        _ = try written()
        #expect(try mode(path) == 0o600)
        #expect(try mode(folder.file("deep/er")) == 0o700)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        #expect(throws: JournalError.openToOthers(path: path)) { try FileJournal(at: path, for: Self.identity) }
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func hasOneOwnerAtATime() throws {
        let path = path
        do {
            let first = try FileJournal(at: path, for: Self.identity)
            #expect(throws: JournalError.inUse(path: path)) { try FileJournal(at: path, for: Self.identity) }
            try first.append(Self.entries[0])
        }
        #expect(try FileJournal(at: path, for: Self.identity).entries().count == 1)
    }

    @Test func keepsOutAnotherProcess() throws {
        let journal = try FileJournal(at: path, for: Self.identity)
        let other = Process()
        other.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        other.arguments = ["flock", "-n", "-x", path, "true"]
        try other.run()
        other.waitUntilExit()
        #expect(other.terminationStatus == 1)
        withExtendedLifetime(journal) {}
    }

    /// A crash can end a write anywhere: whatever is left of the last line, all others are there, and the next entry is
    /// readable.
    @Test func dropsATornLastLine() throws {
        let text = Array(try written().utf8)
        let start = try #require(text.dropLast().lastIndex(of: UInt8(ascii: "\n"))) + 1
        for end in start..<text.count {
            try Data(text[..<end]).write(to: URL(fileURLWithPath: path))
            do {
                let journal = try FileJournal(at: path, for: Self.identity)
                #expect(journal.entries() == Self.entries.dropLast())
                try journal.append(Self.entries[1])
            }
            let reread = try FileJournal(at: path, for: Self.identity)
            #expect(reread.entries() == Self.entries.dropLast() + [Self.entries[1]])
        }
    }

    @Test func startsAnewWhereNotEvenTheFirstLineIsWhole() throws {
        let text = try written()
        try String(text.prefix(20)).write(toFile: path, atomically: false, encoding: .utf8)
        #expect(try FileJournal(at: path, for: Self.identity).entries().isEmpty)
        #expect(try FileJournal(at: path, for: Self.identity).entries().isEmpty)
    }

    @Test(arguments: [
        "", "{}", "not json", #"{"entry":"pinned","id":"a"}"#, #"{"entry":"unknown","id":"a"}"#,
        #"{"entry":"initializing","id":""}"#, #"{"entry":"initializing","id":"a","new":1}"#,
        #"{"entry":"initializing","id":"a","id":"b"}"#, "{\"entry\":\"initializing\",\"id\":\"\u{0}\"}",
    ])
    func refusesAnyOtherBadLine(_ line: String) throws {
        var lines = try written().split(separator: "\n").map(String.init)
        lines.insert(line, at: 3)
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: false, encoding: .utf8)
        #expect(throws: JournalError.badLine(path: path, line: 4)) { try FileJournal(at: path, for: Self.identity) }
    }

    @Test(arguments: [
        JournalIdentity(provider: "juspay", host: "sandbox-api.iyzipay.com", keyFingerprint: "0a1b2c"),
        JournalIdentity(provider: "iyzico", host: "api.iyzipay.com", keyFingerprint: "0a1b2c"),
        JournalIdentity(provider: "iyzico", host: "sandbox-api.iyzipay.com", keyFingerprint: "0a1b2d"),
    ])
    func refusesAJournalOfAnotherOwner(_ other: JournalIdentity) throws {
        _ = try written()
        #expect(throws: JournalError.otherIdentity(path: path, expected: other, found: Self.identity)) {
            try FileJournal(at: path, for: other)
        }
    }

    @Test func refusesAFileThatIsNoJournal() throws {
        _ = try written()
        try "{\"version\":2}\n".write(toFile: path, atomically: false, encoding: .utf8)
        #expect(throws: JournalError.badLine(path: path, line: 1)) { try FileJournal(at: path, for: Self.identity) }
    }

    /// A file of somebody else's is left as it is, be it one line without its line break.
    @Test func changesNoFileThatIsNoJournal() throws {
        let path = folder.file("notes.txt")
        #expect(
            FileManager.default.createFile(
                atPath: path, contents: Data("my notes".utf8), attributes: [.posixPermissions: 0o600]))
        #expect(throws: JournalError.badLine(path: path, line: 1)) { try FileJournal(at: path, for: Self.identity) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "my notes")
        #expect(throws: JournalError.self) { try FileJournal(at: folder.path, for: Self.identity) }
    }

    /// A plan is missing, be it because somebody cut the file: nothing may be taken to be free then.
    @Test func refusesStepsOfPayoutsThatWereNeverPlanned() throws {
        var lines = try written().split(separator: "\n").map(String.init)
        lines.remove(at: 1)
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: false, encoding: .utf8)
        #expect(throws: JournalError.badLine(path: path, line: 2)) { try FileJournal(at: path, for: Self.identity) }
    }

    @Test func followsNoLink() throws {
        _ = try written()
        let link = folder.file("link")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        #expect(throws: JournalError.self) { try FileJournal(at: link, for: Self.identity) }
    }

    @Test func givesAPayoutToOneTask() throws {
        let journal = try FileJournal(at: path, for: Self.identity)
        #expect(journal.claim("a"))
        #expect(!journal.claim("a"))
        #expect(journal.claim("b"))
        journal.release("a")
        #expect(journal.claim("a"))
    }
}

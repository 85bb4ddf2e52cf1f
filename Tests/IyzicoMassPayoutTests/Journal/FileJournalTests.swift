import Foundation
import IyzicoMassPayout
import Testing

@Suite struct FileJournalTests {
    let bench: JournalBench
    var path: String { bench.path }

    init() throws {
        bench = try JournalBench()
    }

    @Test func isReadableByItsOwnerAlone() async throws {
        _ = try await bench.write()
        #expect(try mode(path) == 0o600)
        #expect(try mode(bench.folder.file("deep/er")) == 0o700)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        await #expect(throws: JournalError.openToOthers(path: path)) { try await bench.journal() }
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func beginsNoneWhereItIsNotToo() async throws {
        await #expect(throws: JournalError.missing(path: path)) { try await bench.journal(beginsNew: false) }
        #expect(!FileManager.default.fileExists(atPath: bench.folder.file("deep")))
        _ = try await bench.write()
        #expect(try bench.steps(await bench.journal(beginsNew: false)) == JournalBench.steps)
    }

    /// Many that begin one journal at once all get its one key.
    @Test func isBegunOnce() async throws {
        let path = path
        let keys = try await withThrowingTaskGroup(of: JournalKey.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try await FileJournal(at: path, for: JournalBench.identity, secret: JournalBench.secret).key
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(keys.count == 1)
        #expect(try bench.lines.count == 2)
    }

    /// An older version of this program holds the file for as long as it runs.
    @Test func writesNothingWhileAnotherHoldsTheFile() async throws {
        _ = try await bench.write()
        let text = try bench.text
        let other = Process()
        other.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        other.arguments = ["flock", "--exclusive", "--no-fork", path, "cat"]
        let (input, output) = (Pipe(), Pipe())
        (other.standardInput, other.standardOutput) = (input, output)
        try other.run()
        // It holds the lock once it answers.
        try input.fileHandleForWriting.write(contentsOf: Data("held\n".utf8))
        _ = try output.fileHandleForReading.read(upToCount: 5)
        let journal = try await bench.journal()
        #expect(try bench.steps(journal) == JournalBench.steps)
        async let appended: Void = JournalBench.append(.ended([]), to: journal)
        #expect(try bench.text == text)
        // Not by the end of its input: a process that another test starts at this moment may hold the pipe open.
        kill(other.processIdentifier, SIGKILL)
        other.waitUntilExit()
        try await appended
        #expect(try bench.steps(journal)?.count == JournalBench.steps.count + 1)
    }

    /// A crash can end a write anywhere: whatever is left of the last line, all others are there, and the next entry is
    /// readable.
    @Test func dropsATornLastLine() async throws {
        _ = try await bench.write()
        let text = Array(try bench.text.utf8)
        let start = try #require(text.dropLast().lastIndex(of: UInt8(ascii: "\n"))) + 1
        for end in stride(from: start, to: text.count, by: 7) {
            try Data(text[..<end]).write(to: URL(fileURLWithPath: path))
            let journal = try await bench.journal()
            #expect(try bench.steps(journal) == JournalBench.steps.dropLast())
            try await JournalBench.append(.initializing, to: journal)
            #expect(try bench.steps(await bench.journal()) == JournalBench.steps.dropLast() + [.initializing])
        }
    }

    /// A crash can end the beginning anywhere, too: in the header, between it and the key, or in the key.
    @Test func startsAnewWhereItsBeginningIsNotWhole() async throws {
        _ = try await bench.journal()
        let text = Array(try bench.text.utf8)
        for end in stride(from: 0, to: text.count, by: 7) {
            try Data(text[..<end]).write(to: URL(fileURLWithPath: path))
            for _ in 0..<2 { #expect(try await bench.journal().orders(after: 0, limit: 9).isEmpty) }
            #expect(try bench.lines.count == 2)
        }
    }

    @Test(arguments: [
        JournalIdentity(provider: "juspay", host: "sandbox-api.iyzipay.com", keyFingerprint: "0a1b2c"),
        JournalIdentity(provider: "iyzico", host: "api.iyzipay.com", keyFingerprint: "0a1b2c"),
        JournalIdentity(provider: "iyzico", host: "sandbox-api.iyzipay.com", keyFingerprint: "0a1b2d"),
    ])
    func refusesAJournalOfAnotherOwner(_ other: JournalIdentity) async throws {
        _ = try await bench.write()
        let error = JournalError.otherIdentity(path: path, expected: other, found: JournalBench.identity)
        await #expect(throws: error) { try await bench.journal(identity: other) }
    }

    /// A file of somebody else's is left as it is, be it one line without its line break.
    @Test func changesNoFileThatIsNoJournal() async throws {
        let path = bench.folder.file("notes.txt")
        for text in ["my notes", "my notes\n", "{\"version\":9}\n"] {
            #expect(
                FileManager.default.createFile(
                    atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]))
            await #expect(throws: JournalError.badLine(path: path, line: 1)) {
                try await FileJournal(at: path, for: JournalBench.identity, secret: JournalBench.secret)
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
        await #expect(throws: JournalError.self) {
            try await FileJournal(
                at: bench.folder.path, for: JournalBench.identity, secret: JournalBench.secret)
        }
    }

    @Test func followsNoLink() async throws {
        _ = try await bench.write()
        let link = bench.folder.file("link")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        await #expect(throws: JournalError.self) {
            try await FileJournal(at: link, for: JournalBench.identity, secret: JournalBench.secret)
        }
    }

    /// A claim leaves no file behind, and a file left by an ended process is not a claim.
    @Test func locksByOrderAndLeavesNothingBehind() async throws {
        let journal = try await bench.write()
        let owner = LeaseOwner(token: "t", actor: "ayse")
        for _ in 0..<2 {
            guard case .claimed(let lease) = try journal.claim(JournalBench.payoutID, by: owner, for: .seconds(1))
            else {
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

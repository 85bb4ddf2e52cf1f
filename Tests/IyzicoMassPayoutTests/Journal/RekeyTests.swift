import Foundation
import IyzicoMassPayout
import KurusRuntime
import Testing

/// The journal's own key, and the secrets that it is wrapped under.
@Suite struct RekeyTests {
    static let rotated = JournalSecret(secretKey: "rotated", fingerprint: "0a1b2c")
    static let renewed = JournalSecret(secretKey: "renewed", fingerprint: "ffffff")

    let bench: JournalBench

    init() throws {
        bench = try JournalBench()
    }

    @Test func givesEveryJournalAKeyOfItsOwn() async throws {
        let keys = [try await bench.journal().key, try await JournalBench().journal().key]
        #expect(keys[0] != keys[1] && keys[0] != JournalBench.secret.firstVersionKey)
        #expect(try await bench.journal().key == keys[0])
    }

    /// Of another API key, and of the same one with another secret.
    @Test func refusesAnotherSecretAndTellsWhoseItIs() async throws {
        _ = try await bench.write()
        let text = try bench.text
        let other = JournalBench.identity.with(Self.renewed)
        let foreign = JournalError.otherIdentity(path: bench.path, expected: other, found: JournalBench.identity)
        await #expect(throws: foreign) { try await bench.journal(identity: other, secret: Self.renewed) }
        let rotated = JournalError.otherSecret(path: bench.path, fingerprint: "0a1b2c")
        await #expect(throws: rotated) { try await bench.journal(secret: Self.rotated) }
        #expect("\(foreign)".contains("0a1b2c") && "\(rotated)".contains("0a1b2c"))
        #expect(try bench.text == text)
    }

    @Test(arguments: [rotated, renewed])
    func wrapsTheKeyAnew(_ secret: JournalSecret) async throws {
        let journal = try await bench.write()
        let identity = JournalBench.identity.with(secret)
        // Twice, as after a run that ended before it could tell.
        for _ in 0..<2 {
            try await FileJournal.rekey(
                at: bench.path, for: JournalBench.identity, from: JournalBench.secret, to: secret)
            #expect(try bench.lines.count == JournalBench.lineCount + 1)
        }
        // Whoever has it open goes on, and so does the new secret.
        try await JournalBench.append(.ended([]), to: journal)
        let reopened = try await bench.journal(identity: identity, secret: secret)
        #expect(reopened.key == journal.key)
        #expect(try bench.steps(reopened)?.count == JournalBench.steps.count + 1)
        await #expect(throws: JournalError.self) { try await bench.journal() }
        // And back again.
        try await FileJournal.rekey(at: bench.path, for: identity, from: secret, to: JournalBench.secret)
        #expect(try await bench.journal().key == journal.key)
    }

    /// A crash leaves it to the old secret or to the new one.
    @Test func endsAnywhere() async throws {
        _ = try await bench.write()
        let before = try bench.lines
        try await FileJournal.rekey(
            at: bench.path, for: JournalBench.identity, from: JournalBench.secret, to: Self.renewed)
        let line = Array(try #require(bench.lines.last).utf8)
        let start = Array((before.joined(separator: "\n") + "\n").utf8)
        for end in stride(from: 0, through: line.count, by: 20) {
            try Data(start + line[..<end]).write(to: URL(fileURLWithPath: bench.path))
            #expect(try bench.steps(await bench.journal()) == JournalBench.steps)
            try await FileJournal.rekey(
                at: bench.path, for: JournalBench.identity, from: JournalBench.secret, to: Self.renewed)
            let identity = JournalBench.identity.with(Self.renewed)
            #expect(
                try bench.steps(await bench.journal(identity: identity, secret: Self.renewed)) == JournalBench.steps)
        }
    }

    @Test func changesNothingWithAWrongSecret() async throws {
        _ = try await bench.write()
        let text = try bench.text
        await #expect(throws: JournalError.otherSecret(path: bench.path, fingerprint: "0a1b2c")) {
            try await FileJournal.rekey(
                at: bench.path, for: JournalBench.identity, from: Self.rotated, to: Self.renewed)
        }
        #expect(try bench.text == text)
    }

    @Test func beginsNoJournal() async throws {
        await #expect(throws: JournalError.missing(path: bench.path)) {
            try await FileJournal.rekey(
                at: bench.path, for: JournalBench.identity, from: JournalBench.secret, to: Self.renewed)
        }
    }

    /// A key line whose bytes were changed opens nothing.
    @Test(arguments: ["salt", "wrapped", "check"])
    func findsAChangedKeyLine(_ member: String) async throws {
        _ = try await bench.write()
        let digit = try Regex(#""\#(member)":"."#)
        let changed = try bench.lines.map { line in
            line.replacing(digit) { String(line[$0.range].dropLast()) + (line[$0.range].hasSuffix("0") ? "1" : "0") }
        }
        try bench.overwrite(changed)
        await #expect(throws: JournalError.otherSecret(path: bench.path, fingerprint: "0a1b2c")) {
            try await bench.journal()
        }
    }

    @Test func tellsWhetherItIsInUse() async throws {
        let journal = try await bench.write()
        #expect(!FileJournal.isInUse(at: bench.path))
        let owner = LeaseOwner(token: "t", actor: "ayse")
        guard case .claimed(let lease) = try journal.claim(JournalBench.payoutID, by: owner, for: .seconds(1)) else {
            Issue.record("the payout is not free")
            return
        }
        #expect(FileJournal.isInUse(at: bench.path))
        journal.release(lease)
        #expect(!FileJournal.isInUse(at: bench.path))
    }
}

extension JournalSecret {
    init(secretKey: String, fingerprint: String) {
        self.init(secretKey: Secret(secretKey), fingerprint: fingerprint)
    }
}

extension JournalIdentity {
    /// The same journal under another secret.
    func with(_ secret: JournalSecret) -> JournalIdentity {
        JournalIdentity(provider: provider, host: host, keyFingerprint: secret.fingerprint)
    }
}

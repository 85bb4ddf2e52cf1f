import Foundation
import IyzicoMassPayout
import KurusRuntime
import Testing

/// Whatever is changed in a journal's file is seen, and where.
@Suite struct JournalChainTests {
    let bench: JournalBench

    init() throws {
        bench = try JournalBench()
    }

    @Test func holdsTimeActorAndCodeOfEveryLine() async throws {
        _ = try await bench.write()
        let lines = try bench.lines
        #expect(lines.count == JournalBench.lineCount)
        for line in lines.dropFirst() {
            #expect(line.contains(#""time":"2027-01-15T08:00:00.125Z","actor":"ayse@office""#), "\(line)")
            #expect(line.contains(/,"chain":"[0-9a-f]{64}"}$/), "\(line)")
        }
    }

    @Test(arguments: 3...JournalBench.lineCount)
    func findsAChangedLine(_ number: Int) async throws {
        _ = try await bench.write()
        var lines = try bench.lines
        lines[number - 1] = lines[number - 1].replacing("\"id\":\"2026-11", with: "\"id\":\"2026-12")
        try bench.overwrite(lines)
        await #expect(throws: JournalError.changed(path: bench.path, line: number)) { try await bench.journal() }
    }

    @Test func findsAFlippedDigitOfAnAmount() async throws {
        _ = try await bench.write()
        let changed = try bench.lines.map { $0.replacing(#""amount":10"#, with: #""amount":11"#) }
        try bench.overwrite(changed)
        await #expect(throws: JournalError.changed(path: bench.path, line: 3)) { try await bench.journal() }
    }

    @Test(arguments: 3..<JournalBench.lineCount)
    func findsAMissingLine(_ number: Int) async throws {
        _ = try await bench.write()
        var lines = try bench.lines
        lines.remove(at: number - 1)
        try bench.overwrite(lines)
        await #expect(throws: JournalError.changed(path: bench.path, line: number)) { try await bench.journal() }
    }

    /// A copy of another line, or one without a code.
    @Test(arguments: 3...JournalBench.lineCount, [true, false])
    func findsAnInsertedLine(_ number: Int, isCopy: Bool) async throws {
        _ = try await bench.write()
        var lines = try bench.lines
        lines.insert(isCopy ? lines[4] : #"{"entry":"initializing","id":"2026-11-1"}"#, at: number - 1)
        try bench.overwrite(lines)
        // A copy behind its original is only seen at itself.
        let found = isCopy && number == 5 ? 6 : number
        await #expect(throws: JournalError.changed(path: bench.path, line: found)) { try await bench.journal() }
    }

    @Test func findsLinesInAnotherSequence() async throws {
        _ = try await bench.write()
        var lines = try bench.lines
        lines.swapAt(4, 5)
        try bench.overwrite(lines)
        await #expect(throws: JournalError.changed(path: bench.path, line: 5)) { try await bench.journal() }
    }

    /// It cannot be seen, which the documentation admits; what is left is used as it is.
    @Test func cannotSeeThatTheLastLineWasCutOff() async throws {
        _ = try await bench.write()
        try bench.overwrite(try bench.lines.dropLast())
        #expect(try bench.steps(await bench.journal()) == JournalBench.steps.dropLast())
    }

    /// A line that goes bad while the journal is open is an error from then on.
    @Test func findsALineThatComesLater() async throws {
        let journal = try await bench.write()
        let file = try #require(FileHandle(forWritingAtPath: bench.path))
        try file.seekToEnd()
        try file.write(contentsOf: Data("{\"entry\":\"initializing\",\"id\":\"2026-11-1\"}\n".utf8))
        let error = JournalError.changed(path: bench.path, line: JournalBench.lineCount + 1)
        for _ in 0..<2 { #expect(throws: error) { try journal.payout(JournalBench.payoutID) } }
        await #expect(throws: error) { try await JournalBench.append(.initializing, to: journal) }
    }

    @Test func printsNoKey() async throws {
        let journal = try await bench.write()
        let key = Hexadecimal.text(journal.key.bytes)
        #expect(!(try bench.text).contains(key))
        var text = "\(journal.key) \(String(reflecting: journal.key)) \(JournalBench.secret)"
        dump(journal.key, to: &text)
        dump(JournalBench.secret, to: &text)
        #expect(!text.contains(key) && !text.contains("sandbox-secret"))
    }
}

import ClientGenerator
import SourceText
import SpecDiagnostics
import SpecDiff
import SpecPipeline
import SpecTestSupport
import Testing

/// The source level of a change is the compiler's verdict on programs that were written for the base.
@Suite struct SourceVerdictTests {
    @Test(arguments: VerdictRow.all)
    func isWhatTheCompilerSays(_ row: VerdictRow) async throws {
        let proof = try await CompilerProof.all.value
        let number = try #require(VerdictRow.all.firstIndex { $0.description == row.description })
        let programs = ProofProgram.all(of: row, number: number)
        let expected = [row.outcome] + row.others.map(\.outcome)
        for (program, outcome) in zip(programs, expected) {
            let before = try #require(proof.ofBase(program))
            #expect(before.outcome == .compiles, "of the base: \(before.text)")
            let after = try #require(proof.ofRevision(number, program))
            #expect(after.outcome == outcome, "\(after.text)\n\(program.source)")
        }
        let changes = try Self.changes(row)
        #expect(changes.map(\.level).max() ?? .none == row.level, "\(changes.map(\.text))")
    }

    /// A program that uses everything does not compile with a revision that breaks something, and with no other.
    @Test(arguments: VerdictRow.all)
    func holdsForEveryUse(_ row: VerdictRow) async throws {
        let proof = try await CompilerProof.all.value
        let number = try #require(VerdictRow.all.firstIndex { $0.description == row.description })
        let program = try ProofProgram.exhaustive()
        let before = try #require(proof.ofBase(program))
        #expect(before.outcome == .compiles, "of the base: \(before.text)")
        let after = try #require(proof.ofRevision(number, program))
        #expect((after.outcome == .fails) == (row.level == .breaking), "\(after.text)")
        #expect(after.outcome != .warns || row.level == .warning, "\(after.text)")
    }

    /// The message and location of each change. KURUS_RECORD=1 writes the expectation anew.
    @Test func saysWhatHappensToCode() throws {
        let text = try VerdictRow.all.map { row in
            let lines = try Self.changes(row).map { "  \($0.text)\n" }
            return "\(row.description)\n\(lines.joined())"
        }.joined(separator: "\n")
        let fixture = try #require(Fixture.all(in: "").first { $0.name == "SourceVerdicts" })
        #expect(try text == fixture.expected("expected.txt", recording: text))
    }

    /// Base and revision exchanged: every change is found the other way round. Calls of an initializer are compared with
    /// the initializer that fits them best, which has a direction: both ways name the same types.
    @Test(arguments: VerdictRow.all)
    func findsTheMirrorImage(_ row: VerdictRow) throws {
        let base = try #require(SampleClient.pipeline([]).read(.comparing).declarations)
        let revision = try #require(SampleClient.pipeline(row.edits).read(.comparing).declarations)
        let there = DeclarationComparison.changes(from: base, to: revision)
        let back = DeclarationComparison.changes(from: revision, to: base)
        let forth = there.filter { $0.initializedType == nil }.map { [$0.was, $0.now] }
        let home = back.filter { $0.initializedType == nil }.map { [$0.now, $0.was] }
        #expect(Set(forth) == Set(home))
        #expect(Set(there.compactMap(\.initializedType)) == Set(back.compactMap(\.initializedType)))
        #expect(DeclarationComparison.changes(from: revision, to: revision).isEmpty)
    }

    private static func changes(_ row: VerdictRow) throws -> [DeclarationChange] {
        let base = try SampleClient.pipeline([]).read(.comparing).declarations
        let revision = try SampleClient.pipeline(row.edits).read(.comparing).declarations
        return DeclarationComparison.changes(from: try #require(base), to: try #require(revision))
    }
}

extension DeclarationChange {
    /// The type whose initializer it is about; nil for another declaration.
    fileprivate var initializedType: Substring? {
        name.firstRange(of: ".init(").map { name[..<$0.lowerBound] }
    }

    /// The level, the places, the name and the effect.
    fileprivate var text: String {
        let places = [base, revision].map { $0.map { "\($0.word)" } ?? "-" }.joined(separator: " → ")
        return "\(level.word): \(name): \(effect) [\(places)]"
    }
}

extension SpecDiagnostics.SourceLocation {
    /// The text there, shortened.
    fileprivate var word: String {
        String(decoding: file.bytes.dropFirst(offset).prefix(16), as: UTF8.self)
    }
}

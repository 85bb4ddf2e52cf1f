import Foundation
import KurusGenerating
import SourceText
import SpecDiagnostics
import SpecTree
import Testing

@testable import kurus

/// `kurus changelog` over real histories.
struct ChangelogCommandTests {
    /// A page that appears, is renamed in, breaks, is mended and is merged.
    private func history() throws -> TestRepository {
        let made = try TestRepository(["README.md": "Nothing yet\n"])
        for (name, text) in SamplePages.bank() { try made.folder.write(text, to: name) }
        try made.commit("Add a bank", on: "2026-02-01")
        try made.folder.write(SamplePages.balance(property: "total"), to: "specs/bank/balance.md")
        try made.commit("Rename *amount*", on: "2026-02-02")
        try made.folder.write("Other\n", to: "README.md")
        try made.commit("Say something else", on: "2026-02-03")
        try made.folder.write("{", to: "specs/bank/kurus.json")
        try made.commit("Break it", on: "2026-02-04")
        try made.folder.write(SamplePages.configuration(), to: "specs/bank/kurus.json")
        try made.commit("Mend it", on: "2026-02-05")
        return made
    }

    /// The ids of the commits, of which no test can know the spelling.
    private func plain(_ text: String) -> String {
        text.replacing(/\b[0-9a-f]{40}\b/, with: "ID").replacing(/\b[0-9a-f]{10}\b/, with: "id")
    }

    @Test func saysWhatEachCommitChanges() async throws {
        let outcome = await (try history()).kurus("changelog")
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
        let entries = plain(outcome.output).components(separatedBy: "\n\n").map { $0.components(separatedBy: "\n") }
        #expect(
            entries.map { $0[0] } == [
                "2026-02-05 id Mend it", "2026-02-04 id Break it", "2026-02-02 id Rename *amount*",
                "2026-02-01 id Add a bank",
            ])
        #expect(entries[0][1].hasPrefix("    cannot be compared: ID:specs/bank/kurus.json:1:2: error: "))
        #expect(entries[1][1].hasPrefix("    cannot be compared: ID:specs/bank/kurus.json:1:2: error: "))
        #expect(entries[2][1].hasPrefix("    BankAPI: wire "))
        #expect(entries[2][2...].contains { $0.hasPrefix("      - wire ") && $0.contains("amount") })
        #expect(
            entries[3][1...3] == [
                "    BankAPI: wire none, source info",
                "      - wire none, source info: module `BankAPI`: the client is new", "",
            ])
    }

    @Test func takesARangeAndAPath() async throws {
        let made = try history()
        let range = await made.kurus("changelog", "HEAD~4..HEAD~3", "--", "specs/bank")
        #expect(range.output.contains("Rename") && !range.output.contains("Mend"), "\(range)")
        let since = await made.kurus("changelog", "HEAD~1")
        #expect(since.output.contains("Mend") && !since.output.contains("Break"), "\(since)")
        #expect(await made.kurus("changelog", "--", "HEAD", "none").output == "no commit touches none\n")
    }

    /// A version and a name of a page are text, whatever they hold.
    @Test func keepsMarkupOfPagesFromWorking() async throws {
        let made = try TestRepository(SamplePages.bank())
        try made.folder.write(
            SamplePages.balance(property: "a` <img> `b")
                .replacing(#""version": "1""#, with: #""version": "2 <b>\n## Released""#), to: "specs/bank/balance.md")
        try made.commit("Change")
        let outcome = await made.kurus("changelog", "--format", "markdown", "HEAD~1..")
        #expect(outcome.output.contains("1 → 2 &lt;b&gt;␊"), "\(outcome)")
        #expect(outcome.output.contains("`a` &lt;img&gt; `b`") && !outcome.output.contains("<img>"), "\(outcome)")
    }

    /// A word alone that git knows no revision by, on the disk or no longer there.
    @Test(arguments: ["specs/bank", "README.md", "specs/bank/balance.md"])
    func takesAPathAlone(_ path: String) async throws {
        let made = try history()
        try made.folder.files.remove("specs/bank/balance.md")
        let outcome = await made.kurus("changelog", "--", path)
        #expect(outcome == (await made.kurus("changelog", "HEAD", "--", path)) && outcome.status == 0, "\(outcome)")
        #expect(!outcome.output.hasPrefix("no commit"), "\(outcome)")
        #expect(await made.kurus("changelog", "--", "none").status == 3)
    }

    /// A merge shows the changes of a branch at once.
    @Test func showsAMergeAsOneChange() async throws {
        let made = try TestRepository(SamplePages.bank())
        try made.git("checkout", "--quiet", "-b", "topic")
        try made.folder.write(SamplePages.balance(property: "total"), to: "specs/bank/balance.md")
        try made.commit("Step on the branch")
        try made.git("checkout", "--quiet", "main")
        try made.folder.write("x", to: "other.txt")
        try made.commit("Elsewhere")
        try made.git("merge", "--quiet", "--no-ff", "-m", "Merge topic", "topic")
        let outcome = await made.kurus("changelog", "HEAD~2..")
        #expect(outcome.output.contains("Merge topic") && !outcome.output.contains("Step"), "\(outcome)")
        #expect(outcome.output.contains("BankAPI: wire "), "\(outcome)")
    }

    @Test func writesAPage() async throws {
        let outcome = await (try history()).kurus("changelog", "--format", "markdown", "HEAD~4..HEAD~3")
        let text = plain(outcome.output)
        #expect(
            text.hasPrefix("# Changes of specs\n\n## 2026-02-02 Rename \\*amount\\* (id)\n\nBankAPI: wire "), "\(text)")
        #expect(text.contains("\n- wire "))
    }

    @Test func writesForAMachine() async throws {
        let outcome = await (try history()).kurus("changelog", "--format", "json", "HEAD~5..")
        #expect(outcome.output.hasPrefix(#"{"version":1,"commits":["#))
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "", bytes: Array(outcome.output.utf8))
        let root = try #require(JSONNode.read(file, diagnostics: &diagnostics))
        let commits = try #require(root["commits"]?.elements)
        #expect(commits.map { $0["subject"]?.string } == ["Mend it", "Break it", "Rename *amount*", "Add a bank"])
        #expect(commits[2]["clients"]?.elements?.map { $0["module"]?.string } == ["BankAPI"])
        #expect(commits.map { $0["errors"]?.elements?.count } == [1, 1, 0, 0])
    }

    @Test func saysThatAHistoryIsCutOff() async throws {
        let made = try history()
        let clone = try TestFolder()
        try made.git("clone", "--quiet", "--depth=1", "file://" + made.folder.path, clone.path + "/clone")
        let outcome = await Outcome.of(["changelog"], in: clone.path + "/clone") { context in
            context.environment = TestRepository.environment
        }
        #expect(outcome.status == 0 && outcome.output.contains(Repository.shallowAdvice), "\(outcome)")
    }

    @Test func saysWhatGitDoesNotKnow() async throws {
        let made = try TestRepository(["x.md": "x"])
        let outcome = await made.kurus("changelog", "nope..HEAD")
        #expect(
            outcome
                == Outcome(
                    status: 3, errors: "nope..HEAD: error: git: fatal: bad revision 'nope..HEAD' [unreadable-file]\n"))
        let outside = await (try TestFolder()).kurus("changelog")
        #expect(outside.status == 3 && outside.errors.contains("git: "), "\(outside)")
    }
}

import Foundation
import Testing

@testable import kurus

/// `kurus diff --git-driver`, as git calls it and by itself.
struct GitDriverTests {
    private static let rates = """
        # Rates

        ```json
        {"openapi": "3.0.3", "info": {"title": "Rates of the day", "version": "7"}, "paths": {}}
        ```

        """

    private func repository() throws -> TestRepository {
        let made = try TestRepository([
            "specs/bank/balance.md": SamplePages.balance(), "specs/bank/-new page.md": SamplePages.ping,
            "notes.txt": "one\n", ".gitattributes": "*.md diff=kurus\n",
        ])
        try made.git("config", "diff.kurus.command", "'\(BuiltProgram.path)' diff --git-driver --")
        return made
    }

    @Test func showsPagesInGitDiff() throws {
        let made = try repository()
        try made.folder.write(SamplePages.balance(property: "total"), to: "specs/bank/balance.md")
        try made.folder.write("two\n", to: "notes.txt")
        let text = try made.git("diff", "--ext-diff")
        #expect(text.contains("a/specs/bank/balance.md → b/specs/bank/balance.md"), "\(text)")
        #expect(text.contains("a/specs/bank/balance.md:9:") && text.contains("b/specs/bank/balance.md:9:"), "\(text)")
        #expect(text.contains("+two"), "\(text)")
    }

    /// Whatever is committed: a new, a removed, a renamed and a broken page, and one that is prose.
    @Test func showsEveryKindOfChange() throws {
        let made = try repository()
        try made.folder.write(Self.rates, to: "specs/bank/new.md")
        try made.git("rm", "--quiet", "--", "specs/bank/-new page.md")
        try made.git("mv", "specs/bank/balance.md", "specs/bank/moved.md")
        try made.folder.write(SamplePages.balance(property: "total"), to: "specs/bank/moved.md")
        try made.folder.write("# Only words\n", to: "specs/guide.md")
        try made.git("add", "--all")
        let text = try made.git("diff", "--ext-diff", "--cached", "-M").replacing("\n", with: " ")
        #expect(text.contains("b/specs/bank/new.md is new "), "\(text)")
        #expect(text.contains("a/specs/bank/-new page.md is gone "), "\(text)")
        #expect(text.contains("b/specs/guide.md is new "), "\(text)")
        #expect(!text.contains("Nothing is different"), "\(text)")
        #expect(text.contains("a/specs/bank/-new page.md → b/specs/bank/-new page.md"), "\(text)")
        #expect(text.contains("a/specs/bank/balance.md → b/specs/bank/moved.md"), "\(text)")
    }

    @Test func showsWhatCannotBeReadAndGoesOn() throws {
        let made = try repository()
        try made.folder.write("```json\n{\"openapi\": \"3.0.3\"\n```\n", to: "specs/bank/-new page.md")
        try made.folder.write(SamplePages.balance(property: "total"), to: "specs/bank/balance.md")
        let text = try made.git("diff", "--ext-diff")
        #expect(text.contains("b/specs/bank/-new page.md:3:1: error: "), "\(text)")
        #expect(text.contains("a/specs/bank/balance.md → b/specs/bank/balance.md"), "\(text)")
    }

    @Test func saysThatAPageIsNotMerged() async throws {
        let folder = try TestFolder()
        #expect(
            await folder.kurus("diff", "--git-driver", "--", "specs/a.md")
                == Outcome(status: 0, output: "specs/a.md is not merged\n"))
    }

    /// A breaking change is not a failure of the driver.
    @Test func endsWithStatus0() async throws {
        let folder = try TestFolder(["old.md": SamplePages.balance(), "new.md": SamplePages.ping])
        let words = ["specs/a.md", "old.md", "1234567", "100644", "new.md", "89abcde", "100644"]
        let outcome = await folder.kurus(["diff", "--git-driver", "--"] + words)
        #expect(outcome.status == 0 && outcome.output.contains("a/specs/a.md → b/specs/a.md"), "\(outcome)")
        let gone = await folder.kurus(["diff", "--git-driver", "--"] + words.map { $0 == "new.md" ? "gone.md" : $0 })
        #expect(gone.status == 0 && gone.output.hasPrefix("b/specs/a.md: error: "), "\(gone)")
    }
}

@testable import KurusGenerating
import Testing

@testable import kurus

struct GlobTests {
    static let names = [
        "a.md", "b.md", "B.md", "é.md", "c.json", ".hidden.md", "en/a.md", "en/deep/b.md", "en/deep/er/c.md", "tr/a.md",
        "tr/.git/d.md", "x*y.md",
    ]

    @Test(arguments: [
        ("*.md", ["B.md", "a.md", "b.md", "x*y.md", "é.md"]),
        ("./*.json", ["c.json"]),
        ("a.md", ["a.md"]),
        ("none.md", []),
        ("*/a.md", ["en/a.md", "tr/a.md"]),
        ("**/a.md", ["a.md", "en/a.md", "tr/a.md"]),
        ("en/**", ["en/a.md", "en/deep/b.md", "en/deep/er/c.md"]),
        ("en/**/*.md", ["en/a.md", "en/deep/b.md", "en/deep/er/c.md"]),
        ("en/**/**/c.md", ["en/deep/er/c.md"]),
        ("**/de*/*.md", ["en/deep/b.md"]),
        ("tr/../e*/*.md", ["en/a.md"]),
        (".*.md", [".hidden.md"]),
        ("*d*n*.md", []),
        ("**/.git/*.md", ["tr/.git/d.md"]),
        ("*", ["B.md", "a.md", "b.md", "c.json", "x*y.md", "é.md"]),
        ("en", []),
        ("a.md/*", []),
        ("a*.md*", ["a.md"]),
    ])
    func finds(_ pattern: String, _ expected: [String]) throws {
        let folder = try TestFolder(Dictionary(uniqueKeysWithValues: Self.names.map { ($0, "") }))
        #expect(try Glob(pattern).files(in: folder.files) == expected)
    }

    @Test func findsAbsolutePaths() throws {
        let folder = try TestFolder(["a.md": "", "b/a.md": ""])
        let path = PathText.normalized(folder.path)
        #expect(try Glob(path + "/*/*.md").files(in: folder.files) == [path + "/b/a.md"])
    }

    @Test func endsInLoopsOfLinks() throws {
        let folder = try TestFolder(["en/a.md": ""])
        try folder.link("en/loop", to: ".")
        try folder.link("en/up", to: "..")
        try folder.link("en/self", to: "self")
        #expect(try Glob("**/*.md").files(in: folder.files) == ["en/a.md"])
        // A single step follows a link, as a path would.
        #expect(try Glob("en/*/a.md").files(in: folder.files) == ["en/loop/a.md"])
    }

    @Test func findsLinksToFilesAndLinksThatLeadNowhere() throws {
        let folder = try TestFolder(["a.txt": ""])
        try folder.link("b.md", to: "a.txt")
        try folder.link("c.md", to: "gone.txt")
        #expect(try Glob("*.md").files(in: folder.files) == ["b.md", "c.md"])
    }
}

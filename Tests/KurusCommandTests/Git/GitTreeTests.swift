import Foundation
@testable import KurusGenerating
import Testing

@testable import kurus

/// A revision of git as a tree of files.
struct GitTreeTests {
    private func repository(in folder: TestFolder) throws -> Repository {
        try Repository(Git(workingDirectory: folder.path, environment: TestRepository.environment))
    }

    private func tree(_ made: TestRepository, _ revision: String = "HEAD") throws -> GitTree {
        try repository(in: made.folder).tree(of: revision)
    }

    @Test func readsWhatWasCommitted() throws {
        let made = try TestRepository(["specs/bank/a.md": "old", "specs/ödeme planı.md": "name", "top.md": "top"])
        try made.folder.write("new", to: "specs/bank/a.md")
        let tree = try tree(made)
        #expect(try tree.read("specs/bank/a.md") == Array("old".utf8))
        #expect(try tree.read("./specs/../specs/bank/a.md") == Array("old".utf8))
        #expect(try tree.names(in: "specs") == ["bank", "ödeme planı.md"])
        #expect(try tree.names(in: ".") == ["specs", "top.md"])
        #expect(tree.kind(of: "specs") == .directory)
        #expect(tree.kind(of: "specs/bank/a.md") == .file)
        #expect(tree.kind(of: "specs/bank/b.md") == nil)
        #expect(tree.kind(of: "specs/bank/a.md/x") == nil)
        #expect(tree.shown("specs/bank/a.md") == "HEAD:specs/bank/a.md")
    }

    @Test func findsFilesByPatterns() throws {
        let made = try TestRepository(["specs/b/kurus.json": "{}", "specs/a/kurus.json": "{}", "specs/a/en/x.md": "x"])
        let tree = try tree(made)
        #expect(try Glob("specs/*/kurus.json").files(in: tree) == ["specs/a/kurus.json", "specs/b/kurus.json"])
        #expect(try Glob("specs/**/*.md").files(in: tree) == ["specs/a/en/x.md"])
    }

    @Test func followsLinksInsideTheRevision() throws {
        let folder = try TestFolder(["real/page.md": "page", "a/b/note.md": "note"])
        try folder.link("page.md", to: "real/page.md")
        try folder.link("folder", to: "./real")
        try folder.link("a/up.md", to: "../real/../page.md")
        try folder.link("gone.md", to: "nowhere.md")
        let made = try TestRepository(in: folder)
        let tree = try tree(made)
        for path in ["page.md", "folder/page.md", "a/up.md"] {
            #expect(try tree.read(path) == Array("page".utf8), "\(path)")
            #expect(tree.kind(of: path) == .file)
        }
        #expect(tree.isSymbolicLink("page.md") && !tree.isSymbolicLink("real/page.md"))
        #expect(try tree.names(in: "folder") == ["page.md"])
        #expect(tree.kind(of: "gone.md") == nil && tree.isSymbolicLink("gone.md"))
    }

    @Test(arguments: [
        ("../outside.md", "The path leads out of the revision"),
        ("/etc/hostname", "The path leads out of the revision"),
        ("loop.md", "Too many levels of symbolic links"), ("missing.md", "No such file or directory"),
    ])
    func refusesLinksThatLeadNowhere(_ target: String, _ reason: String) throws {
        let folder = try TestFolder(["x.md": "x"])
        try folder.link("loop.md", to: target)
        let tree = try tree(try TestRepository(in: folder))
        #expect(performing: { try tree.read("loop.md") }, throws: { ($0 as? FileSystem.Failure)?.reason == reason })
    }

    @Test func saysThatASubmoduleIsElsewhere() throws {
        let made = try TestRepository(["x.md": "x"])
        let id = try made.git("rev-parse", "HEAD").trimmingCharacters(in: .whitespacesAndNewlines)
        try made.git("update-index", "--add", "--cacheinfo", "160000,\(id),specs/bank")
        try made.git("commit", "--quiet", "-m", "Add a submodule")
        let tree = try tree(made)
        #expect(tree.kind(of: "specs/bank") == .directory)
        let reason = "specs/bank is a submodule: its files are in another repository"
        #expect(
            performing: { try tree.names(in: "specs/bank") }, throws: { ($0 as? FileSystem.Failure)?.reason == reason })
    }

    @Test func readsWhatIsStaged() throws {
        let made = try TestRepository(["a/x.md": "old", "b.md": "b"])
        try made.folder.write("staged", to: "a/x.md")
        try made.git("add", "a/x.md")
        try made.folder.write("on the disk", to: "a/x.md")
        let index = try repository(in: made.folder).index()
        #expect(try index.read("a/x.md") == Array("staged".utf8))
        #expect(index.shown("a/x.md") == ":a/x.md")
    }

    @Test func saysWhatIsNotMerged() throws {
        let made = try TestRepository(["a.md": "one\n"])
        try made.git("checkout", "--quiet", "-b", "other")
        try made.folder.write("two\n", to: "a.md")
        try made.commit("Two")
        try made.git("checkout", "--quiet", "main")
        try made.folder.write("three\n", to: "a.md")
        try made.commit("Three")
        #expect(throws: TestRepository.GitFailure.self) { try made.git("merge", "--quiet", "other") }
        let index = try repository(in: made.folder).index()
        let reason = "It is not merged: the index has several versions of it"
        #expect(performing: { try index.read("a.md") }, throws: { ($0 as? FileSystem.Failure)?.reason == reason })
    }

    /// Configuration that changes what git prints changes nothing here.
    @Test func isNotMisledByConfiguration() throws {
        let made = try TestRepository(["specs/ö.md": "text"])
        for setting in [
            ["core.quotePath", "true"], ["core.pager", "false"], ["color.ui", "always"], ["diff.external", "false"],
            ["log.showSignature", "true"], ["log.date", "relative"], ["format.pretty", "oneline"],
        ] {
            try made.git("config", setting[0], setting[1])
        }
        let repository = try repository(in: made.folder)
        #expect(try repository.tree(of: "HEAD").read("specs/ö.md") == Array("text".utf8))
        let commits = try repository.commits(in: "HEAD", touching: "specs")
        #expect(commits.map { [$0.date, $0.subject, $0.parent ?? "none"] } == [["2026-01-01", "Begin", "none"]])
    }

    @Test(arguments: ["--output=x", "-p"])
    func takesNoRevisionForAnOption(_ revision: String) throws {
        let made = try TestRepository(["x.md": "x"])
        let repository = try repository(in: made.folder)
        let dashed: @Sendable (any Error) -> Bool = {
            ($0 as? Git.Failure)?.reason == "a revision does not begin with a dash"
        }
        #expect(performing: { try repository.tree(of: revision) }, throws: dashed)
        #expect(performing: { try repository.commits(in: revision, touching: ".") }, throws: dashed)
        #expect(made.folder.allFiles().contains("x.md") && !made.folder.allFiles().contains("x"))
    }

    @Test func saysThatGitIsNotInstalled() throws {
        let folder = try TestFolder(["x.md": "x"])
        let git = Git(workingDirectory: folder.path, environment: ["PATH": folder.path])
        #expect(
            performing: { try git.run(["version"]) },
            throws: { ($0 as? Git.Failure)?.reason == "git is not installed: no folder of PATH has it" })
    }

    /// Output larger than a pipe must not block git.
    @Test func takesMuchOutputAndManyWords() throws {
        let text = String(repeating: "0123456789abcdef\n", count: 60_000)
        let made = try TestRepository(["large.md": text])
        #expect(try tree(made).read("large.md") == Array(text.utf8))
    }

    @Test func findsPathsFromASubfolder() throws {
        let made = try TestRepository(["tools/x.md": "x", "specs/a.md": "a"])
        let path = made.folder.path + "/tools"
        let repository = try Repository(Git(workingDirectory: path, environment: TestRepository.environment))
        #expect(repository.location.pathFromRoot("x.md") == "tools/x.md")
        #expect(repository.location.pathFromRoot("../specs") == "specs")
        #expect(repository.location.pathFromRoot("../../other") == nil)
        #expect(repository.location.pathFromWorkingDirectory("tools/x.md") == "x.md")
        #expect(repository.location.pathFromWorkingDirectory("specs/a.md") == "../specs/a.md")
        #expect(try repository.index().read("specs/a.md") == Array("a".utf8))
    }
}

import Foundation
import KurusGenerating
import Testing

@testable import kurus

/// The meaning of the operands of `kurus diff`.
struct InputFinderTests {
    private func repository() throws -> TestRepository {
        let made = try TestRepository([
            "specs/bank/a.md": "a", "main:specs": "a name with a colon", "page.md": "p", "gone.md": "g",
        ])
        try made.git("tag", "v1")
        try made.folder.write("b", to: "specs/bank/a.md")
        try made.commit("Second")
        try made.folder.files.remove("gone.md")
        return made
    }

    private func names(_ operands: [String], in folder: String) throws -> [String] {
        let git = Git(workingDirectory: folder, environment: TestRepository.environment)
        var finder = InputFinder(files: FileSystem(workingDirectory: folder), git: git)
        let inputs = try finder.inputs(operands)
        return [inputs.base.name, inputs.revision.name]
    }

    @Test(arguments: [
        ([], ["HEAD:specs", "specs"]),
        (["specs/bank"], ["HEAD:specs/bank", "specs/bank"]),
        (["./page.md"], ["HEAD:page.md", "page.md"]),
        (["v1"], ["v1:specs", "specs"]),
        (["v1:specs/bank"], ["v1:specs/bank", "specs/bank"]),
        (["v1:"], ["v1:.", "."]),
        (["v1..HEAD"], ["v1:specs", "HEAD:specs"]),
        (["v1.."], ["v1:specs", "HEAD:specs"]),
        ([":specs"], [":specs", "specs"]),
        (["v1:specs", "HEAD:specs"], ["v1:specs", "HEAD:specs"]),
        (["v1", "HEAD~0"], ["v1:specs", "HEAD~0:specs"]),
        (["page.md", "v1:page.md"], ["page.md", "v1:page.md"]),
        (["v1:page.md", "./gone.md"], ["v1:page.md", "gone.md"]),
        // The path is on the disk.
        (["main:specs"], ["HEAD:main:specs", "main:specs"]),
        (["HEAD:specs", "main:specs"], ["HEAD:specs", "main:specs"]),
        (["main:./specs"], ["main:specs", "specs"]),
        // It is gone from the disk, and HEAD has it.
        (["gone.md"], ["HEAD:gone.md", "gone.md"]),
        (["./gone.md"], ["HEAD:gone.md", "gone.md"]),
    ])
    func findsInputs(_ operands: [String], _ expected: [String]) throws {
        let made = try repository()
        #expect(try names(operands, in: made.folder.path) == expected)
    }

    /// Inside the repository it is what git knows by its path from the root.
    @Test func findsAnAbsolutePathInTheRepository() throws {
        let made = try repository()
        let page = made.folder.path + "/specs/bank/a.md"
        for folder in ["", "/specs", "/specs/bank"] {
            #expect(try names([page], in: made.folder.path + folder) == ["HEAD:specs/bank/a.md", page])
        }
        #expect(throws: InputFinder.Failure.self) { try names(["/"], in: made.folder.path) }
    }

    @Test(arguments: [
        (["./a.md"], ["HEAD:specs/bank/a.md", "a.md"]),
        (["v1:specs/bank"], ["v1:specs/bank", "."]),
        (["v1:page.md"], ["v1:page.md", "../../page.md"]),
        (["v1:./a.md"], ["v1:specs/bank/a.md", "a.md"]),
        (["v1:../../page.md", "a.md"], ["v1:page.md", "a.md"]),
        (["../../gone.md"], ["HEAD:gone.md", "../../gone.md"]),
    ])
    func findsInputsFromASubfolder(_ operands: [String], _ expected: [String]) throws {
        let made = try repository()
        #expect(try names(operands, in: made.folder.path + "/specs/bank") == expected)
    }

    /// The base is the merge base, not the tip of the first branch.
    @Test func findsWhereABranchBegan() throws {
        let made = try TestRepository(["specs/a.md": "a"])
        let fork = try made.git("rev-parse", "--short=12", "HEAD").trimmingCharacters(in: .whitespacesAndNewlines)
        try made.git("checkout", "--quiet", "-b", "topic")
        try made.folder.write("b", to: "specs/a.md")
        try made.commit("On the branch")
        try made.git("checkout", "--quiet", "main")
        try made.folder.write("c", to: "specs/a.md")
        try made.commit("On main")
        #expect(try names(["main...topic"], in: made.folder.path) == ["\(fork):specs", "topic:specs"])
    }

    @Test(arguments: [
        (["nope"], "nope", "there is no such file, and no such revision: fatal: Not a valid object name nope"),
        (["nope:specs"], "nope:specs", "git: fatal: Not a valid object name nope"),
        (["nope...HEAD"], "nope...HEAD", "git: fatal: Not a valid object name nope"),
        (["v1:/specs"], "v1:/specs", "a path in a revision begins at the repository's root, without a slash"),
        (["v1:../x"], "v1:../x", "the path leads out of the repository"),
        (["page.md", "-x:specs"], "-x:specs", "git: a revision does not begin with a dash"),
    ])
    func saysWhatMeansNothing(_ operands: [String], _ operand: String, _ reason: String) throws {
        let made = try repository()
        #expect {
            try names(operands, in: made.folder.path)
        } throws: { error in
            guard let failure = error as? InputFinder.Failure else { return false }
            return failure.operand == operand && failure.reason == reason
        }
    }

    @Test func saysThatThereIsNoRepository() throws {
        let folder = try TestFolder(["specs/a.md": "a"])
        #expect {
            try names([], in: folder.path)
        } throws: { error in
            let reason = (error as? InputFinder.Failure)?.reason ?? ""
            return reason.hasPrefix("git: fatal: not a git repository")
        }
    }

    /// Commits that a shallow clone lacks can be fetched.
    @Test func saysThatACloneIsShallow() throws {
        let made = try repository()
        let clone = try TestFolder()
        try made.git("clone", "--quiet", "--depth=1", "file://" + made.folder.path, clone.path + "/clone")
        #expect {
            try names(["HEAD~1"], in: clone.path + "/clone")
        } throws: { error in
            (error as? InputFinder.Failure)?.reason.hasSuffix("; " + Repository.shallowAdvice) ?? false
        }
    }
}

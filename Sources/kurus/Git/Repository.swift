/// The git repository around a working directory.
struct Repository {
    let git: Git
    let place: RepositoryPlace
    private let blobs: GitBlobs

    /// - Throws: When there is none, or git does not want to work with it.
    init(_ git: Git) throws(Git.Failure) {
        let lines = try git.lines(["rev-parse", "--show-prefix", "--show-cdup"])
        self.git = git
        place = RepositoryPlace(
            workingDirectory: git.workingDirectory, prefix: lines.first ?? "", upward: lines.dropFirst().first ?? "")
        blobs = GitBlobs(git)
    }

    /// The files of a revision: anything that git knows by that name and that has a tree.
    func tree(of revision: String) throws(Git.Failure) -> GitTree {
        guard !revision.hasPrefix("-") else { throw .dashed }
        do throws(Git.Failure) {
            let fields = try git.fields(["ls-tree", "-r", "-z", "--full-tree", revision])
            return GitTree(revision, entries: Self.entries(fields, Self.treeEntry), blobs: blobs)
        } catch {
            throw withAdvice(error.reason)
        }
    }

    /// The last commit that both sides of a range have, by an id that is short and that no other has.
    func mergeBase(of range: RevisionRange) throws(Git.Failure) -> String {
        for revision in [range.base, range.revision] where revision.hasPrefix("-") { throw .dashed }
        do throws(Git.Failure) {
            let ids = try git.lines(["merge-base", range.base, range.revision])
            return try git.lines(["rev-parse", "--short=12", ids.first ?? range.base]).first ?? range.base
        } catch {
            let none = "`\(range.base)` and `\(range.revision)` have no commit in common"
            throw withAdvice(error.isSilent ? none : error.reason)
        }
    }

    /// Whether git knows a commit by that name.
    func knows(_ revision: String) -> Bool {
        !revision.hasPrefix("-") && (try? git.run(["rev-parse", "--verify", "--quiet", revision + "^{commit}"])) != nil
    }

    /// Whether the last commit has anything at a path from the working directory.
    func headHas(_ path: String) -> Bool {
        guard let path = place.pathFromRoot(path), let tree = try? tree(of: "HEAD") else { return false }
        return tree.kind(of: path) != nil
    }

    /// What there is before the first commit.
    var nothing: GitTree {
        GitTree("nothing", entries: [:], blobs: blobs)
    }

    /// The files that are staged.
    func index() throws(Git.Failure) -> GitTree {
        let fields = try git.fields([
            "ls-files", "--stage", "-z", "--full-name", "--", place.upward.isEmpty ? "." : place.upward,
        ])
        return GitTree("", entries: Self.entries(fields, Self.indexEntry), blobs: blobs)
    }

    private func withAdvice(_ reason: String) -> Git.Failure {
        Git.Failure(reason: reason + (isShallow ? "; \(Self.shallowAdvice)" : ""))
    }

    /// Whether the beginning of the history is not here.
    var isShallow: Bool {
        (try? git.lines(["rev-parse", "--is-shallow-repository"])) == ["true"]
    }

    static let shallowAdvice =
        "this clone is shallow: `git fetch --unshallow` brings the rest of its history"

    private static func entries(
        _ fields: [String], _ entry: ([Substring]) -> GitTree.Entry?
    ) -> [String: GitTree.Entry] {
        var entries: [String: GitTree.Entry] = [:]
        for field in fields {
            let parts = field.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let entry = entry(parts[0].split(separator: " ")) else { continue }
            entries[String(parts[1])] = entry
        }
        return entries
    }

    /// `100644 blob ID`.
    private static func treeEntry(_ words: [Substring]) -> GitTree.Entry? {
        words.count == 3 ? entry(mode: words[0], id: words[2]) : nil
    }

    /// `100644 ID 0`: the last number is 0 for what is merged.
    private static func indexEntry(_ words: [Substring]) -> GitTree.Entry? {
        guard words.count == 3 else { return nil }
        return words[2] == "0" ? entry(mode: words[0], id: words[1]) : .unmerged
    }

    private static func entry(mode: Substring, id: Substring) -> GitTree.Entry {
        switch mode {
        case "120000": .link(id: String(id))
        case "160000": .submodule
        default: .file(id: String(id))
        }
    }
}

extension Git.Failure {
    /// git would take it for an option.
    static let dashed = Self(reason: "a revision does not begin with a dash")
}

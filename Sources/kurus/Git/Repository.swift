import KurusGenerating

/// The git repository around a working directory.
struct Repository {
    let git: Git
    let location: RepositoryLocation
    private let blobs: GitBlobs

    /// - Throws: A failure where there is no repository, or git refuses to use it.
    init(_ git: Git) throws(Git.Failure) {
        let lines = try git.lines(["rev-parse", "--show-prefix", "--show-cdup"])
        self.git = git
        location = RepositoryLocation(
            workingDirectory: git.workingDirectory, prefix: lines.first ?? "", upward: lines.dropFirst().first ?? "")
        blobs = GitBlobs(git)
    }

    /// Returns the files of a revision, which may be any name of a tree or a commit.
    func tree(of revision: String) throws(Git.Failure) -> GitTree {
        guard !revision.hasPrefix("-") else { throw .dashed }
        do throws(Git.Failure) {
            let fields = try git.fields(["ls-tree", "-r", "-z", "--full-tree", revision])
            return GitTree(revision, entries: Self.entries(fields, Self.treeEntry), blobs: blobs)
        } catch {
            throw withAdvice(error.reason)
        }
    }

    /// Returns the merge base of a range as a short unique id.
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

    /// Whether git knows a commit of that name.
    func knows(_ revision: String) -> Bool {
        !revision.hasPrefix("-") && (try? git.run(["rev-parse", "--verify", "--quiet", revision + "^{commit}"])) != nil
    }

    /// Whether HEAD has anything at a path relative to the working directory.
    func headHas(_ path: String) -> Bool {
        guard let path = location.pathFromRoot(path), let tree = try? tree(of: "HEAD") else { return false }
        return tree.kind(of: path) != nil
    }

    /// The empty tree before the first commit.
    var nothing: GitTree {
        GitTree("nothing", entries: [:], blobs: blobs)
    }

    /// The staged files.
    func index() throws(Git.Failure) -> GitTree {
        let fields = try git.fields([
            "ls-files", "--stage", "-z", "--full-name", "--", location.upward.isEmpty ? "." : location.upward,
        ])
        return GitTree("", entries: Self.entries(fields, Self.indexEntry), blobs: blobs)
    }

    private func withAdvice(_ reason: String) -> Git.Failure {
        Git.Failure(reason: reason + (isShallow ? "; \(Self.shallowAdvice)" : ""))
    }

    /// Whether the clone is shallow.
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

    /// `100644 ID 0`: the last number is 0 for merged files.
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
    /// git would take such a name for an option.
    static let dashed = Self(reason: "a revision does not begin with a dash")
}

/// The location of a working directory in its repository.
struct RepositoryLocation: Sendable {
    /// An absolute path.
    let workingDirectory: String
    /// The path from the repository's root to the directory: empty, or with a final slash.
    let prefix: String
    /// The path from the directory to the root: empty, or with a final slash.
    let upward: String

    /// Converts a path that is absolute or relative to the working directory to one relative to the repository's root;
    /// nil for one outside.
    func pathFromRoot(_ path: String) -> String? {
        guard !path.hasPrefix("/") else { return inside(PathText.normalized(path)) }
        let joined = PathText.normalized(prefix + path)
        return joined.hasPrefix("../") || joined == ".." ? nil : joined
    }

    private func inside(_ path: String) -> String? {
        let root = PathText.joined(workingDirectory, upward)
        guard path != root else { return "." }
        return path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : nil
    }

    /// Converts a path relative to the repository's root to one relative to the working directory.
    func pathFromWorkingDirectory(_ path: String) -> String {
        let isInside = (path + "/").hasPrefix(prefix)
        return PathText.normalized(isInside ? String(path.dropFirst(prefix.count)) : upward + path)
    }
}

/// A commit of a history.
struct GitCommit {
    let id: String
    /// The first parent, which the commit is compared with; nil for the first commit of a history.
    let parent: String?
    /// The committer's date, as `2026-11-21`, in their time zone.
    let date: String
    /// The first line of the message.
    let subject: String
}

extension Repository {
    /// Returns the commits of a range that touch a path, newest first. A merge represents all of its commits.
    ///
    /// - Parameters:
    ///   - range: A range in git's notation.
    ///   - path: A path relative to the working directory.
    func commits(in range: String, touching path: String) throws(Git.Failure) -> [GitCommit] {
        guard !range.hasPrefix("-") else { throw .dashed }
        let fields = try git.fields([
            "log", "--first-parent", "-z", "--format=%H%x00%P%x00%cs%x00%s", range, "--", path,
        ])
        return stride(from: 0, to: fields.count - 3, by: 4).map { index in
            GitCommit(
                id: fields[index], parent: fields[index + 1].split(separator: " ").first.map(String.init),
                date: fields[index + 2], subject: fields[index + 3])
        }
    }
}

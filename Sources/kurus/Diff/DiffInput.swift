import KurusGenerating
import SpecPipeline

/// An input of a diff: a path on the disk or in a revision.
struct DiffInput {
    let files: any FileTree
    let path: String
    /// Whether a missing path means that there are no clients, rather than a mistake.
    var mayBeMissing = false
    /// The clients that are already read, by module.
    var readings: [String: ClientReading] = [:]

    /// The name in reports.
    var name: String {
        files.shown(path)
    }
}

/// Resolves the operands of a diff: first as a path on the disk, then as `REV:PATH`, then as a revision. A path that is
/// no longer on the disk is taken from HEAD.
struct InputFinder {
    /// An operand that cannot be resolved.
    struct Failure: Error {
        let operand: String
        let reason: String
    }

    typealias Inputs = (base: DiffInput, revision: DiffInput)

    /// The folder that is compared by default.
    static let specs = "specs"

    private let files: FileSystem
    private let git: Git
    private var repository: Repository?

    init(files: FileSystem, git: Git) {
        self.files = files
        self.git = git
    }

    /// Returns the inputs of up to two operands. The default base is HEAD, the default revision the working directory.
    ///
    /// If an input is not named, it may be missing: the API is new or removed.
    mutating func inputs(_ operands: [String]) throws(Failure) -> Inputs {
        guard operands.count < 2 else { return (try input(operands[0]), try input(operands[1])) }
        var inputs = try operands.isEmpty ? specsOfHead() : inputs(of: operands[0])
        inputs.base.mayBeMissing = true
        inputs.revision.mayBeMissing = true
        return inputs
    }

    private mutating func specsOfHead() throws(Failure) -> Inputs {
        (try committed(Self.specs, in: "HEAD", asked: "HEAD:specs"), onDisk(Self.specs))
    }

    private mutating func inputs(of operand: String) throws(Failure) -> Inputs {
        if meansDisk(operand) { return (try committed(operand, in: "HEAD", asked: operand), onDisk(operand)) }
        if let range = RevisionRange(operand) { return try inputs(of: range, asked: operand) }
        if let revisionPath = RevisionPath(operand) {
            let input = try input(revisionPath, asked: operand)
            let path = try repository(for: operand).location.pathFromWorkingDirectory(input.path)
            return (input, onDisk(path))
        }
        if let gone = gone(operand) { return (gone, onDisk(operand)) }
        return (try committed(Self.specs, in: operand, asked: operand), onDisk(Self.specs))
    }

    /// Returns HEAD's version of a path that is no longer on the disk; nil where it has none.
    private mutating func gone(_ operand: String) -> DiffInput? {
        guard let repository = try? repository(for: operand), repository.headHas(operand) else { return nil }
        return try? committed(operand, in: "HEAD", asked: operand)
    }

    private mutating func inputs(of range: RevisionRange, asked operand: String) throws(Failure) -> Inputs {
        let base = try range.fromMergeBase ? mergeBase(of: range, asked: operand) : range.base
        return (
            try committed(Self.specs, in: base, asked: operand),
            try committed(Self.specs, in: range.revision, asked: operand)
        )
    }

    private mutating func mergeBase(of range: RevisionRange, asked operand: String) throws(Failure) -> String {
        let repository = try repository(for: operand)
        do throws(Git.Failure) {
            return try repository.mergeBase(of: range)
        } catch {
            throw Failure(operand: operand, reason: "git: " + error.reason)
        }
    }

    private mutating func input(_ operand: String) throws(Failure) -> DiffInput {
        if meansDisk(operand) { return onDisk(operand) }
        if let revisionPath = RevisionPath(operand) { return try input(revisionPath, asked: operand) }
        return try committed(Self.specs, in: operand, asked: operand)
    }

    /// A path with `./` or `../` is relative to the working directory, any other to the repository's root.
    private mutating func input(_ revisionPath: RevisionPath, asked operand: String) throws(Failure) -> DiffInput {
        guard !revisionPath.path.hasPrefix("/") else {
            throw Failure(
                operand: operand, reason: "a path in a revision begins at the repository's root, without a slash")
        }
        let isRelative =
            [".", ".."].contains(revisionPath.path) || ["./", "../"].contains(where: revisionPath.path.hasPrefix)
        guard !isRelative else { return try committed(revisionPath.path, in: revisionPath.revision, asked: operand) }
        let tree = try tree(of: revisionPath.revision, asked: operand)
        return DiffInput(files: tree, path: PathText.normalized(revisionPath.path))
    }

    /// Returns the input in a revision at a path relative to the working directory.
    private mutating func committed(
        _ path: String, in revision: String, asked operand: String
    ) throws(Failure) -> DiffInput {
        guard let path = try repository(for: operand).location.pathFromRoot(path) else {
            throw Failure(operand: operand, reason: "the path leads out of the repository")
        }
        return DiffInput(files: try tree(of: revision, asked: operand), path: path)
    }

    private mutating func tree(of revision: String, asked operand: String) throws(Failure) -> GitTree {
        let repository = try repository(for: operand)
        do throws(Git.Failure) {
            return try revision.isEmpty ? repository.index() : repository.tree(of: revision)
        } catch {
            let isPlain = RevisionPath(operand) == nil && RevisionRange(operand) == nil
            throw Failure(
                operand: operand,
                reason: (isPlain ? "there is no such file, and no such revision: " : "git: ") + error.reason)
        }
    }

    private mutating func repository(for operand: String) throws(Failure) -> Repository {
        if let repository { return repository }
        do throws(Git.Failure) {
            let found = try Repository(git)
            repository = found
            return found
        } catch {
            throw Failure(operand: operand, reason: "git: " + error.reason)
        }
    }

    /// Whether an operand is on the disk, or has the form of a path.
    private func meansDisk(_ operand: String) -> Bool {
        files.kind(of: PathText.normalized(operand)) != nil || ["/", "./", "../"].contains(where: operand.hasPrefix)
    }

    private func onDisk(_ path: String) -> DiffInput {
        DiffInput(files: files, path: PathText.normalized(path))
    }
}

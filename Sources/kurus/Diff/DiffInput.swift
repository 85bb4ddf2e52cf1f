import KurusGenerating
import SpecPipeline

/// One of the two inputs of a diff: a place on the disk or in a revision.
struct DiffInput {
    let files: any FileTree
    let path: String
    /// Whether nothing at the path means no client, not a mistake.
    var mayBeMissing = false
    /// The clients that are read already, by module.
    var readings: [String: ClientReading] = [:]

    /// As reports call it.
    var name: String {
        files.shown(path)
    }
}

/// Finds what the operands of a diff mean: what is on the disk first, then `REV:PATH`, then a revision. A path alone that
/// is no longer on the disk is what HEAD has there.
struct InputFinder {
    /// An operand that means nothing.
    struct Failure: Error {
        let operand: String
        let reason: String
    }

    typealias Inputs = (base: DiffInput, revision: DiffInput)

    /// The folder that is compared where the operands name none.
    static let specs = "specs"

    private let files: FileSystem
    private let git: Git
    private var repository: Repository?

    init(files: FileSystem, git: Git) {
        self.files = files
        self.git = git
    }

    /// The two inputs that up to two operands mean; what is left out is HEAD before and the working directory after.
    ///
    /// Where both are not named, there may be nothing at one of them: it is new, or gone.
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
        if let place = RevisionPath(operand) {
            let input = try input(place, asked: operand)
            let path = try repository(for: operand).place.pathFromWorkingDirectory(input.path)
            return (input, onDisk(path))
        }
        if let gone = gone(operand) { return (gone, onDisk(operand)) }
        return (try committed(Self.specs, in: operand, asked: operand), onDisk(Self.specs))
    }

    /// What HEAD has at a path that the disk no longer has; nil where it has nothing either.
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
        if let place = RevisionPath(operand) { return try input(place, asked: operand) }
        return try committed(Self.specs, in: operand, asked: operand)
    }

    /// A path that begins with `./` or `../` begins at the working directory, any other at the repository's root.
    private mutating func input(_ place: RevisionPath, asked operand: String) throws(Failure) -> DiffInput {
        guard !place.path.hasPrefix("/") else {
            throw Failure(
                operand: operand, reason: "a path in a revision begins at the repository's root, without a slash")
        }
        let isRelative = [".", ".."].contains(place.path) || ["./", "../"].contains(where: place.path.hasPrefix)
        guard !isRelative else { return try committed(place.path, in: place.revision, asked: operand) }
        let tree = try tree(of: place.revision, asked: operand)
        return DiffInput(files: tree, path: PathText.normalized(place.path))
    }

    /// What stands in a revision at a path from the working directory.
    private mutating func committed(
        _ path: String, in revision: String, asked operand: String
    ) throws(Failure) -> DiffInput {
        guard let path = try repository(for: operand).place.pathFromRoot(path) else {
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

    /// Whether it stands on the disk, or is written as only a path is.
    private func meansDisk(_ operand: String) -> Bool {
        files.kind(of: PathText.normalized(operand)) != nil || ["/", "./", "../"].contains(where: operand.hasPrefix)
    }

    private func onDisk(_ path: String) -> DiffInput {
        DiffInput(files: files, path: PathText.normalized(path))
    }
}

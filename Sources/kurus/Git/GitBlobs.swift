/// The contents of files in a repository, each read once: neighbouring revisions share most of theirs.
final class GitBlobs {
    private let git: Git
    private var known: [String: [UInt8]] = [:]

    init(_ git: Git) {
        self.git = git
    }

    func bytes(of id: String) throws(Git.Failure) -> [UInt8] {
        if let bytes = known[id] { return bytes }
        let bytes = try git.run(["cat-file", "blob", id])
        known[id] = bytes
        return bytes
    }
}

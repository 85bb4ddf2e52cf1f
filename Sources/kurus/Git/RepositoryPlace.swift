import KurusGenerating

/// Where a working directory lies in its repository.
struct RepositoryPlace: Sendable {
    /// An absolute path.
    let workingDirectory: String
    /// The way from the repository's root to it: empty, or ending with a slash.
    let prefix: String
    /// The way from it to the root: empty, or ending with a slash.
    let upward: String

    /// The path, from the repository's root, of one from the working directory, or of an absolute one; nil for one
    /// outside.
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

    /// The path, from the working directory, of one from the repository's root.
    func pathFromWorkingDirectory(_ path: String) -> String {
        let isInside = (path + "/").hasPrefix(prefix)
        return PathText.normalized(isInside ? String(path.dropFirst(prefix.count)) : upward + path)
    }
}

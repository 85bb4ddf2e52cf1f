extension Git {
    /// Whether git has another version of a file than the disk, or none: what would be lost if it were written over.
    ///
    /// - Throws: When there is no repository, which keeps no version either.
    func hasLocalChange(_ path: String) throws(Git.Failure) -> Bool {
        try !run([
            "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignored=matching", "--", path,
        ]).isEmpty
    }

    /// git's ids of the bytes of files, by their paths; none when it cannot say.
    func contentIDs(of paths: [String]) -> [String: String] {
        guard !paths.isEmpty, let ids = try? lines(["hash-object", "--no-filters", "--"] + paths),
            ids.count == paths.count
        else { return [:] }
        return Dictionary(zip(paths, ids)) { first, _ in first }
    }
}

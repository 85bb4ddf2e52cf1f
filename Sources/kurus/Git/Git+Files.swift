extension Git {
    /// Whether git has another version of a file than the disk, or none: what would be lost if it were written over.
    ///
    /// - Throws: When there is no repository, which keeps no version either.
    func hasLocalChange(_ path: String) throws(Git.Failure) -> Bool {
        let changes = try run([
            "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignored=matching", "--", path,
        ])
        guard changes.isEmpty else { return true }
        return try isOverlooked(path)
    }

    /// Whether git was told not to look at a file (git-update-index(1), --assume-unchanged and --skip-worktree): it knows
    /// of no change then. Its letter is not H.
    private func isOverlooked(_ path: String) throws(Git.Failure) -> Bool {
        try fields(["ls-files", "-v", "-z", "--", path]).contains { !$0.hasPrefix("H ") }
    }

    /// git's ids of the bytes of files, by their paths; none when it cannot say.
    func contentIDs(of paths: [String]) -> [String: String] {
        guard !paths.isEmpty, let ids = try? lines(["hash-object", "--no-filters", "--"] + paths),
            ids.count == paths.count
        else { return [:] }
        return Dictionary(zip(paths, ids)) { first, _ in first }
    }
}

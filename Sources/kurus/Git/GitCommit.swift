/// A commit, as a history shows it.
struct GitCommit {
    let id: String
    /// The commit that it is compared with: of a merge, the one that was merged into; nil for the first of a history.
    let parent: String?
    /// When it was made: `2026-11-21`, in its committer's time zone.
    let date: String
    /// The first line of its message.
    let subject: String
}

extension Repository {
    /// The commits of a range that touch a path, newest first. A merge stands for all that it brings in.
    ///
    /// - Parameters:
    ///   - range: As git writes it.
    ///   - path: From the working directory.
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

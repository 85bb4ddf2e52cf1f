/// What GitHub calls the files of a diff: by their paths from the repository's root, in whatever revision they are.
struct AnnotatedPaths: Sendable {
    private let revisions: [String]
    private let place: RepositoryPlace?

    init(of inputs: [DiffInput], _ git: Git) {
        revisions = inputs.compactMap { ($0.files as? GitTree)?.revision }
        place = (try? Repository(git))?.place
    }

    /// - Parameter shown: A path as reports name it: `main:specs/bank/a.md`, or one from the working directory. One outside
    ///   of the repository stays as it is.
    func path(of shown: String) -> String {
        for revision in revisions where shown.hasPrefix(revision + ":") {
            return String(shown.dropFirst(revision.count + 1))
        }
        return place?.pathFromRoot(shown) ?? shown
    }
}

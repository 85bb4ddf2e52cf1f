import KurusGenerating

/// One of the two inputs of a diff: a place on the disk or in a revision.
struct DiffInput {
    let files: any FileTree
    let path: String
    /// Whether nothing at the path means no client, not a mistake.
    var mayBeMissing = false

    /// As reports call it.
    var name: String {
        files.shown(path)
    }
}

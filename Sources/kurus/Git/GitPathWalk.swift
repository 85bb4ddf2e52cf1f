import KurusGenerating

/// The way to a path of a git revision, symbolic links followed as the disk would, but never out of the revision.
struct GitPathWalk {
    private let tree: GitTree
    private var folder = "."
    private var links = 0

    /// As many as Linux follows (path_resolution(7)).
    private static let linkLimit = 40

    init(in tree: GitTree) {
        self.tree = tree
    }

    /// What stands at the end of a path, and where that is.
    consuming func found(_ path: String) throws(FileSystem.Failure) -> (path: String, entry: GitTree.Entry) {
        guard !path.hasPrefix("/") else { throw .outside }
        var rest = path.split(separator: "/").map(String.init)[...]
        while let name = rest.popFirst() {
            guard name != "." else { continue }
            guard name != ".." else {
                guard folder != "." else { throw .outside }
                folder = PathText.folder(of: folder)
                continue
            }
            let path = PathText.joined(folder, name)
            switch tree.entry(at: path) {
            case .folder: folder = path
            case .link(let id): rest = try target(ofLink: id) + rest
            case let entry?:
                guard rest.isEmpty else { throw .notThere }
                return (path, entry)
            case nil: throw .notThere
            }
        }
        return (folder, .folder)
    }

    private mutating func target(ofLink id: String) throws(FileSystem.Failure) -> ArraySlice<String> {
        links += 1
        guard links <= Self.linkLimit else { throw .init(reason: "Too many levels of symbolic links") }
        let target = String(decoding: try tree.blob(id), as: UTF8.self)
        guard !target.hasPrefix("/") else { throw .outside }
        return target.split(separator: "/").map(String.init)[...]
    }
}

extension FileSystem.Failure {
    fileprivate static let notThere = Self(reason: "No such file or directory")
    fileprivate static let outside = Self(reason: "The path leads out of the revision")
}

import KurusGenerating

/// The files of a git revision or of the index, with paths relative to the repository's root.
struct GitTree: FileTree {
    /// An entry of the tree. Links are not followed.
    enum Entry: Equatable {
        case folder
        case file(id: String)
        case link(id: String)
        case submodule
        /// An unmerged entry of the index.
        case unmerged
    }

    /// The revision as given; empty for the index.
    let revision: String
    private let entries: [String: Entry]
    private let names: [String: [String]]
    private let blobs: GitBlobs

    init(_ revision: String, entries: [String: Entry], blobs: GitBlobs) {
        self.revision = revision
        self.blobs = blobs
        var entries = entries
        for path in entries.keys { Self.addFolders(around: path, to: &entries) }
        entries["."] = .folder
        self.entries = entries
        names = Dictionary(grouping: entries.keys.filter { $0 != "." }, by: PathText.folder)
            .mapValues { $0.map(PathText.lastName).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    }

    private static func addFolders(around path: String, to entries: inout [String: Entry]) {
        var folder = PathText.folder(of: path)
        while folder != ".", entries[folder] == nil {
            entries[folder] = .folder
            folder = PathText.folder(of: folder)
        }
    }

    func kind(of path: String) -> FileSystem.Kind? {
        guard let found = try? GitPathWalk(in: self).found(path) else { return nil }
        switch found.entry {
        case .folder, .submodule: return .directory
        case .file, .link, .unmerged: return .file
        }
    }

    func isSymbolicLink(_ path: String) -> Bool {
        if case .link = entries[PathText.normalized(path)] { true } else { false }
    }

    func read(_ path: String) throws(FileSystem.Failure) -> [UInt8] {
        let found = try GitPathWalk(in: self).found(path)
        switch found.entry {
        case .file(let id), .link(let id): return try blob(id)
        case .folder: throw .init(reason: "Is a directory")
        case .submodule: throw .submodule(found.path)
        case .unmerged: throw .init(reason: "It is not merged: the index has several versions of it")
        }
    }

    func names(in folder: String) throws(FileSystem.Failure) -> [String] {
        let found = try GitPathWalk(in: self).found(folder)
        switch found.entry {
        case .folder: return names[found.path] ?? []
        case .submodule: throw .submodule(found.path)
        case .file, .link, .unmerged: throw .init(reason: "Not a directory")
        }
    }

    func shown(_ path: String) -> String {
        revision + ":" + path
    }

    /// Returns the entry at a path without links, `.` and `..`.
    func entry(at path: String) -> Entry? {
        entries[path]
    }

    func blob(_ id: String) throws(FileSystem.Failure) -> [UInt8] {
        do throws(Git.Failure) {
            return try blobs.bytes(of: id)
        } catch {
            throw .init(reason: error.reason)
        }
    }
}

extension FileSystem.Failure {
    fileprivate static func submodule(_ path: String) -> Self {
        Self(reason: "\(path) is a submodule: its files are in another repository")
    }
}

/// Resolves a path of a git revision. Symbolic links are followed as on the disk, but never out of the revision.
private struct GitPathWalk {
    private let tree: GitTree
    private var folder = "."
    private var links = 0

    /// The number of links that Linux follows (path_resolution(7)).
    private static let linkLimit = 40

    init(in tree: GitTree) {
        self.tree = tree
    }

    /// Returns the entry at the end of a path, and its location.
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

/// The contents of files in a repository. Each is read once, since neighbouring revisions share most of them.
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

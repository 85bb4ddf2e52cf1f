import KurusGenerating

/// The files of a git revision, or of the index; its paths begin at the repository's root.
struct GitTree: FileTree {
    /// What stands at a path, links not followed.
    enum Entry: Equatable {
        case folder
        case file(id: String)
        case link(id: String)
        case submodule
        /// The index has versions of it that are not merged.
        case unmerged
    }

    /// The revision as it was asked for; empty for the index.
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

    /// What stands at a path that has no link, no `.` and no `..` in it.
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

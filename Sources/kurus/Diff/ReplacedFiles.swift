import KurusGenerating

/// The disk with other contents for some files, or with other names for them in reports.
struct ReplacedFiles: FileTree {
    let files: FileSystem
    /// The contents by path, relative to the working directory.
    var contents: [String: [UInt8]] = [:]
    /// The names by path.
    var names: [String: String] = [:]

    func kind(of path: String) -> FileSystem.Kind? {
        if contents[path] != nil { return .file }
        return files.kind(of: path) ?? (contents.keys.contains { $0.hasPrefix(path + "/") } ? .directory : nil)
    }

    func isSymbolicLink(_ path: String) -> Bool {
        contents[path] == nil && files.isSymbolicLink(path)
    }

    func read(_ path: String) throws(FileSystem.Failure) -> [UInt8] {
        if let bytes = contents[path] { return bytes }
        return try files.read(path)
    }

    func names(in folder: String) throws(FileSystem.Failure) -> [String] {
        let there = files.kind(of: folder) == .directory ? try files.names(in: folder) : []
        let added = contents.keys.filter { PathText.folder(of: $0) == folder }.map(PathText.lastName)
        return Set(there + added).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    func shown(_ path: String) -> String {
        names[path] ?? path
    }
}

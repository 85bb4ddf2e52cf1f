import SourceText

/// A pattern for paths: `*` matches any characters of a name, and `**` as a whole name matches any folders.
///
/// Names that begin with a dot match only a name of the pattern that does. `**` does not follow symbolic links, so that
/// a link to a parent folder cannot loop.
struct Glob {
    private let segments: [String]
    private let isAbsolute: Bool

    init(_ pattern: String) {
        isAbsolute = pattern.hasPrefix("/")
        segments = PathText.normalized(pattern).split(separator: "/").map(String.init)
    }

    /// Returns whether the text is a pattern and not the path of one file.
    static func isPattern(_ text: String) -> Bool {
        text.contains("*")
    }

    /// Returns the files that match, in byte order of their paths.
    ///
    /// - Throws: The failure of the first folder that cannot be listed.
    func files(in files: any FileTree) throws(FolderFailure) -> [String] {
        var search = Search(files: files)
        try search.walk(isAbsolute ? "/" : ".", segments[...])
        return Set(search.found).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    struct FolderFailure: Error {
        let folder: String
        let reason: String
    }

    private struct Search {
        let files: any FileTree
        var found: [String] = []

        mutating func walk(_ folder: String, _ segments: ArraySlice<String>) throws(FolderFailure) {
            guard let segment = segments.first else { return }
            let rest = segments.dropFirst()
            if segment == "**" {
                // Two in a row match the same as one, but would take exponential time.
                try walkAllFolders(folder, rest.first == "**" ? rest : rest.isEmpty ? ["*"] : rest)
            } else if !Glob.isPattern(segment) {
                try visit(PathText.joined(folder, segment), rest)
            } else {
                let name = NamePattern(segment)
                for candidate in try names(in: folder) where name.matches(candidate) {
                    try visit(PathText.joined(folder, candidate), rest)
                }
            }
        }

        private mutating func walkAllFolders(_ folder: String, _ rest: ArraySlice<String>) throws(FolderFailure) {
            try walk(folder, rest)
            for name in try names(in: folder) where !name.hasPrefix(".") {
                let path = PathText.joined(folder, name)
                if files.kind(of: path) == .directory, !files.isSymbolicLink(path) { try walkAllFolders(path, rest) }
            }
        }

        private mutating func visit(_ path: String, _ rest: ArraySlice<String>) throws(FolderFailure) {
            switch files.kind(of: path) {
            case .directory: try walk(path, rest)
            case .file: if rest.isEmpty { found.append(path) }
            // A link that leads nowhere is found, so that reading it reports the error.
            case nil: if rest.isEmpty, files.isSymbolicLink(path) { found.append(path) }
            }
        }

        private func names(in folder: String) throws(FolderFailure) -> [String] {
            guard files.kind(of: folder) == .directory else { return [] }
            do throws(FileSystem.Failure) {
                return try files.names(in: folder)
            } catch {
                throw FolderFailure(folder: folder, reason: error.reason)
            }
        }
    }
}

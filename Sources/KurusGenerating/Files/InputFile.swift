package import SourceText
package import SpecDiagnostics

/// A file to read, and the origin of the request.
package struct InputFile {
    package let path: String
    /// The location in kurus.json; nil when the command line names the file.
    package let location: SourceLocation?
    /// Whether the file was named, as opposed to found by a pattern or in a folder.
    package let isNamed: Bool

    package init(path: String, location: SourceLocation?, isNamed: Bool) {
        self.path = path
        self.location = location
        self.isNamed = isNamed
    }
}

extension FileTree {
    /// Returns the files that kurus.json names, with patterns expanded: each once, and those of a pattern in byte order
    /// of their paths. A pattern without a match is an error.
    package func inputFiles(
        _ patterns: [Located<String>], in folder: String, diagnostics: inout Diagnostics
    ) -> [InputFile] {
        var known: Set<String> = []
        return patterns.flatMap { expanded($0, in: folder, &diagnostics) }.filter { known.insert($0.path).inserted }
    }

    private func expanded(
        _ pattern: Located<String>, in folder: String, _ diagnostics: inout Diagnostics
    ) -> [InputFile] {
        let path = PathText.joined(folder, pattern.value)
        guard Glob.isPattern(pattern.value) else {
            return [InputFile(path: path, location: pattern.location, isNamed: true)]
        }
        do throws(Glob.FolderFailure) {
            let matches = try Glob(path).files(in: self)
            if matches.isEmpty {
                diagnostics.error(.noMatchingFile, "no file matches `\(pattern.value)`", at: pattern.location)
            }
            return matches.map { InputFile(path: $0, location: pattern.location, isNamed: false) }
        } catch {
            diagnostics.error(
                .unreadableFile, "\(shown(error.folder)) cannot be read: \(error.reason)", at: pattern.location)
            return []
        }
    }

    /// The files that the command line names: a folder means all pages and documents in it.
    package func inputFiles(_ operands: [String], diagnostics: inout Diagnostics) -> [InputFile] {
        var known: Set<String> = []
        let files = operands.flatMap { operand in
            let path = PathText.normalized(operand)
            guard kind(of: path) == .directory else { return [InputFile(path: path, location: nil, isNamed: true)] }
            return documents(in: path, &diagnostics)
        }
        return files.filter { known.insert($0.path).inserted }
    }

    private static var endings: [String] { [".md", ".json", ".yaml", ".yml"] }

    private func documents(in folder: String, _ diagnostics: inout Diagnostics) -> [InputFile] {
        do throws(FileSystem.Failure) {
            let found = try names(in: folder).filter { name in
                !name.hasPrefix(".") && Self.endings.contains { name.lowercased().hasSuffix($0) }
            }
            if found.isEmpty {
                diagnostics.error(
                    .noMatchingFile, "no .md, .json, .yaml or .yml file in this folder", in: shown(folder))
            }
            return found.map { InputFile(path: PathText.joined(folder, $0), location: nil, isNamed: false) }
        } catch {
            diagnostics.error(.unreadableFile, "the folder cannot be read: \(error.reason)", in: shown(folder))
            return []
        }
    }

    /// Returns a file's bytes; nil, with an error at the origin of the request, when it cannot be read.
    package func read(_ file: InputFile, diagnostics: inout Diagnostics) -> SourceFile? {
        do throws(FileSystem.Failure) {
            return SourceFile(path: shown(file.path), bytes: try read(file.path))
        } catch {
            if let location = file.location {
                diagnostics.error(.unreadableFile, "\(shown(file.path)) cannot be read: \(error.reason)", at: location)
            } else {
                diagnostics.error(.unreadableFile, "the file cannot be read: \(error.reason)", in: shown(file.path))
            }
            return nil
        }
    }
}

/// Operations on paths as text, relative to the working directory or absolute, with `/` as separator.
package enum PathText {
    /// Returns the path without `.`, without empty names and, where possible, without `..`; `.` when nothing is left.
    ///
    /// The file system is not asked: `link/..` is taken as the folder that holds the link, as people read it.
    package static func normalized(_ path: String) -> String {
        let isAbsolute = path.hasPrefix("/")
        var names: [Substring] = []
        for name in path.split(separator: "/") where name != "." {
            if name == "..", let last = names.last, last != ".." {
                names.removeLast()
            } else if name != ".." || !isAbsolute {
                names.append(name)
            }
        }
        let text = names.joined(separator: "/")
        return isAbsolute ? "/" + text : text.isEmpty ? "." : text
    }

    /// Resolves a path against a folder; an absolute path is returned as it is.
    package static func joined(_ folder: String, _ path: String) -> String {
        path.hasPrefix("/") ? normalized(path) : normalized(folder + "/" + path)
    }

    /// Returns the folder that holds the path: `.` for a single name.
    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    package static func lastName(of path: String) -> String {
        String(path.split(separator: "/").last ?? Substring(path))
    }
}

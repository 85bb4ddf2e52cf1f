/// Paths as text, relative to the working directory or absolute, with `/` between their names.
package enum PathText {
    /// The path without `.`, empty names and, where a name stands before it, `..`; `.` when nothing is left.
    ///
    /// The file system is not asked: `link/..` is taken to be the folder that holds the link, as a person reads it.
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

    /// The path that another, relative to a folder, leads to; an absolute one stays as it is.
    package static func joined(_ folder: String, _ path: String) -> String {
        path.hasPrefix("/") ? normalized(path) : normalized(folder + "/" + path)
    }

    /// The folder that holds the path: `.` for a single name.
    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    package static func lastName(of path: String) -> String {
        String(path.split(separator: "/").last ?? Substring(path))
    }
}

/// Files that can be read: those of the disk, or of a git revision.
///
/// A relative path begins at the tree's root, for the disk the working directory.
package protocol FileTree {
    /// What stands at a path, symbolic links followed; nil when nothing does, or a link that leads nowhere.
    func kind(of path: String) -> FileSystem.Kind?

    func isSymbolicLink(_ path: String) -> Bool

    /// The bytes of a regular file.
    func read(_ path: String) throws(FileSystem.Failure) -> [UInt8]

    /// The names in a folder but for `.` and `..`, in the order of their bytes.
    func names(in folder: String) throws(FileSystem.Failure) -> [String]

    /// The path as a person reads it: what tells the trees of a run apart.
    func shown(_ path: String) -> String
}

import Foundation

/// Makes folders that nobody but their owner can look into.
enum PrivateFolder {
    /// Makes the folder and those around it that are missing, each with mode 0700; one that is there stays as it is.
    static func make(_ path: String) throws(FileReading.Failure) {
        guard path != "/", access(path, F_OK) != 0 else { return }
        try make((path as NSString).deletingLastPathComponent)
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .current }
    }
}

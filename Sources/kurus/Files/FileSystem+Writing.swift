import Foundation

extension FileSystem {
    /// Puts bytes at a path, all of them or none: they are written beside it first, and then take its name.
    func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        let name = ".\(PathText.lastName(of: path)).\(getpid()).tmp"
        let temporary = absolute(PathText.joined(PathText.folder(of: path), name))
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .current }
        do {
            defer { close(descriptor) }
            try write(bytes, to: descriptor)
        } catch {
            unlink(temporary)
            throw error
        }
        guard rename(temporary, absolute(path)) == 0 else {
            let failure = Failure.current
            unlink(temporary)
            throw failure
        }
    }

    private func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .current }
            rest = rest.dropFirst(written)
        }
    }

    /// Makes a directory, and those around it that are not there.
    func createDirectory(_ path: String) throws(Failure) {
        switch kind(of: path) {
        case .directory: return
        case .file: throw Failure(reason: "Not a directory")
        case nil: break
        }
        let parent = PathText.folder(of: path)
        if parent != path, parent != ".", parent != "/" { try createDirectory(parent) }
        guard mkdir(absolute(path), 0o777) == 0 || (errno == EEXIST && kind(of: path) == .directory) else {
            throw .current
        }
    }

    func remove(_ path: String) throws(Failure) {
        guard unlink(absolute(path)) == 0 else { throw .current }
    }
}

package import SpecDiagnostics

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension FileSystem {
    /// Writes a file completely or not at all: the bytes are written beside the path first, and then renamed. An
    /// existing file keeps its mode.
    package func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        try rename(try prepare(bytes, for: path), to: path)
    }

    /// Writes to a path that a person chose: a link is followed, and a device or pipe such as /dev/null is kept.
    package func deliver(_ bytes: [UInt8], to path: String) throws(Failure) {
        guard isSymbolicLink(path) || isSpecial(path) else { return try write(bytes, to: path) }
        let descriptor = open(absolute(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .current }
        defer { close(descriptor) }
        try write(bytes, to: descriptor)
    }

    private func isSpecial(_ path: String) -> Bool {
        mode(of: path).map { ![S_IFREG, S_IFDIR].contains($0 & S_IFMT) } ?? false
    }

    private func mode(of path: String) -> mode_t? {
        var status = stat()
        return stat(absolute(path), &status) == 0 ? status.st_mode : nil
    }

    /// Writes several files. All bytes are on the disk before the first file is renamed, so that a full disk changes
    /// none; a file that cannot be written is an error.
    package func writeAll(_ contents: [(path: String, bytes: [UInt8])], diagnostics: inout Diagnostics) {
        var prepared: [(temporary: String, path: String)] = []
        var current = ""
        do throws(Failure) {
            for content in contents {
                current = content.path
                try createDirectory(PathText.folder(of: content.path))
                prepared.append((try prepare(content.bytes, for: content.path), content.path))
            }
            while let file = prepared.first {
                current = file.path
                prepared.removeFirst()
                try rename(file.temporary, to: file.path)
            }
        } catch {
            for file in prepared { unlink(file.temporary) }
            diagnostics.error(.unwritableFile, "cannot be written: \(error.reason)", in: current)
        }
    }

    /// Writes bytes beside a path.
    ///
    /// - Returns: The absolute path of the new file.
    private func prepare(_ bytes: [UInt8], for path: String) throws(Failure) -> String {
        let name = ".\(PathText.lastName(of: path)).\(getpid()).tmp"
        let temporary = absolute(PathText.joined(PathText.folder(of: path), name))
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .current }
        do {
            defer { close(descriptor) }
            if let mode = mode(of: path) { fchmod(descriptor, mode & 0o7777) }
            try write(bytes, to: descriptor)
        } catch {
            unlink(temporary)
            throw error
        }
        return temporary
    }

    private func rename(_ temporary: String, to path: String) throws(Failure) {
        guard systemRename(temporary, absolute(path)) == 0 else {
            let failure = Failure.current
            unlink(temporary)
            throw failure
        }
    }

    private func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .current }
            rest = rest.dropFirst(written)
        }
    }

    /// Makes a directory and its missing parents.
    package func createDirectory(_ path: String) throws(Failure) {
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

    package func remove(_ path: String) throws(Failure) {
        guard unlink(absolute(path)) == 0 else { throw .current }
    }
}

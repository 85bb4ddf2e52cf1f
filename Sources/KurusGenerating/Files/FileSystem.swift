#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Readable files: those of the disk, or of a git revision.
///
/// A relative path begins at the tree's root; for the disk, that is the working directory.
package protocol FileTree {
    /// Returns the kind of file at a path, following symbolic links; nil if nothing is there.
    func kind(of path: String) -> FileSystem.Kind?

    func isSymbolicLink(_ path: String) -> Bool

    /// Returns the bytes of a regular file.
    func read(_ path: String) throws(FileSystem.Failure) -> [UInt8]

    /// Returns the names in a folder except `.` and `..`, in byte order.
    func names(in folder: String) throws(FileSystem.Failure) -> [String]

    /// Returns the path as shown to people, different for each tree of a run.
    func shown(_ path: String) -> String
}

/// The files that a run reads and writes; relative paths begin at its working directory.
package struct FileSystem: FileTree {
    package enum Kind {
        case file
        case directory
    }

    /// The reason why a file cannot be read or written, as the system describes it.
    package struct Failure: Error {
        package let reason: String

        package init(reason: String) {
            self.reason = reason
        }

        /// The failure of the system call just made.
        package static var current: Failure {
            Failure(reason: String(cString: strerror(errno)))
        }
    }

    /// The absolute path of the working directory.
    package let workingDirectory: String

    package init(workingDirectory: String) {
        self.workingDirectory = workingDirectory
    }

    /// The working directory of this process; `/` when it was removed.
    package static var workingDirectoryOfProcess: String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }

    package func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : workingDirectory + "/" + path
    }

    package func kind(of path: String) -> Kind? {
        var status = stat()
        guard stat(absolute(path), &status) == 0 else { return nil }
        return status.st_mode & S_IFMT == S_IFDIR ? .directory : .file
    }

    package func isSymbolicLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(absolute(path), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    package func read(_ path: String) throws(Failure) -> [UInt8] {
        // A named pipe without a writer must not block the run.
        let descriptor = open(absolute(path), O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .current }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .current }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure(reason: "Is a directory") }
        guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(reason: "Not a regular file") }
        return try Self.bytes(from: descriptor, expecting: Int(status.st_size))
    }

    /// Reads a descriptor to its end, whatever signals interrupt it.
    package static func bytes(from descriptor: Int32, expecting size: Int = 0) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            // One byte more than expected, so that the second call finds the end.
            let room = max(4096, size + 1 - bytes.count)
            var count = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, initializedCount in
                count = systemRead(descriptor, buffer.baseAddress, room)
                initializedCount = max(0, count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .current }
            if count == 0 { return bytes }
            bytes = bytes.isEmpty ? chunk : bytes + chunk
        }
    }

    package func shown(_ path: String) -> String {
        path
    }

    package func names(in directory: String) throws(Failure) -> [String] {
        guard let stream = opendir(absolute(directory)) else { throw .current }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

// Wrappers of system calls that have the same names as methods of FileSystem.

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}

func systemRename(_ old: String, _ new: String) -> Int32 {
    rename(old, new)
}

import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The folders above a journal's file.
enum JournalFolder {
    /// Makes the folder of a file, mode 0700, and those above it, if need be.
    static func make(above path: String) throws(JournalError) {
        let folder = (path as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(
                atPath: folder.isEmpty ? "." : folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .system(path: folder, operation: "cannot make the folder", reason: Self.reason(error))
        }
    }

    /// The system's words, where there are some; Foundation's are a number.
    private static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
        guard underlying.domain == NSPOSIXErrorDomain else {
            return "there is a file of that name, or it may not be made"
        }
        return String(cString: strerror(Int32(underlying.code)))
    }

    /// A new name is on the disk only when its folder is. Folders that may not be read are not ours to have made.
    static func sync(above path: String) throws(JournalError) {
        var place = path
        repeat {
            let above = (place as NSString).deletingLastPathComponent
            place = above.isEmpty ? "." : above
            let number = open(place, O_RDONLY | O_CLOEXEC)
            guard number >= 0 else { return }
            let descriptor = OwnedDescriptor(number)
            guard FileSync.sync(descriptor.number) else {
                throw .system(path: place, operation: "cannot sync", reason: String(cString: strerror(errno)))
            }
        } while place != "." && place != "/"
    }
}

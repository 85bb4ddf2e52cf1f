import Foundation

/// Whose a file is, where it is not this user's.
enum FileOwner {
    /// The name of the user that a file, or the first folder above it that can be looked at, belongs to; nil where that is
    /// the user of this process.
    static func other(of path: String) -> String? {
        var place = path
        var status = stat()
        while stat(place, &status) != 0 {
            let above = (place as NSString).deletingLastPathComponent
            if above.isEmpty || above == place { return nil }
            place = above
        }
        return status.st_uid == geteuid() ? nil : name(of: status.st_uid)
    }

    /// The number where the system knows no name.
    static func name(of user: uid_t) -> String {
        guard let entry = getpwuid(user), let name = entry.pointee.pw_name else { return "\(user)" }
        return String(cString: name)
    }
}

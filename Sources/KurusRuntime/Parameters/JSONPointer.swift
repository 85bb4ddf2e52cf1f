/// JSON pointers (RFC 6901), as errors carry them.
enum JSONPointer {
    /// A reference token with its slash.
    static func token(_ name: String) -> String {
        "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
    }

    static func tokens(_ pointer: String) -> [String] {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
            $0.replacing("~1", with: "/").replacing("~0", with: "~")
        }.map { String($0) }
    }
}

import KurusHTTP

/// JSON pointers (RFC 6901), as errors carry them.
enum JSONPointer {
    /// A reference token with its slash.
    static func token(_ name: String) -> String {
        "/" + name.replacing(ascii: "~", with: "~0").replacing(ascii: "/", with: "~1")
    }

    static func tokens(_ pointer: String) -> [String] {
        pointer.parts(separatedBy: "/").dropFirst().map {
            $0.replacing(ascii: "~1", with: "/").replacing(ascii: "~0", with: "~")
        }
    }
}

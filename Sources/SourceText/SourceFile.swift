/// A page, document or configuration file that was read, with the path a diagnostic prints.
package final class SourceFile: Sendable {
    /// The path as the user knows it: as given on the command line, or relative to the working directory.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

extension SourceFile: Hashable {
    package static func == (left: SourceFile, right: SourceFile) -> Bool {
        left === right
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(self))
    }
}

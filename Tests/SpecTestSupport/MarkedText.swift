package import SourceText

/// A test's input in which `▲` marks the locations that the test is about.
package struct MarkedText: Sendable {
    /// The text without its marks.
    package let text: String
    /// The byte offsets after each mark.
    package let offsets: [Int]

    package init(_ marked: String) {
        var text = String.UnicodeScalarView()
        var offsets: [Int] = []
        for scalar in marked.unicodeScalars {
            if scalar == "▲" {
                offsets.append(String(text).utf8.count)
            } else {
                text.append(scalar)
            }
        }
        self.text = String(text)
        self.offsets = offsets
    }

    package func file(_ path: String) -> SourceFile {
        SourceFile(path: path, bytes: Array(text.utf8))
    }
}

extension SourceFile {
    package convenience init(_ path: String, _ text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}

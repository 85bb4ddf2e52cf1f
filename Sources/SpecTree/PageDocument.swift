package import SourceText

/// An OpenAPI document as it was found: a `.json` file, or a fenced block of a page.
package struct PageDocument: Sendable {
    package let file: SourceFile
    /// The document's object; every location in it is a place of `file`, or of the overlay that put it there.
    package var root: JSONNode

    package init(file: SourceFile, root: JSONNode) {
        self.file = file
        self.root = root
    }
}

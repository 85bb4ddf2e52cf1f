package import SpecDiagnostics

/// A piece of a source file that is to be read as JSON.
package struct JSONText: Sendable {
    package let file: SourceFile
    /// The piece's bytes, as many as in the file: what a quote's `>` takes in the file is a space here.
    package let bytes: [UInt8]
    /// Where the piece begins in the file.
    package let start: Int

    /// A whole file.
    package init(file: SourceFile) {
        self.init(file: file, bytes: file.bytes, start: 0)
    }

    package init(file: SourceFile, bytes: [UInt8], start: Int) {
        self.file = file
        self.bytes = bytes
        self.start = start
    }

    /// The place in the file of an offset in the piece.
    package func location(of offset: Int) -> SourceLocation {
        SourceLocation(file: file, offset: start + offset)
    }
}

package import SourceText

/// A location in a source file: a byte offset, turned into line and column only on demand.
package struct SourceLocation: Hashable, Sendable {
    package let file: SourceFile
    /// The number of bytes from the start of the file.
    package let offset: Int

    package init(file: SourceFile, offset: Int) {
        self.file = file
        self.offset = offset
    }
}

extension SourceLocation {
    /// The line and column. Reads the whole file: keep a `LineIndex` when asking for many.
    package var position: SourcePosition {
        LineIndex(of: file).position(of: offset)
    }
}

/// A value with its location.
package struct Located<Value> {
    package let value: Value
    package let location: SourceLocation

    package init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }
}

extension Located: Sendable where Value: Sendable {}

package import SourceText

/// A place in a source file: a byte offset, turned into line and column only when somebody reads it.
package struct SourceLocation: Hashable, Sendable {
    package let file: SourceFile
    /// Bytes from the start of the file.
    package let offset: Int

    package init(file: SourceFile, offset: Int) {
        self.file = file
        self.offset = offset
    }
}

extension SourceLocation {
    /// Line and column. Reads the whole file: who asks for many places keeps a `LineIndex`.
    package var position: SourcePosition {
        LineIndex(of: file).position(of: offset)
    }
}

/// A value and where it stands.
package struct Located<Value> {
    package let value: Value
    package let location: SourceLocation

    package init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }
}

extension Located: Sendable where Value: Sendable {}

package import SourceText

/// The line indexes of the files that somebody prints places of, each made once.
package struct LineIndexes {
    private var known: [SourceFile: LineIndex] = [:]

    package init() {}

    package subscript(file: SourceFile) -> LineIndex {
        mutating get {
            if let index = known[file] { return index }
            let index = LineIndex(of: file)
            known[file] = index
            return index
        }
    }

    package mutating func position(of location: SourceLocation) -> SourcePosition {
        self[location.file].position(of: location.offset)
    }
}

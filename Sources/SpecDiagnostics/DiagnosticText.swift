package import SourceText

extension Diagnostics {
    /// The diagnostics as printed, in the order found: `path:line:column: error: message [id]`, the source line, and a
    /// caret below the location. Every line ends with a line feed.
    package var text: String {
        var printer = DiagnosticPrinter()
        for diagnostic in all { printer.print(diagnostic) }
        return printer.text
    }
}

/// Prints diagnostics, and keeps the line index of every file it has met.
private struct DiagnosticPrinter {
    var text = ""
    private var indexes = LineIndexes()

    mutating func print(_ diagnostic: Diagnostic) {
        print(
            "\(diagnostic.severity.rawValue): ", diagnostic.message, " [\(diagnostic.id.rawValue)]",
            at: diagnostic.place)
        for note in diagnostic.notes {
            print("note: ", note.message, "", at: note.location.map(Diagnostic.Place.location) ?? .none)
        }
    }

    private mutating func print(_ kind: String, _ message: String, _ id: String, at place: Diagnostic.Place) {
        let line = kind + VisibleText(message).text + id + "\n"
        switch place {
        case .none: text += "kurus: " + line
        case .path(let path): text += VisibleText(path).text + ": " + line
        case .location(let location):
            let index = indexes[location.file]
            let position = index.position(of: location.offset)
            let excerpt = Excerpt(around: location.offset, in: index)
            text += "\(VisibleText(location.file.path).text):\(position.line):\(position.column): " + line
            text += excerpt.line + "\n" + excerpt.caretLine + "\n"
        }
    }
}

/// The line indexes of files, each made once.
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

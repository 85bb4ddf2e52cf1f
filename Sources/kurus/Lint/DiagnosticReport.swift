import KurusJSON
import SourceText
import SpecDiagnostics

/// Diagnostics as JSON.
struct DiagnosticReport: JSONWritable {
    private let diagnostics: Diagnostics

    init(_ diagnostics: Diagnostics) {
        self.diagnostics = diagnostics
    }

    /// One line.
    var json: String {
        String(decoding: JSONWriter.bytes(of: self), as: UTF8.self)
    }

    func write(to writer: inout JSONWriter) {
        let entries = entries
        writer.object { writer in
            writer.member("diagnostics", entries)
            writer.member("errors", diagnostics.count(of: .error))
            writer.member("warnings", diagnostics.count(of: .warning))
        }
    }

    private var entries: [Entry] {
        var places = Places()
        return diagnostics.all.map { diagnostic in
            let notes = diagnostic.notes.map { note in
                let place = note.location.map(Diagnostic.Place.location) ?? .none
                return Entry(kind: nil, message: note.message, place: places.place(place), notes: [])
            }
            return Entry(
                kind: (diagnostic.id.rawValue, diagnostic.severity.rawValue), message: diagnostic.message,
                place: places.place(diagnostic.place), notes: notes)
        }
    }
}

/// A diagnostic, or one of its notes, which has no id.
private struct Entry: JSONWritable {
    let kind: (id: String, severity: String)?
    let message: String
    let place: Places.Place
    let notes: [Entry]

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.memberIfPresent("id", kind?.id)
            writer.memberIfPresent("severity", kind?.severity)
            writer.member("message", message)
            writer.memberIfPresent("file", place.file)
            writer.memberIfPresent("line", place.position?.line)
            writer.memberIfPresent("column", place.position?.column)
            writer.memberIfPresent("offset", place.offset)
            writer.memberIfPresent("notes", notes.isEmpty ? nil : notes)
        }
    }
}

/// Converts locations to lines and columns. The line index of every file is kept.
private struct Places {
    struct Place {
        var file: String?
        var position: SourcePosition?
        var offset: Int?
    }

    private var indexes: [SourceFile: LineIndex] = [:]

    mutating func place(_ place: Diagnostic.Place) -> Place {
        switch place {
        case .none: return Place()
        case .path(let path): return Place(file: path)
        case .location(let location):
            let index = indexes[location.file] ?? LineIndex(of: location.file)
            indexes[location.file] = index
            return Place(
                file: location.file.path, position: index.position(of: location.offset), offset: location.offset)
        }
    }
}

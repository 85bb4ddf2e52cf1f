import KurusJSON
import SourceText

extension Diagnostics {
    /// All diagnostics for a machine, in the order found: a JSON array of objects with `id`, `severity`, `message`,
    /// and, where there is one, `path`, `line` and `column` (from 1, in Unicode scalars); `notes` have the same members
    /// but for id and severity.
    package var json: [UInt8] {
        var indexes = LineIndexes()
        return JSONWriter.bytes(of: all.map { DiagnosticRecord($0, &indexes) })
    }
}

private struct DiagnosticRecord: JSONWritable {
    let diagnostic: Diagnostic
    let place: PlaceRecord
    let notes: [NoteRecord]

    init(_ diagnostic: Diagnostic, _ indexes: inout LineIndexes) {
        self.diagnostic = diagnostic
        place = PlaceRecord(diagnostic.place, &indexes)
        var notes: [NoteRecord] = []
        for note in diagnostic.notes {
            let place = PlaceRecord(note.location.map(Diagnostic.Place.location) ?? .none, &indexes)
            notes.append(NoteRecord(message: note.message, place: place))
        }
        self.notes = notes
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", diagnostic.id.rawValue)
            writer.member("severity", diagnostic.severity.rawValue)
            writer.member("message", diagnostic.message)
            writer.members(of: place)
            writer.member("notes", notes)
        }
    }
}

private struct NoteRecord: JSONWritable {
    let message: String
    let place: PlaceRecord

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("message", message)
            writer.members(of: place)
        }
    }
}

private struct PlaceRecord: JSONWritable {
    let path: String?
    let position: SourcePosition?

    init(_ place: Diagnostic.Place, _ indexes: inout LineIndexes) {
        switch place {
        case .none: (path, position) = (nil, nil)
        case .path(let path): (self.path, position) = (path, nil)
        case .location(let location):
            path = location.file.path
            position = indexes[location.file].position(of: location.offset)
        }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.memberIfPresent("path", path)
            writer.memberIfPresent("line", position?.line)
            writer.memberIfPresent("column", position?.column)
        }
    }
}

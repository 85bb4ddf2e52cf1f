import KurusJSON
import SourceText
import SpecDiagnostics
import SpecTree

/// A place: `file`, `line`, `column`, `offset`.
struct PlaceRecord: JSONWritable {
    private let location: SourceLocation
    private let position: SourcePosition

    init(_ location: SourceLocation, _ indexes: inout LineIndexes) {
        self.location = location
        position = indexes.position(of: location)
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("file", location.file.path)
            writer.member("line", position.line)
            writer.member("column", position.column)
            writer.member("offset", location.offset)
        }
    }
}

/// Where one side of a change stands: what differs, what it belongs to, and the way to that.
struct ChangePlaceRecord: JSONWritable {
    private let location: PlaceRecord
    private let subject: PlaceRecord
    private let pointer: String

    init(_ place: ChangePlace, _ indexes: inout LineIndexes) {
        location = PlaceRecord(place.location, &indexes)
        subject = PlaceRecord(place.subject, &indexes)
        pointer = place.pointer.description
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.members(of: location)
            writer.member("subject", subject)
            writer.member("pointer", pointer)
        }
    }
}

import KurusJSON
import SourceText
import SpecDiagnostics

/// Diagnostics as JSON.
struct DiagnosticReport {
    private typealias Members = [(key: String, value: JSONValue?)]

    private var indexes = LineIndexes()

    /// One line.
    static func text(of diagnostics: Diagnostics) -> String {
        var report = DiagnosticReport()
        return JSONValue.members([
            "diagnostics": .array(diagnostics.all.map { report.value(of: $0) }),
            "errors": .count(diagnostics.count(of: .error)), "warnings": .count(diagnostics.count(of: .warning)),
        ]).description
    }

    private mutating func value(of diagnostic: Diagnostic) -> JSONValue {
        let notes = diagnostic.notes.map { note in
            let place = place(note.location.map(Diagnostic.Place.location) ?? .none)
            return JSONValue.object(JSONObject([("message", .text(note.message))] + place))
        }
        let members: Members = [
            ("id", .text(diagnostic.id.rawValue)), ("severity", .text(diagnostic.severity.rawValue)),
            ("message", .text(diagnostic.message)),
        ]
        let end: Members = [("notes", .list(notes.isEmpty ? nil : notes))]
        return .object(JSONObject(members + place(diagnostic.place) + end))
    }

    private mutating func place(_ place: Diagnostic.Place) -> Members {
        switch place {
        case .none: return []
        case .path(let path): return [("file", .text(path))]
        case .location(let location):
            let position = indexes.position(of: location)
            return [
                ("file", .text(location.file.path)), ("line", .count(position.line)),
                ("column", .count(position.column)), ("offset", .count(location.offset)),
            ]
        }
    }
}

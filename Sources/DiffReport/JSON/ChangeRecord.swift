import KurusJSON
import SourceText
import SpecDiagnostics
import SpecDiff
import SpecTree

/// A change with all that is known of it.
struct ChangeRecord: JSONWritable {
    private let change: Change
    private let fingerprint: String
    private let base: ChangePlaceRecord?
    private let revision: ChangePlaceRecord?
    private let declarations: [DeclarationRecord]
    private let accepted: AcceptanceRecord?

    init(_ shown: ShownChange, _ indexes: inout LineIndexes) {
        change = shown.change
        fingerprint = shown.fingerprint
        base = change.base.map { ChangePlaceRecord($0, &indexes) }
        revision = change.revision.map { ChangePlaceRecord($0, &indexes) }
        declarations = change.declarations.map { DeclarationRecord($0, &indexes) }
        accepted = change.accepted.map { AcceptanceRecord($0, &indexes) }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("fingerprint", fingerprint)
            writer.member("rule", change.rule)
            writer.members(of: LevelsRecord(wire: change.wire, source: change.source))
            writer.member("urgent", change.isUrgent)
            writer.memberIfPresent("direction", change.direction?.rawValue)
            writer.member("subject", change.subject)
            writer.member("message", change.message)
            writer.memberIfPresent("was", change.was)
            writer.memberIfPresent("now", change.now)
            writer.memberIfPresent("base", base)
            writer.memberIfPresent("revision", revision)
            writer.member("operations", change.operations)
            writer.member("declarations", declarations)
            writer.member("notes", change.notes)
            writer.memberIfPresent("accepted", accepted)
        }
    }
}

/// A declaration of the generated module that differs.
private struct DeclarationRecord: JSONWritable {
    let declaration: DeclarationChange
    let base: PlaceRecord?
    let revision: PlaceRecord?

    init(_ declaration: DeclarationChange, _ indexes: inout LineIndexes) {
        self.declaration = declaration
        base = declaration.base.map { PlaceRecord($0, &indexes) }
        revision = declaration.revision.map { PlaceRecord($0, &indexes) }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", declaration.name)
            writer.member("level", declaration.level.word)
            writer.memberIfPresent("was", declaration.was)
            writer.memberIfPresent("now", declaration.now)
            writer.member("effect", declaration.effect)
            writer.memberIfPresent("base", base)
            writer.memberIfPresent("revision", revision)
        }
    }
}

/// Why a change is accepted, and where the list says so.
private struct AcceptanceRecord: JSONWritable {
    let acceptance: Acceptance
    let place: PlaceRecord

    init(_ acceptance: Acceptance, _ indexes: inout LineIndexes) {
        self.acceptance = acceptance
        place = PlaceRecord(acceptance.location, &indexes)
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("reason", acceptance.reason)
            writer.member("expires", acceptance.expires)
            writer.members(of: place)
        }
    }
}

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

    init(_ place: ChangeLocation, _ indexes: inout LineIndexes) {
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

/// A text that reads differently, whole.
struct ProseRecord: JSONWritable {
    private let change: ProseChange
    private let base: PlaceRecord?
    private let revision: PlaceRecord?

    init(_ change: ProseChange, _ indexes: inout LineIndexes) {
        self.change = change
        base = change.base.map { PlaceRecord($0, &indexes) }
        revision = change.revision.map { PlaceRecord($0, &indexes) }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("subject", change.subject)
            writer.memberIfPresent("was", change.was)
            writer.memberIfPresent("now", change.now)
            writer.memberIfPresent("base", base)
            writer.memberIfPresent("revision", revision)
        }
    }
}

/// A sample that does not fit its schema; `since` is `revision` where it fitted before, else `always`.
struct SampleRecord: JSONWritable {
    private let finding: SampleFinding
    private let place: PlaceRecord

    init(_ finding: SampleFinding, _ indexes: inout LineIndexes) {
        self.finding = finding
        place = PlaceRecord(finding.location, &indexes)
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("message", finding.message)
            writer.member("since", finding.since.rawValue)
            writer.members(of: place)
        }
    }
}

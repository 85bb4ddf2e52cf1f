import KurusJSON
import SpecDiagnostics

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

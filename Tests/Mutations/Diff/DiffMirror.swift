import SpecDiagnostics
import SpecDiff

/// Two reports, each of which must say the other's changes the other way round.
struct DiffMirror {
    private let forth: [Change]
    private let back: [Change]

    init(_ forth: DiffReport, _ back: DiffReport) {
        self.forth = forth.changes
        self.back = back.changes
    }

    /// The first change that the other report does not mirror; nil when all are.
    var problem: String? {
        var left = back
        for change in forth {
            guard let index = left.firstIndex(where: { isMirror($0, of: change) }) else {
                return "the reverse does not mirror \(Self.text(change)); it has \(Self.texts(back))"
            }
            left.remove(at: index)
        }
        return left.first.map { "the reverse also reports \(Self.text($0)); there were \(Self.texts(forth))" }
    }

    private func isMirror(_ change: Change, of other: Change) -> Bool {
        change.base == other.revision && change.revision == other.base && change.was == other.now
            && change.now == other.was && areMirrors(change.rule, other.rule)
            && (change.wire == .none) == (other.wire == .none) && (change.source == .none) == (other.source == .none)
    }

    private func areMirrors(_ first: String, _ second: String) -> Bool {
        isMirror(first, of: second) || isMirror(second, of: first)
    }

    private func isMirror(_ first: String, of second: String) -> Bool {
        switch Rule.byID[second]?.mirror {
        case .rule(let id): id == first
        case .itself: first == second
        case .none?: true
        case nil: false
        }
    }

    private static func texts(_ changes: [Change]) -> String {
        changes.isEmpty ? "nothing" : changes.prefix(6).map(text).joined(separator: "; ")
    }

    private static func text(_ change: Change) -> String {
        "\(change.rule) \(change.wire.word)/\(change.source.word) (\(change.subject), \(change.was ?? "nothing") -> "
            + "\(change.now ?? "nothing"), \(place(change.base)) -> \(place(change.revision)))"
    }

    private static func place(_ place: ChangePlace?) -> String {
        place.map { "\($0.location.offset) in \($0.subject.offset)" } ?? "nowhere"
    }
}

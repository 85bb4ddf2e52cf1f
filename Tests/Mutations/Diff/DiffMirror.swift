import SpecDiagnostics
import SpecDiff

/// Two reports, each of which must mirror the other's changes on the wire.
///
/// Declarations are paired by what callers have to do, which has a direction: of them only that there are any is
/// mirrored.
struct DiffMirror {
    private let forth: [Change]
    private let back: [Change]
    private let sources: (forth: ChangeLevel, back: ChangeLevel)

    init(_ forth: APIComparison, _ back: APIComparison) {
        self.forth = forth.changes.filter { $0.rule != "swift-declaration-changed" }
        self.back = back.changes.filter { $0.rule != "swift-declaration-changed" }
        sources = (forth.source, back.source)
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
        if (sources.forth == .none) != (sources.back == .none) {
            return "\(sources.forth.word) to Swift code, and the reverse is \(sources.back.word)"
        }
        return left.first.map { "the reverse also reports \(Self.text($0)); there were \(Self.texts(forth))" }
    }

    private func isMirror(_ change: Change, of other: Change) -> Bool {
        change.base == other.revision && change.revision == other.base && change.was == other.now
            && change.now == other.was && areMirrors(change.rule, other.rule)
            && (change.wire == .none) == (other.wire == .none)
    }

    /// Whether two rules judge one difference in opposite directions: a removal has several rules, by what was
    /// promised before, and all of them mirror the same additions.
    private func areMirrors(_ first: String, _ second: String) -> Bool {
        let own = Self.families[Self.sent(first)]
        return own != nil && own == Self.families[Self.sent(second)]
    }

    /// The rule of properties that go in this direction; others have rules of their own only where the level differs.
    private static func sent(_ id: String) -> String {
        let plain = id.replacing("-read-only-property", with: "-property").replacing(
            "-write-only-property", with: "-property")
        return families[plain] == nil ? id : plain
    }

    /// The rules that mirrors lead to, by the first id of each family.
    private static let families: [String: String] = {
        var families = Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.id, $0.id) })
        for rule in Rule.all {
            guard let own = families[rule.id], let other = families[rule.mirror] else { continue }
            for (id, family) in families where family == other { families[id] = own }
        }
        return families
    }()

    private static func texts(_ changes: [Change]) -> String {
        changes.isEmpty ? "nothing" : changes.prefix(6).map(text).joined(separator: "; ")
    }

    private static func text(_ change: Change) -> String {
        "\(change.rule) \(change.wire.word)/\(change.source.word) (\(change.subject), \(change.was ?? "nothing") -> "
            + "\(change.now ?? "nothing"), \(place(change.base)) -> \(place(change.revision)))"
    }

    private static func place(_ place: ChangeLocation?) -> String {
        place.map { "\($0.location.offset) in \($0.subject.offset)" } ?? "nowhere"
    }
}

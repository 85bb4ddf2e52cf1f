import SpecDiagnostics
@testable import SpecDiff

/// Looks for changes that the opposite comparison does not mirror.
enum MirroredChanges {
    /// The changes of one comparison that no change of the opposite one mirrors: the same places and values exchanged,
    /// and rules of which one names the other as its mirror.
    static func unmirrored(_ forth: [Change], _ back: [Change]) -> [String] {
        one(forth, back) + one(back, forth)
    }

    private static func one(_ changes: [Change], _ others: [Change]) -> [String] {
        changes.filter { change in
            !others.contains { other in
                change.was == other.now && change.now == other.was
                    && change.base?.location.offset == other.revision?.location.offset
                    && change.revision?.location.offset == other.base?.location.offset
                    && areLinked(change.rule, other.rule)
            }
        }.map { "\($0.rule): \($0.message)" }
    }

    private static func areLinked(_ first: String, _ second: String) -> Bool {
        // oasdiff calls some narrower and wider types changed types.
        if first.contains("-type-"), second.contains("-type-") { return true }
        return mirror(first) == second || mirror(second) == first
            || mirror(mirror(first) ?? "") == mirror(second) || mirror(first) == mirror(mirror(second) ?? "")
    }

    private static func mirror(_ id: String) -> String? {
        Rule.byID[id]?.mirror
    }
}

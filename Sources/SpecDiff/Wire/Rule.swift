/// What a kind of difference means on the wire.
///
/// Ids and levels are those of oasdiff where the meaning is the same, so that they say what readers know.
package struct Rule: Sendable, Hashable {
    /// The rule that judges the same difference the other way round.
    package enum Mirror: Sendable, Hashable {
        case rule(String)
        case itself
        /// Why there is none.
        case none(String)
    }

    package let id: String
    package let wire: ChangeLevel
    package let mirror: Mirror
    /// What it is about, for the README's table.
    package let summary: String
    /// Shown before all others.
    package let isUrgent: Bool

    package init(
        _ id: String, _ wire: ChangeLevel, mirror: Mirror, _ summary: String, isUrgent: Bool = false
    ) {
        self.id = id
        self.wire = wire
        self.mirror = mirror
        self.summary = summary
        self.isUrgent = isUrgent
    }
}

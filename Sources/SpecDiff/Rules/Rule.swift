/// Judges one kind of difference on the wire.
///
/// Ids and levels are those of oasdiff where the meaning is the same.
package struct Rule: Sendable, Hashable {
    package let id: String
    package let wire: ChangeLevel
    /// The id of the rule for the same difference when base and revision are exchanged; its own where that is a change of
    /// the same kind.
    package private(set) var mirror: String
    /// The difference in words, for the table of rules.
    package let summary: String
    /// Whether its changes are shown before all others.
    package private(set) var isUrgent: Bool
    private(set) var concern: Concern?

    init(
        _ id: String, _ wire: ChangeLevel, mirror: String? = nil, _ summary: String, isUrgent: Bool = false,
        concern: Concern? = nil
    ) {
        self.id = id
        self.wire = wire
        self.mirror = mirror ?? id
        self.summary = summary
        self.isUrgent = isUrgent
        self.concern = concern
    }

    /// Two rules, each the mirror of the other.
    static func mirrored(
        _ first: Rule, _ second: Rule, isUrgent: Bool = false, concern: Concern? = nil
    ) -> (Rule, Rule) {
        var (first, second) = (first, second)
        (first.mirror, second.mirror) = (second.id, first.id)
        (first.isUrgent, second.isUrgent) = (first.isUrgent || isUrgent, second.isUrgent || isUrgent)
        (first.concern, second.concern) = (first.concern ?? concern, second.concern ?? concern)
        return (first, second)
    }
}

/// The aspect of a thing that a change is about, as far as it decides which declarations of the generated module differ.
package enum Concern: Sendable {
    /// An operation's effect, requirements, servers, deprecation and name.
    case effect, security, server, deprecation, name
    /// Whether a value has to be there, the values of an enum, and whether printing masks it.
    case presence, values, secrecy
    case type
    /// Bounds, patterns, the deprecation of a property: nothing that is generated depends on them.
    case unseen

    var isOperations: Bool {
        switch self {
        case .effect, .security, .server, .deprecation, .name: true
        case .presence, .values, .secrecy, .type, .unseen: false
        }
    }
}

extension Rule {
    /// All rules, those of schemas last.
    package static let all: [Rule] = documents + operations + requests + responses + schemas

    package static let byID: [String: Rule] = Dictionary(
        all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}

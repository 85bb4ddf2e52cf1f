/// A kind of difference between two schemas, whatever their use.
///
/// Its level follows from the direction: a server may accept more in requests, and write less in responses.
struct SchemaDifference: Sendable {
    /// The effect on the allowed values.
    enum Effect: Sendable {
        /// More values are allowed.
        case widens
        /// Fewer values are allowed.
        case narrows
        /// Some values are no longer allowed, others are new.
        case replaces
        /// The effect is unknown without solving the schema.
        case unknown
        /// The values are the same, and described differently.
        case tells
        /// Nothing on the wire.
        case nothing
    }

    /// The properties or parameters that have rules of their own.
    enum Variants: Sendable {
        /// Properties that do not go in this direction: `readOnly` in requests, `writeOnly` in responses.
        case unsent
        /// Required and optional ones.
        case presence
        /// Required parameters, whose default is never used.
        case requiredParameter
    }

    /// The last words of the rules' ids.
    let id: String
    /// The last words of the mirrors' ids.
    private(set) var mirror: String
    let effect: Effect
    /// Levels that differ from the effect's.
    var request: ChangeLevel?
    var response: ChangeLevel?
    var levels: [SchemaUse: ChangeLevel] = [:]
    var variants = Variants.unsent
    /// The uses that have it; all but components.
    var uses = Set(SchemaUse.allCases).subtracting([.component])
    private(set) var concern: Concern?
    let summary: String

    init(
        _ id: String, _ effect: Effect, mirror: String? = nil, concern: Concern? = nil, _ summary: String
    ) {
        self.concern = concern
        self.id = id
        self.effect = effect
        self.mirror = mirror ?? id
        self.summary = summary
    }

    /// Two differences, each the mirror of the other.
    static func mirrored(_ first: Self, _ second: Self, concern: Concern? = nil) -> (Self, Self) {
        var (first, second) = (first, second)
        (first.mirror, second.mirror) = (second.id, first.id)
        (first.concern, second.concern) = (first.concern ?? concern, second.concern ?? concern)
        return (first, second)
    }

    func with(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }

    func level(_ use: SchemaUse) -> ChangeLevel {
        if let level = levels[use] { return level }
        let isRequest = use.direction == .request
        if let level = isRequest ? request : response { return level }
        return switch effect {
        case .widens: isRequest ? .info : .breaking
        case .narrows: isRequest ? .breaking : .info
        case .replaces: .breaking
        case .unknown: .warning
        case .tells: .info
        case .nothing: .none
        }
    }
}

extension SchemaUse {
    /// Whether it is the use of a schema inside that of a parameter, header or body.
    var isInner: Bool { self == inner && self != .component }

    /// The first words of the ids of rules about some of the properties: `request-read-only-property`.
    func words(_ role: SchemaRole) -> String {
        guard role != .any, let last = rawValue.lastIndex(of: "-") else { return rawValue }
        return "\(rawValue[..<last])-\(role.rawValue)\(rawValue[last...])"
    }
}

/// The role of a schema's value, where that has rules of its own, by its words in their ids.
enum SchemaRole: String, Sendable {
    case any = ""
    case required
    case optional
    /// `readOnly`: ignored in requests.
    case readOnly = "read-only"
    /// `writeOnly`: absent in responses.
    case writeOnly = "write-only"
}

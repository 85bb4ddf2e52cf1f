/// A kind of difference between two schemas, whatever they are used for.
///
/// Its level follows from the direction: who reads requests may allow more, who writes responses may say less.
struct SchemaDifference: Sendable {
    /// What it does to the values that are allowed.
    enum Effect: Sendable {
        /// Values are allowed that were not.
        case widens
        /// Values are no longer allowed that were.
        case narrows
        /// Both at once.
        case replaces
        /// It cannot be told without solving the schema.
        case unknown
        /// The values are the same; what they mean is said otherwise.
        case tells
        /// Nothing on the wire.
        case nothing
    }

    /// Which properties, and parameters, have rules of their own.
    enum Variants: Sendable {
        /// Those that do not go this way: `readOnly` in requests, `writeOnly` in responses.
        case unsent
        /// Required and optional ones.
        case presence
        /// Parameters that have to be sent: their default is never used.
        case requiredParameter
    }

    /// The last words of the rules' ids.
    let id: String
    /// The last words of the mirrors' ids.
    let mirror: String
    let effect: Effect
    /// Levels that are others than the effect's.
    var request: ChangeLevel?
    var response: ChangeLevel?
    var levels: [SchemaUse: ChangeLevel] = [:]
    var variants = Variants.unsent
    /// The uses that have it; all but components.
    var uses = Set(SchemaUse.allCases).subtracting([.component])
    let concern: Concern?
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
    /// Whether it is the use of what stands inside the schema of a parameter, header or body.
    var isInner: Bool { self == inner && self != .component }

    /// The first words of the ids of rules about some of the properties: `request-read-only-property`.
    func words(_ role: SchemaRole) -> String {
        guard !role.words.isEmpty, let last = rawValue.lastIndex(of: "-") else { return rawValue }
        return "\(rawValue[..<last])-\(role.words)\(rawValue[last...])"
    }
}

/// What a schema is the schema of, where that has rules of its own.
enum SchemaRole: Sendable, Hashable {
    case any
    case required
    case optional
    /// `readOnly`: ignored in requests.
    case readOnly
    /// `writeOnly`: absent in responses.
    case writeOnly

    var words: String {
        switch self {
        case .any: ""
        case .required: "required"
        case .optional: "optional"
        case .readOnly: "read-only"
        case .writeOnly: "write-only"
        }
    }
}

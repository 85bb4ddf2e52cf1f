/// What of a thing a change of the documents is about, as far as that tells which declarations differ because of it.
struct ChangeConcern {
    /// How well a declaration's change and one of the documents go together.
    enum Fit: Comparable {
        /// They are about different aspects of the same thing.
        case poor
        case possible
        case exact
    }

    private let concern: DeclarationChange.Concern?
    private let isOperations: Bool
    private let isType: Bool
    /// Whether nothing that is generated depends on it: bounds, patterns, the deprecation of a property.
    private let isUnseen: Bool

    init(rule: String) {
        let words = Set(rule.split(separator: "-"))
        isType = Self.typeSuffixes.contains { rule.hasSuffix($0) }
        isOperations = Self.operations[rule] != nil
        concern = Self.operations[rule] ?? Self.schemas.first { rule.hasSuffix($0.suffix) }?.concern
        isUnseen = concern == nil && !words.isDisjoint(with: Self.unseenWords)
    }

    /// Whether the rule is about an operation's very concern, wherever its reason stands.
    func isOperations(_ other: DeclarationChange.Concern) -> Bool {
        isOperations && concern == other
    }

    /// Whether it is about one value of an enum.
    var isValue: Bool { concern == .values }

    func fit(_ declaration: DeclarationChange.Concern?) -> Fit {
        if isUnseen { return .poor }
        guard let concern else { return isType && declaration == nil ? .exact : .possible }
        if concern == declaration { return .exact }
        // Another type may be another one and optional besides.
        return declaration == nil && concern == .presence ? .possible : .poor
    }

    private static let operations: [String: DeclarationChange.Concern] = {
        let rules: [(DeclarationChange.Concern, [Rule])] = [
            (.effect, [.effectChanged]),
            (
                .security,
                [
                    .securityAdded, .securityRemoved, .securityScopeAdded, .securityScopeRemoved, .globalSecurityAdded,
                    .globalSecurityRemoved, .globalSecurityScopeAdded, .globalSecurityScopeRemoved,
                ]
            ),
            (.server, [.serverAdded, .serverRemoved, .serverChanged, .serverOrderChanged]),
            (.deprecation, [.endpointDeprecated, .endpointReactivated]),
            (.name, [.operationIDAdded, .operationIDRemoved, .operationIDChanged]),
        ]
        return Dictionary(
            rules.flatMap { concern, rules in rules.map { ($0.id, concern) } }, uniquingKeysWith: { first, _ in first })
    }()

    private static let schemas: [(suffix: String, concern: DeclarationChange.Concern)] = [
        ("-became-required", .presence), ("-became-required-with-default", .presence),
        ("-became-optional", .presence), ("-became-nullable", .presence), ("-became-not-nullable", .presence),
        ("-enum-value-added", .values), ("-enum-value-removed", .values), ("-became-sensitive", .secrecy),
        ("-became-not-sensitive", .secrecy),
    ]

    private static let typeSuffixes = [
        "-type-changed", "-type-generalized", "-type-specialized", "-type-declared", "-became-enum",
        "-became-not-enum", "schema-reference-changed",
    ]

    private static let unseenWords: Set<Substring> = [
        "max", "min", "maximum", "minimum", "pattern", "multiple", "unique", "deprecated", "reactivated",
    ]
}

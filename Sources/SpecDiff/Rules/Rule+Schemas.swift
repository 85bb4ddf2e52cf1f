// The rules of schemas: one for each kind of difference and use, those of properties by presence.
extension Rule {
    package static let schemas: [Rule] = SchemaRules.table.rules + propertyPresence

    /// The rule of a difference; for properties that have rules of their own, by their role.
    static func schema(_ difference: SchemaDifference, _ use: SchemaUse, _ role: SchemaRole) -> Rule {
        let rules = SchemaRules.table.byKey
        return rules[SchemaRules.Key(id: difference.id, use: use, role: role)]
            ?? rules[SchemaRules.Key(id: difference.id, use: use, role: .any)] ?? .unusedSchemaChanged
    }
}

private struct SchemaRules {
    struct Key: Hashable {
        let id: String
        let use: SchemaUse
        let role: SchemaRole
    }

    static let table = Self()

    private(set) var rules: [Rule] = []
    private(set) var byKey: [Key: Rule] = [:]

    private init() {
        let all =
            SchemaDifference.types + SchemaDifference.values + SchemaDifference.bounds + SchemaDifference.objects
            + SchemaDifference.annotations + SchemaDifference.compositions
        for use in SchemaUse.allCases {
            for difference in all where difference.uses.contains(use) {
                for role in difference.roles(use) { add(difference, use, role) }
            }
        }
    }

    private mutating func add(_ difference: SchemaDifference, _ use: SchemaUse, _ role: SchemaRole) {
        let id = "\(use.words(role))-\(use.word(difference.id))"
        let mirror = mirror(of: difference, use, role)
        let rule = Rule(
            id, difference.level(use, role), mirror: mirror, difference.summary,
            concern: difference.concern)
        rules.append(rule)
        byKey[Key(id: difference.id, use: use, role: role)] = rule
    }

    private func mirror(of difference: SchemaDifference, _ use: SchemaUse, _ role: SchemaRole) -> String {
        var mirrored = SchemaDifference.byID[difference.mirror] ?? difference
        // oasdiff calls a narrower type of a request a changed type.
        if !mirrored.uses.contains(use) { mirrored = .typeChanged }
        let words = mirrored.roles(use).contains(role) ? use.words(role) : use.rawValue
        return "\(words)-\(use.word(mirrored.id))"
    }
}

extension SchemaDifference {
    fileprivate static let byID = Dictionary(
        (types + values + bounds + objects + annotations + compositions).map { ($0.id, $0) },
        uniquingKeysWith: { first, _ in first })

    /// The roles with a rule of their own; values that are not sent break nothing.
    fileprivate func roles(_ use: SchemaUse) -> [SchemaRole] {
        switch variants {
        case .presence: use.isInner ? [.any, .required, .optional] : [.any]
        case .requiredParameter: use == .requestParameter ? [.any, .required] : [.any]
        case .unsent:
            if let role = use.unsentRole, hasUnsentRule(use) { [.any, role] } else { [.any] }
        }
    }

    /// The difference of a read-only or write-only value has a rule if it does more than inform, or oasdiff has one.
    private func hasUnsentRule(_ use: SchemaUse) -> Bool {
        level(use) > .info || (id == "enum-value-added" && use == .responseProperty)
    }

    fileprivate func level(_ use: SchemaUse, _ role: SchemaRole) -> ChangeLevel {
        role == .any || variants == .presence ? level(use) : min(level(use), .info)
    }
}

extension SchemaUse {
    fileprivate var unsentRole: SchemaRole? {
        guard isInner else { return nil }
        return direction == .request ? .readOnly : .writeOnly
    }

    /// A parameter and its schema can both be deprecated.
    fileprivate func word(_ id: String) -> String {
        let isShared = id == "deprecated" || id == "reactivated"
        return isShared && (self == .requestParameter || self == .responseHeader) ? "schema-\(id)" : id
    }
}

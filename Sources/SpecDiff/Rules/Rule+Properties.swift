// Properties of one side.
extension Rule {
    /// The rules of the properties of one use.
    struct PropertyRules: Sendable {
        let added: Rule
        let addedRequired: Rule
        let addedRequiredWithDefault: Rule
        /// A property that does not go in this direction: `readOnly` in a request, `writeOnly` in a response.
        let addedUnsent: Rule
        let addedRequiredUnsent: Rule
        let removed: Rule
        let removedRequired: Rule
        let removedUnsent: Rule
        let removedRequiredUnsent: Rule
        let removedWithDeprecation: Rule
        let removedBeforeSunset: Rule
    }

    static let propertyPresence: [Rule] = {
        var seen: Set<String> = []
        return SchemaUse.allCases.compactMap { propertiesByUse[$0]?.all }.joined()
            .filter { seen.insert($0.id).inserted }
    }()

    /// Nil for components that nothing uses.
    static func properties(_ use: SchemaUse) -> PropertyRules? { propertiesByUse[use] }

    private static let propertiesByUse: [SchemaUse: PropertyRules] = [
        .requestProperty: requestProperties("property"),
        .requestParameterProperty: requestProperties("parameter-property"),
        .responseProperty: responseProperties("response"),
        .responseHeaderProperty: responseProperties("response-header"),
    ]

    private static func requestProperties(_ noun: String) -> PropertyRules {
        let added = "new-optional-request-\(noun)"
        let removed = "request-\(noun)-removed"
        let unsent = noun.replacing("property", with: "read-only-property")
        let addedUnsent = Rule(
            "request-\(unsent)-added", .info, mirror: "request-\(unsent)-removed",
            "a new property that requests leave out")
        let removedUnsent = Rule(
            "request-\(unsent)-removed", .info, mirror: "request-\(unsent)-added",
            "a property is gone that requests left out")
        let gone = Rule(
            removed, .warning, mirror: added, "a property is gone; one that is sent may be ignored or refused")
        return PropertyRules(
            added: Rule(added, .info, mirror: removed, "a new property may be sent"),
            addedRequired: Rule(
                "new-required-request-\(noun)", .breaking, mirror: removed, "a new property has to be sent"),
            addedRequiredWithDefault: Rule(
                "new-required-request-\(noun)-with-default", .breaking, mirror: removed,
                "a new property has to be sent, though it has a default"),
            addedUnsent: addedUnsent, addedRequiredUnsent: addedUnsent,
            removed: gone, removedRequired: gone, removedUnsent: removedUnsent, removedRequiredUnsent: removedUnsent,
            removedWithDeprecation: Rule(
                "\(removed)-with-deprecation", .info, mirror: added,
                "a deprecated property is gone, whose sunset is past or was never set"),
            removedBeforeSunset: Rule(
                "\(removed)-before-sunset", .breaking, mirror: added,
                "a deprecated property is gone before its `x-sunset`"))
    }

    private static func responseProperties(_ first: String) -> PropertyRules {
        func rule(_ kind: String, _ word: String, _ level: ChangeLevel, _ summary: String) -> Rule {
            let mirror = word == "added" ? "removed" : "added"
            return Rule(
                "\(first)-\(kind)-property-\(word)", level, mirror: "\(first)-\(kind)-property-\(mirror)",
                summary)
        }
        let added = rule("required", "added", .info, "a new property, always there")
        let removed = rule("optional", "removed", .warning, "a property is gone that was not always there")
        return PropertyRules(
            added: rule("optional", "added", .info, "a new property, not always there"),
            addedRequired: added, addedRequiredWithDefault: added,
            addedUnsent: rule("optional-write-only", "added", .info, "a new property that responses leave out"),
            addedRequiredUnsent: rule(
                "required-write-only", "added", .info, "a new property that responses leave out"),
            removed: removed,
            removedRequired: rule("required", "removed", .breaking, "a property is gone that was always there"),
            removedUnsent: rule("optional-write-only", "removed", .info, "a property is gone that responses left out"),
            removedRequiredUnsent: rule(
                "required-write-only", "removed", .info, "a property is gone that responses left out"),
            removedWithDeprecation: removed, removedBeforeSunset: removed)
    }
}

extension Rule.PropertyRules {
    fileprivate var all: [Rule] {
        [
            added, addedRequired, addedRequiredWithDefault, addedUnsent, addedRequiredUnsent, removed, removedRequired,
            removedUnsent, removedRequiredUnsent, removedWithDeprecation, removedBeforeSunset,
        ]
    }
}

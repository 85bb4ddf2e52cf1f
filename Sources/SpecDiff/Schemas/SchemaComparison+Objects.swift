import SpecDiagnostics
import SpecTree

// `properties` and `required`.
extension SchemaComparison {
    mutating func compareProperties() {
        guard peek("properties")?.areObjects ?? true else { return compareRequired([:]) }
        let field = take("properties")
        let required = (was: RequiredNames(base["required"]), now: RequiredNames(revision["required"]))
        var known: [String: NamedPair] = [:]
        for property in NamedPair.entries(field?.base, field?.revision) {
            known[property.name] = property
            var subject = part(property.name, property.base, property.revision)
            if property.base == nil || property.revision == nil {
                let isRequired = (property.isNew ? required.now : required.was).contains(property.name)
                reportPresence(property, isRequired: isRequired, subject, field)
            } else {
                subject.isRequired = required.now.contains(property.name)
                comparePartLater(property, subject)
            }
        }
        compareRequired(known)
    }

    // MARK: Properties of one side

    private mutating func reportPresence(
        _ property: NamedPair, isRequired: Bool, _ subject: SchemaSubject, _ field: NamedPair?
    ) {
        guard let node = property.revision ?? property.base else { return }
        let isNew = property.isNew
        let schema = (isNew ? documents.revision : documents.base).resolve(node)?.node ?? node
        report(
            isNew ? rule(added: schema, isRequired) : rule(removed: schema, isRequired), of: subject,
            "\(isRequired ? "required" : "optional") \(subject.text) is \(isNew ? "new" : "gone")", was: property.was,
            now: property.now, base: property.base?.name ?? field?.base?.name ?? base.location,
            revision: property.revision?.name ?? field?.revision?.name ?? revision.location)
    }

    private func rule(added schema: DocumentNode, _ isRequired: Bool) -> Rule {
        guard let rules = Rule.properties(use.inner) else { return .unusedSchemaChanged }
        if isUnsent(schema) { return isRequired ? rules.addedRequiredUnsent : rules.addedUnsent }
        guard isRequired else { return rules.added }
        return schema["default"] == nil ? rules.addedRequired : rules.addedRequiredWithDefault
    }

    private func rule(removed schema: DocumentNode, _ isRequired: Bool) -> Rule {
        guard let rules = Rule.properties(use.inner) else { return .unusedSchemaChanged }
        if isUnsent(schema) { return isRequired ? rules.removedRequiredUnsent : rules.removedUnsent }
        if isRequired, use.direction == .response { return rules.removedRequired }
        guard schema["deprecated"].isTrue else { return isRequired ? rules.removedRequired : rules.removed }
        return documents.isBeforeSunset(schema) ? rules.removedBeforeSunset : rules.removedWithDeprecation
    }

    private func isUnsent(_ schema: DocumentNode) -> Bool {
        isUnsent || schema[use.direction == .request ? "readOnly" : "writeOnly"].isTrue
    }

    // MARK: Required names

    private mutating func compareRequired(_ properties: [String: NamedPair]) {
        guard let field = peek("required") else { return }
        let was = RequiredNames(field.base)
        let now = RequiredNames(field.revision)
        guard was.isReadable, now.isReadable else { return }
        _ = take("required")
        for name in was.names where !now.contains(name) {
            reportRequired(
                name, isRequired: false, properties[name], was.location(of: name), field.revision?.location)
        }
        for name in now.names where !was.contains(name) {
            reportRequired(name, isRequired: true, properties[name], field.base?.location, now.location(of: name))
        }
    }

    private mutating func reportRequired(
        _ name: String, isRequired: Bool, _ property: NamedPair?, _ base: SourceLocation?, _ revision: SourceLocation?
    ) {
        guard let property else {
            return report(
                rule(isRequired ? .requiredNameAdded : .requiredNameRemoved),
                "`\(name)` has \(isRequired ? "" : "no longer ")to be in \(subject.text)",
                was: isRequired ? nil : name, now: isRequired ? name : nil, base: base, revision: revision)
        }
        // A property of one side is reported as that.
        guard let was = property.base, let now = property.revision else { return }
        let subject = part(name, was, now)
        report(
            rule(was, now, isRequired: isRequired), of: subject,
            "\(subject.text) is \(isRequired ? "required" : "optional") now", base: base ?? was.name,
            revision: revision ?? now.name)
    }

    private func rule(_ was: DocumentNode, _ now: DocumentNode, isRequired: Bool) -> Rule {
        let base = documents.base.resolve(was)?.node ?? was
        let revision = documents.revision.resolve(now)?.node ?? now
        let difference: SchemaDifference =
            if !isRequired { .becameOptional } else if revision["default"] != nil { .becameRequiredWithDefault } else {
                .becameRequired
            }
        return .schema(difference, use.inner, isUnsent(base) && isUnsent(revision) ? .unsent(use) : .any)
    }
}

// `items`, `additionalProperties` and `not`.
extension SchemaComparison {
    mutating func compareElements() {
        guard let field = take("items") else { return }
        guard let only = field.base == nil ? field.revision : field.revision == nil ? field.base : nil else {
            return comparePartLater(field, part("[]", field.base, field.revision))
        }
        guard only.json.members?.isEmpty != true, !isTypeChanged else { return }
        report(
            field.isNew ? .itemsAdded : .itemsRemoved, field,
            "elements of \(subject.text) \(field.isNew ? "have a schema now" : "may be anything now")",
            was: field.base?.shownText, now: field.revision?.shownText)
    }

    mutating func compareAdditionalProperties() {
        guard let field = peek("additionalProperties"), let was = AdditionalProperties(field.base),
            let now = AdditionalProperties(field.revision)
        else { return }
        _ = take("additionalProperties")
        switch (was, now) {
        case (.schema, .schema): comparePartLater(field, part("*", field.base, field.revision))
        case (.forbidden, .forbidden), (.anything, .anything): break
        case (.forbidden, _): report(.additionalAllowed, field, "additional properties are allowed in")
        case (_, .forbidden): report(.additionalForbidden, field, "no additional properties are allowed in")
        case (.anything, _): report(.additionalSchemaAdded, field, "additional properties have a schema in")
        case (_, .anything): report(.additionalSchemaRemoved, field, "additional properties may be anything in")
        }
    }

    private mutating func report(_ difference: SchemaDifference, _ field: NamedPair, _ text: String) {
        report(
            difference, field, "\(text) \(subject.text)", was: field.base?.shownText, now: field.revision?.shownText)
    }

    /// Exclusion turns the direction round, so that differences inside of it are only shown.
    mutating func compareExclusions() {
        guard let field = take("not") else { return }
        guard let was = field.base, let now = field.revision else {
            return report(
                field.isNew ? .notAdded : .notRemoved, field,
                field.isNew ? "values are excluded from" : "no values are excluded any more from")
        }
        for difference in FieldDifference.all(was.json, now.json) {
            report(
                rule(.notChanged), "other values are excluded from \(subject.text)", was: difference.was?.shownText,
                now: difference.now?.shownText, base: difference.base, revision: difference.revision)
        }
    }
}

/// The names in `required`, with their locations.
struct RequiredNames {
    private(set) var names: [String] = []
    private var locations: [String: SourceLocation] = [:]
    /// Whether the field is missing or a list of strings.
    private(set) var isReadable = true

    init(_ field: DocumentNode?) {
        guard let field else { return }
        isReadable = field.json.elements?.allSatisfy { $0.string != nil } ?? false
        for element in field.json.elements ?? [] {
            guard let name = element.string, locations[name] == nil else { continue }
            names.append(name)
            locations[name] = element.location
        }
    }

    func contains(_ name: String) -> Bool { locations[name] != nil }

    func location(of name: String) -> SourceLocation? { locations[name] }
}

/// The values of `additionalProperties`; a missing field allows anything.
private enum AdditionalProperties {
    case anything
    case schema
    case forbidden

    /// Nil when it is neither true, false nor a schema.
    init?(_ field: DocumentNode?) {
        switch field?.json.content {
        case nil, .boolean(true)?: self = .anything
        case .boolean(false)?: self = .forbidden
        case .object(let members)?: self = members.isEmpty ? .anything : .schema
        default: return nil
        }
    }
}

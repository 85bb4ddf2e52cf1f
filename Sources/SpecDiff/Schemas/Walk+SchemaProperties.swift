import SpecDiagnostics
import SpecTree

// `properties` and `required`.
extension Walk {
    mutating func compareProperties(_ pair: inout SchemaPair) {
        let properties = pair.peek("properties")
        guard properties?.holdsObjects ?? true else { return compareRequired(&pair, [:]) }
        _ = pair.take("properties")
        let required = (was: RequiredNames(pair.base["required"]), now: RequiredNames(pair.revision["required"]))
        var known: [String: SpotPair] = [:]
        for property in SpotPairing.byName(
            properties?.was?.entries.map { ($0.name, $0.spot) } ?? [],
            properties?.now?.entries.map { ($0.name, $0.spot) } ?? [])
        {
            known[property.name] = property
            if property.base == nil || property.revision == nil {
                reportPresence(property, required.was, required.now, pair, properties)
            } else {
                var subject = pair.part(property.name, property.base, property.revision)
                subject.isRequired = required.now.contains(property.name)
                schema(property.base, property.revision, pair.use.inner, subject)
            }
        }
        compareRequired(&pair, known)
    }

    // MARK: Properties on one side

    private mutating func reportPresence(
        _ property: SpotPair, _ was: RequiredNames, _ now: RequiredNames, _ pair: SchemaPair, _ field: FieldPair?
    ) {
        guard let spot = property.revision ?? property.base else { return }
        let isNew = property.base == nil
        let schema = (isNew ? revision : base).follow(spot)?.spot ?? spot
        let isRequired = (isNew ? now : was).contains(property.name)
        let subject = pair.part(property.name, property.base, property.revision)
        let rule = isNew ? rule(added: schema, isRequired, pair) : rule(removed: schema, isRequired, pair)
        report(
            rule, pair.use.inner, subject,
            "\(isRequired ? "required" : "optional") \(subject.text) is \(isNew ? "new" : "gone")",
            was: isNew ? nil : property.name, now: isNew ? property.name : nil,
            base: property.base?.name ?? field?.was?.name ?? pair.base.location,
            revision: property.revision?.name ?? field?.now?.name ?? pair.revision.location)
    }

    private func rule(added schema: Spot, _ isRequired: Bool, _ pair: SchemaPair) -> Rule {
        guard let rules = Rule.properties(pair.use.inner) else { return .unusedSchemaChanged }
        if isUnsent(schema, pair) { return isRequired ? rules.addedRequiredUnsent : rules.addedUnsent }
        guard isRequired else { return rules.added }
        return schema["default"] == nil ? rules.addedRequired : rules.addedRequiredWithDefault
    }

    private func rule(removed schema: Spot, _ isRequired: Bool, _ pair: SchemaPair) -> Rule {
        guard let rules = Rule.properties(pair.use.inner) else { return .unusedSchemaChanged }
        if isUnsent(schema, pair) { return isRequired ? rules.removedRequiredUnsent : rules.removedUnsent }
        if isRequired, pair.use.direction == .response { return rules.removedRequired }
        guard schema["deprecated"].isTrue else { return isRequired ? rules.removedRequired : rules.removed }
        return isBeforeSunset(schema) ? rules.removedBeforeSunset : rules.removedWithDeprecation
    }

    private func isUnsent(_ schema: Spot, _ pair: SchemaPair) -> Bool {
        pair.isUnsent || schema[pair.use.direction == .request ? "readOnly" : "writeOnly"].isTrue
    }

    // MARK: Required names

    private mutating func compareRequired(_ pair: inout SchemaPair, _ properties: [String: SpotPair]) {
        guard let field = pair.peek("required") else { return }
        let was = RequiredNames(field.was)
        let now = RequiredNames(field.now)
        guard was.isReadable, now.isReadable else { return }
        _ = pair.take("required")
        for name in was.names where !now.contains(name) {
            reportRequired(name, isRequired: false, was.place(of: name), properties[name], field, pair)
        }
        for name in now.names where !was.contains(name) {
            reportRequired(name, isRequired: true, now.place(of: name), properties[name], field, pair)
        }
    }

    private mutating func reportRequired(
        _ name: String, isRequired: Bool, _ place: SourceLocation?, _ property: SpotPair?, _ field: FieldPair,
        _ pair: SchemaPair
    ) {
        let base = isRequired ? field.was?.location : place
        let revision = isRequired ? place : field.now?.location
        guard let property else {
            let difference: SchemaDifference = isRequired ? .requiredNameAdded : .requiredNameRemoved
            return report(
                .schema(difference, pair.use, pair.role(difference)), pair.use, pair.subject,
                "`\(name)` has \(isRequired ? "" : "no longer ")to be in \(pair.subject.text)",
                was: isRequired ? nil : name, now: isRequired ? name : nil, base: base, revision: revision)
        }
        // One that came or went is reported as that.
        guard let was = property.base, let now = property.revision else { return }
        let subject = pair.part(name, was, now)
        report(
            rule(was, now, isRequired: isRequired, pair), pair.use.inner, subject,
            "\(subject.text) is \(isRequired ? "required" : "optional") now", base: base ?? was.name,
            revision: revision ?? now.name)
    }

    private func rule(_ was: Spot, _ now: Spot, isRequired: Bool, _ pair: SchemaPair) -> Rule {
        let base = base.follow(was)?.spot ?? was
        let revision = revision.follow(now)?.spot ?? now
        let difference: SchemaDifference =
            if !isRequired { .becameOptional } else if revision["default"] != nil { .becameRequiredWithDefault } else {
                .becameRequired
            }
        let isUnsent = isUnsent(base, pair) && isUnsent(revision, pair)
        let role: SchemaRole = isUnsent ? (pair.use.direction == .request ? .readOnly : .writeOnly) : .any
        return .schema(difference, pair.use.inner, role)
    }
}

extension FieldPair {
    /// Whether both are objects or missing.
    var holdsObjects: Bool { [was, now].allSatisfy { $0 == nil || $0?.node.members != nil } }
    /// Whether both are arrays or missing.
    var holdsArrays: Bool { [was, now].allSatisfy { $0 == nil || $0?.node.elements != nil } }
}

import SpecDiagnostics
import SpecTree

// Schemas within schemas: `items`, `additionalProperties` and `not`.
extension Walk {
    mutating func compareElements(_ pair: inout SchemaPair) {
        guard let field = pair.take("items") else { return }
        if field.was != nil, field.now != nil {
            return schema(field.was, field.now, pair.use.inner, pair.part("[]", field.was, field.now))
        }
        guard let spot = field.was ?? field.now else { return }
        guard spot.node.members?.isEmpty != true, !pair.isTypeChanged else { return }
        report(
            field.was == nil ? .itemsAdded : .itemsRemoved, pair, field,
            "elements of \(pair.subject.text) \(field.was == nil ? "have a schema now" : "may be anything now")",
            was: field.was?.node.shownText, now: field.now?.node.shownText)
    }

    mutating func compareAdditionalProperties(_ pair: inout SchemaPair) {
        guard let field = pair.peek("additionalProperties"), let was = AdditionalProperties(field.was),
            let now = AdditionalProperties(field.now)
        else { return }
        _ = pair.take("additionalProperties")
        switch (was, now) {
        case (.schema, .schema):
            schema(field.was, field.now, pair.use.inner, pair.part("*", field.was, field.now))
        case (.forbidden, .forbidden), (.anything, .anything): break
        case (.forbidden, _): report(.additionalAllowed, field, "additional properties are allowed in", pair)
        case (_, .forbidden): report(.additionalForbidden, field, "no additional properties are allowed in", pair)
        case (.anything, _): report(.additionalSchemaAdded, field, "additional properties have a schema in", pair)
        case (_, .anything): report(.additionalSchemaRemoved, field, "additional properties may be anything in", pair)
        }
    }

    private mutating func report(
        _ difference: SchemaDifference, _ field: FieldPair, _ text: String, _ pair: SchemaPair
    ) {
        report(
            difference, pair, field, "\(text) \(pair.subject.text)", was: field.was?.node.shownText,
            now: field.now?.node.shownText)
    }

    /// What is excluded turns the direction round, so that differences within are only shown.
    mutating func compareExclusions(_ pair: inout SchemaPair) {
        guard let field = pair.take("not") else { return }
        guard let was = field.was, let now = field.now else {
            return report(
                field.was == nil ? .notAdded : .notRemoved, field,
                field.was == nil ? "values are excluded from" : "no values are excluded any more from", pair)
        }
        for difference in FieldDifference.all(was.node, now.node) {
            report(
                .schema(.notChanged, pair.use, pair.role(.notChanged)), pair.use, pair.subject,
                "other values are excluded from \(pair.subject.text)", was: difference.was?.shownText,
                now: difference.now?.shownText, base: difference.base, revision: difference.revision)
        }
    }
}

/// What `additionalProperties` says; to leave it out is to allow anything.
private enum AdditionalProperties {
    case anything
    case schema
    case forbidden

    /// Nil when it is neither true, false nor a schema.
    init?(_ field: Spot?) {
        switch field?.node.content {
        case nil, .boolean(true)?: self = .anything
        case .boolean(false)?: self = .forbidden
        case .object(let members)?: self = members.isEmpty ? .anything : .schema
        default: return nil
        }
    }
}

import SpecDiagnostics
import SpecTree

// Two Schema Objects (OpenAPI 3.0.3, §4.7.24).
extension Walk {
    /// Compares two schemas that are no references; one that is missing allows anything.
    mutating func compareSchemaObjects(_ base: Spot?, _ revision: Spot?, _ use: SchemaUse, _ subject: SchemaSubject) {
        guard let base, let revision else { return reportOneSided(base, revision, use, subject) }
        guard base.node.members != nil, revision.node.members != nil else {
            return compareOtherFields(base, revision, except: [], use, subject)
        }
        if compareUnwrapped(base, revision, use, subject) { return }
        compareFields(SchemaPair(base, revision, use, subject))
    }

    /// Compares what may stand beside `$ref` as well: descriptions, `nullable`, `deprecated`, `readOnly`, `writeOnly`
    /// and extensions.
    mutating func compareAnnotations(_ base: Spot, _ revision: Spot, _ use: SchemaUse, _ subject: SchemaSubject) {
        var pair = SchemaPair(base, revision, use, subject)
        compareNullability(&pair, was: base["nullable"].isTrue, now: revision["nullable"].isTrue, fields: ["nullable"])
        compareDefaults(&pair)
        compareFlags(&pair)
        compareProse(&pair)
        compareRest(pair)
    }

    mutating func compareFields(_ pair: SchemaPair) {
        var pair = pair
        compareTypes(&pair)
        if pair.differsItself {
            compareValues(&pair)
            compareBounds(&pair)
            compareFlags(&pair)
            compareDiscriminators(&pair)
            compareProse(&pair)
        }
        compareProperties(&pair)
        compareElements(&pair)
        compareAdditionalProperties(&pair)
        compareAllOf(&pair)
        compareUnions(&pair)
        compareExclusions(&pair)
        compareRest(pair)
    }

    mutating func compareProse(_ pair: inout SchemaPair) {
        for name in pair.names where SchemaFields.prose.contains(name) && pair.take(name) != nil {
            prose(name, pair.base, pair.revision, of: pair.subject.text)
        }
    }

    /// Fields that no rule knows, or that hold what no rule can read.
    mutating func compareRest(_ pair: SchemaPair) {
        guard !pair.unjudged.isEmpty else { return }
        compareOtherFields(
            pair.base, pair.revision, except: pair.names(besides: pair.unjudged), pair.use, pair.subject)
    }

    private mutating func reportOneSided(
        _ base: Spot?, _ revision: Spot?, _ use: SchemaUse, _ subject: SchemaSubject
    ) {
        guard let spot = base ?? revision else { return }
        let allowsAnything = spot.node.members?.allSatisfy { SchemaFields.isAnnotation($0.name) } ?? false
        let rule: Rule =
            if allowsAnything { base == nil ? .fieldAdded : .fieldRemoved } else {
                .schema(base == nil ? .schemaAdded : .schemaRemoved, use, .any)
            }
        report(
            rule, use, subject, "\(subject.text) has \(base == nil ? "a schema" : "no schema any more")",
            was: base?.node.shownText, now: revision?.node.shownText, base: base?.location,
            revision: revision?.location)
    }
}

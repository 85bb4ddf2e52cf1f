import SpecDiagnostics
import SpecTree

// What schemas say about themselves with true and false, and discriminators.
extension Walk {
    mutating func compareFlags(_ pair: inout SchemaPair) {
        compareFlag("deprecated", .deprecated, "is deprecated", .reactivated, "is no longer deprecated", &pair)
        compareFlag("readOnly", .readOnly, "is read-only now", .notReadOnly, "is no longer read-only", &pair)
        compareFlag("writeOnly", .writeOnly, "is write-only now", .notWriteOnly, "is no longer write-only", &pair)
        compareFlag(
            "x-kurus-sensitive", .sensitive, "is masked in texts", .notSensitive, "is no longer masked in texts", &pair)
    }

    private mutating func compareFlag(
        _ name: String, _ set: SchemaDifference, _ setText: String, _ unset: SchemaDifference, _ unsetText: String,
        _ pair: inout SchemaPair
    ) {
        guard let field = pair.peek(name), field.isBoolean else { return }
        _ = pair.take(name)
        guard field.was.isTrue != field.now.isTrue else { return }
        let isSet = field.now.isTrue
        report(isSet ? set : unset, pair, field, "\(pair.subject.text) \(isSet ? setText : unsetText)")
    }

    // MARK: Discriminator Object (OpenAPI 3.0.3, §4.7.25)

    mutating func compareDiscriminators(_ pair: inout SchemaPair) {
        guard let field = pair.peek("discriminator") else { return }
        let isReadable = [field.was, field.now].allSatisfy { $0?["propertyName"]?.string != nil || $0 == nil }
        guard isReadable else { return }
        _ = pair.take("discriminator")
        guard let was = field.was, let now = field.now else { return reportDiscriminator(field, pair) }
        let names = FieldPair(name: "propertyName", was: was["propertyName"], now: now["propertyName"])
        if names.was?.string != names.now?.string {
            report(
                .discriminatorPropertyChanged, pair, names,
                "`\(names.now?.string ?? "")` tells the alternatives of \(pair.subject.text) apart",
                was: names.was?.string, now: names.now?.string)
        }
        compareMappings(was, now, pair)
        compareOtherFields(was, now, except: ["propertyName", "mapping"], pair.use, pair.subject)
    }

    private mutating func reportDiscriminator(_ field: FieldPair, _ pair: SchemaPair) {
        let isNew = field.was == nil
        report(
            isNew ? .discriminatorAdded : .discriminatorRemoved, pair, field,
            "\(pair.subject.text) has \(isNew ? "a discriminator" : "no discriminator any more")",
            was: field.was?["propertyName"]?.string, now: field.now?["propertyName"]?.string)
    }

    private mutating func compareMappings(_ was: Spot, _ now: Spot, _ pair: SchemaPair) {
        let pairs = SpotPairing.byName(
            (was["mapping"]?.entries ?? []).map { ($0.name, $0.spot) },
            (now["mapping"]?.entries ?? []).map { ($0.name, $0.spot) })
        for entry in pairs {
            if let base = entry.base, let revision = entry.revision, base.node.isSame(as: revision.node) {
                continue
            }
            let difference: SchemaDifference =
                entry.base == nil
                ? .discriminatorMappingAdded
                : entry.revision == nil ? .discriminatorMappingRemoved : .discriminatorMappingChanged
            report(
                .schema(difference, pair.use, pair.role(difference)), pair.use, pair.subject,
                entry.revision.map {
                    "the discriminator of \(pair.subject.text) leads from `\(entry.name)` to `\($0.node.shownText)`"
                } ?? "the discriminator of \(pair.subject.text) does not know `\(entry.name)` any more",
                was: entry.base?.node.shownText, now: entry.revision?.node.shownText,
                base: entry.base?.location ?? was.location, revision: entry.revision?.location ?? now.location)
        }
    }
}

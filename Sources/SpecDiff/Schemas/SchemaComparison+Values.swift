import SpecDiagnostics
import SpecDocument
import SpecTree

// `enum`, `const`, `default` and `pattern`; true and false; discriminators.
extension SchemaComparison {
    mutating func compareValues() {
        compareEnumerations()
        compareConstants()
        compareDefaults()
        comparePatterns()
    }

    // MARK: Enumerations

    private mutating func compareEnumerations() {
        guard let field = take("enum", if: \.areArrays), !isTypeChanged else { return }
        guard let was = field.base.map(EnumValues.init), let now = field.revision.map(EnumValues.init) else {
            return report(
                field.isNew ? .becameEnum : .becameNotEnum, field,
                "\(subject.text) \(field.isNew ? "is one of a list of values now" : "may be any value now")",
                was: field.base?.shownText, now: field.revision?.shownText)
        }
        for value in was.missing(in: now) {
            report(
                rule(.enumValueRemoved), "\(subject.text) may no longer be `\(value.shownText)`",
                was: value.shownText, base: value.location, revision: field.revision?.location)
        }
        for value in now.missing(in: was) { reportAdded(value, field) }
    }

    private mutating func reportAdded(_ value: JSONNode, _ field: NamedPair) {
        let text = value.shownText
        var notes: [String] = []
        if use.direction == .response, value.string != nil {
            notes = ["code that matched `.unrecognized(\"\(text)\")` stops matching: the value has a case of its own"]
        }
        report(
            rule(.enumValueAdded), "\(subject.text) may be `\(text)`", now: text, base: field.base?.location,
            revision: value.location, notes: notes)
    }

    // MARK: Single values

    private mutating func compareConstants() {
        guard let field = take("const") else { return }
        report(
            field.chosen(.constAdded, .constRemoved, .constChanged), field,
            "\(subject.text) \(field.revision.map { "is always `\($0.shownText)`" } ?? "may be any value") now",
            was: field.base?.shownText, now: field.revision?.shownText)
    }

    mutating func compareDefaults() {
        guard let field = take("default") else { return }
        let message =
            field.revision.map { "\(subject.text) is `\($0.shownText)` where it is missing" }
            ?? "\(subject.text) has no default any more"
        report(
            field.chosen(.defaultAdded, .defaultRemoved, .defaultChanged), field, message,
            was: field.base?.shownText, now: field.revision?.shownText)
    }

    private mutating func comparePatterns() {
        guard let field = take("pattern", if: \.areStrings) else { return }
        report(
            field.chosen(.patternAdded, .patternRemoved, .patternChanged), field,
            "\(subject.text) \(field.revision.map { "has to match `\($0.shownText)`" } ?? "may be any text") now",
            was: field.base?.string, now: field.revision?.string)
    }

    // MARK: Flags

    mutating func compareFlags() {
        compareFlag("deprecated", .deprecated, "is deprecated", .reactivated, "is no longer deprecated")
        compareFlag("readOnly", .readOnly, "is read-only now", .notReadOnly, "is no longer read-only")
        compareFlag("writeOnly", .writeOnly, "is write-only now", .notWriteOnly, "is no longer write-only")
        compareFlag(
            "x-kurus-sensitive", .sensitive, "is masked in texts", .notSensitive, "is no longer masked in texts")
    }

    private mutating func compareFlag(
        _ name: String, _ set: SchemaDifference, _ setText: String, _ unset: SchemaDifference, _ unsetText: String
    ) {
        guard let field = takeFlag(name) else { return }
        let isSet = field.revision.isTrue
        report(isSet ? set : unset, field, "\(subject.text) \(isSet ? setText : unsetText)")
    }

    /// A field that is true on one side alone.
    mutating func takeFlag(_ name: String) -> NamedPair? {
        guard let field = take(name, if: \.areBooleans), field.base.isTrue != field.revision.isTrue else { return nil }
        return field
    }

    // MARK: Discriminator Object (OpenAPI 3.0.3, §4.7.25)

    mutating func compareDiscriminators() {
        guard let field = take("discriminator", if: { $0.both { $0["propertyName"]?.string != nil } }) else { return }
        guard let was = field.base, let now = field.revision else {
            return report(
                field.isNew ? .discriminatorAdded : .discriminatorRemoved, field,
                "\(subject.text) has \(field.isNew ? "a discriminator" : "no discriminator any more")",
                was: field.base?["propertyName"]?.string, now: field.revision?["propertyName"]?.string)
        }
        let names = NamedPair(name: "propertyName", base: was["propertyName"], revision: now["propertyName"])
        if names.base?.string != names.revision?.string {
            report(
                .discriminatorPropertyChanged, names,
                "`\(names.revision?.string ?? "")` tells the alternatives of \(subject.text) apart",
                was: names.base?.string, now: names.revision?.string)
        }
        compareMappings(was, now)
        compareOtherFields(was, now, except: ComparedFields.of(.discriminator))
    }

    private mutating func compareMappings(_ was: DocumentNode, _ now: DocumentNode) {
        for entry in NamedPair.entries(was["mapping"], now["mapping"]) {
            if let base = entry.base, let revision = entry.revision, base.hasSameContent(as: revision) { continue }
            let difference = entry.chosen(
                .discriminatorMappingAdded, .discriminatorMappingRemoved, .discriminatorMappingChanged)
            report(
                rule(difference),
                entry.revision.map {
                    "the discriminator of \(subject.text) leads from `\(entry.name)` to `\($0.shownText)`"
                } ?? "the discriminator of \(subject.text) no longer knows `\(entry.name)`",
                was: entry.base?.shownText, now: entry.revision?.shownText,
                base: entry.base?.location ?? was.location, revision: entry.revision?.location ?? now.location)
        }
    }
}

extension NamedPair {
    /// The difference for a value that is new, gone, or another one.
    func chosen(
        _ added: SchemaDifference, _ removed: SchemaDifference, _ changed: SchemaDifference
    )
        -> SchemaDifference
    {
        base == nil ? added : revision == nil ? removed : changed
    }
}

/// The values of an enumeration; equal values are one, whatever their locations.
private struct EnumValues {
    private let values: [(key: String, json: JSONNode)]

    init(_ field: DocumentNode) {
        values = (field.json.elements ?? []).map { ($0.string.map { "\"\($0)" } ?? $0.shownText, $0) }
    }

    /// The values that another enumeration lacks, each once, in their order.
    func missing(in other: Self) -> [JSONNode] {
        var seen = Set(other.values.map(\.key))
        return values.filter { seen.insert($0.key).inserted }.map(\.json)
    }
}

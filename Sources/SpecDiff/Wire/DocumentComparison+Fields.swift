import SpecAPI
import SpecDiagnostics
import SpecDocument
import SpecTree

/// The fields of the objects of OpenAPI 3.0 and 3.1 that the comparison has rules for, or compares as text. All others,
/// those of 3.2 included, are compared as they are written.
enum ComparedFields {
    /// Fields of the grammar without a rule.
    private static let others: [ObjectKind: Set<String>] = [
        .document: ["openapi", "externalDocs", "jsonSchemaDialect", "webhooks"],
        .info: ["termsOfService", "contact", "license"],
        .tag: ["externalDocs"], .operation: ["externalDocs", "callbacks", "x-kurus-identifiers"],
        .parameter: ["allowEmptyValue"], .header: ["allowEmptyValue"], .response: ["links"],
        .securityScheme: ["bearerFormat"],
    ]

    private static let all = Dictionary(
        uniqueKeysWithValues: ObjectKind.allCases.map { kind in
            (
                kind,
                Set(
                    kind.grammar.fields(in: .v30) + kind.grammar.fields(in: .v31) + kind.grammar.additions(to: .v30)
                ).subtracting(others[kind] ?? [])
            )
        })

    static func of(_ kind: ObjectKind) -> Set<String> { all[kind] ?? [] }

    /// Of the media type of a parameter or header, whose encoding means nothing.
    static let valueContent = of(.mediaType).subtracting(["encoding"])
    /// Fields whose values have names of their own, so that they are objects apart from the one around them.
    static let named: Set = ["properties", "parameters", "responses", "requestBody", "headers"]
    /// How parameters and headers are serialized.
    static let style = ["style", "explode", "allowReserved"]
}

// Fields without a rule of their own: extensions, `xml`, fields that OpenAPI does not have.
extension DocumentComparison {
    /// Reports every difference between the members of two objects, except for the fields `known`: each once, with its
    /// path. Values other than objects are compared as a whole.
    mutating func compareOtherFields(_ pair: NodePair, except known: Set<String>) {
        for difference in FieldDifference.all(pair.base.json, pair.revision.json, except: known) {
            report(
                difference.rule, of: pair, difference.message(pair.subject), was: difference.was?.shownText,
                now: difference.now?.shownText,
                at: pair.locations(
                    difference.base ?? pair.base.location, difference.revision ?? pair.revision.location))
        }
    }

    /// Compares one field, whatever it holds.
    mutating func compareField(_ field: String, _ pair: NodePair) {
        let others = Set((pair.base.entries + pair.revision.entries).map(\.name)).subtracting([field])
        compareOtherFields(pair, except: others)
    }

    /// Compares a field that is read entry by entry, where either side's value has no such entries.
    mutating func compareKind(_ field: String, _ kind: JSONNode.Kind, _ pair: NodePair) {
        guard !pair.field(field).both({ $0.kind == kind }) else { return }
        compareField(field, pair)
    }

    /// Compares a field whose meaning is the same on both sides: an explicit default equals omission, and only another
    /// type of value is reported.
    private mutating func compareSpelling(_ field: String, _ pair: NodePair) {
        guard let was = pair.base[field]?.json, let now = pair.revision[field]?.json, was.kindName != now.kindName
        else { return }
        compareField(field, pair)
    }

    /// Compares a field that is true or false.
    mutating func compareFlag(
        _ field: String, _ pair: NodePair, _ direction: Change.Direction, _ rules: (on: Rule, off: Rule),
        _ words: (on: String, off: String), at locations: ChangeLocations
    ) {
        guard pair.hasOtherFlag(field) else { return compareSpelling(field, pair) }
        let isOn = pair.revision[field].isTrue
        report(
            isOn ? rules.on : rules.off, direction, of: pair, "\(pair.subject) \(isOn ? words.on : words.off)",
            at: locations)
    }

    // MARK: Parameters and headers (§4.7.12.1)

    /// Compares styles, with their defaults.
    mutating func compareStyles(_ pair: NodePair, in location: String, _ rule: Rule, _ direction: Change.Direction) {
        let was = pair.base.style(in: location)
        let now = pair.revision.style(in: location)
        guard was == now else {
            return report(
                rule, direction, of: pair, "\(pair.subject) is written in another way", was: was, now: now,
                at: pair.locations(
                    (pair.base.styleField ?? pair.base).location, (pair.revision.styleField ?? pair.revision).location))
        }
        for field in ComparedFields.style { compareSpelling(field, pair) }
    }

    /// Compares the fields of `content` beside the schema.
    mutating func compareContentFields(_ pair: NodePair) {
        guard let was = pair.base["content"]?.entries.first?.value,
            let now = pair.revision["content"]?.entries.first?.value
        else { return }
        let content = pair.with(was, now, pair.subject)
        compareProse(["example", "examples"], content)
        compareOtherFields(content, except: ComparedFields.valueContent)
    }
}

extension JSONNode {
    /// The kinds of values that have entries.
    enum Kind {
        case object
        case array
        case other
    }

    fileprivate var kind: Kind { members != nil ? .object : elements != nil ? .array : .other }
}

extension DocumentNode {
    fileprivate var styleField: DocumentNode? {
        ComparedFields.style.lazy.compactMap { self[$0] }.first ?? self["content"]
    }

    /// `form, exploded`, or the media type.
    fileprivate func style(in location: String) -> String {
        if self["schema"] == nil, let content = self["content"]?.entries.first { return content.name }
        let usual = ParameterStyle.standard(in: ParameterLocation(rawValue: location) ?? .header)
        let style = self["style"]?.string ?? usual.rawValue
        let explodes =
            self["explode"].map(\.isTrue) ?? ParameterStyle(rawValue: style)?.explodesByDefault ?? false
        let words: [String?] = [
            style, explodes ? "exploded" : nil, self["allowReserved"].isTrue ? "reserved allowed" : nil,
        ]
        return words.compactMap(\.self).joined(separator: ", ")
    }

    /// The schema of a parameter's or header's value, in `schema` or in `content`.
    fileprivate var valueSchema: DocumentNode? {
        self["schema"] ?? self["content"]?.entries.first?.value["schema"]
    }
}

extension NodePair {
    var valueSchemas: NamedPair {
        NamedPair(name: "schema", base: base.valueSchema, revision: revision.valueSchema)
    }
}

extension FieldDifference {
    var rule: Rule { was == nil ? .fieldAdded : now == nil ? .fieldRemoved : .fieldChanged }

    func message(_ subject: String) -> String {
        guard !path.isEmpty else { return "\(subject) is written differently" }
        if was == nil { return "\(subject) has a new field `\(path)`" }
        if now == nil { return "\(subject) has no field `\(path)` any more" }
        return "field `\(path)` of \(subject) changed"
    }
}

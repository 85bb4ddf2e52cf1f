import SpecDiagnostics
import SpecTree

// `enum`, `const`, `default` and `pattern`.
extension Walk {
    mutating func compareValues(_ pair: inout SchemaPair) {
        compareEnumerations(&pair)
        compareConstants(&pair)
        compareDefaults(&pair)
        comparePatterns(&pair)
    }

    // MARK: Enumerations

    private mutating func compareEnumerations(_ pair: inout SchemaPair) {
        guard let field = pair.peek("enum") else { return }
        let was = field.was.map(EnumValues.init)
        let now = field.now.map(EnumValues.init)
        guard was?.isReadable != false, now?.isReadable != false else { return }
        _ = pair.take("enum")
        guard !pair.isTypeChanged else { return }
        guard let was, let now else {
            return report(
                was == nil ? .becameEnum : .becameNotEnum, pair, field,
                "\(pair.subject.text) \(was == nil ? "is one of a list of values now" : "may be any value now")",
                was: field.was?.node.shownText, now: field.now?.node.shownText)
        }
        for value in was.missing(in: now) { report(.enumValueRemoved, value, field, pair) }
        for value in now.missing(in: was) { report(.enumValueAdded, value, field, pair) }
    }

    private mutating func report(
        _ difference: SchemaDifference, _ value: JSONNode, _ field: FieldPair, _ pair: SchemaPair
    ) {
        let isNew = difference.id == SchemaDifference.enumValueAdded.id
        let text = value.shownText
        var notes: [String] = []
        if isNew, pair.use.direction == .response, value.string != nil {
            notes = ["code that matched `.unrecognized(\"\(text)\")` stops matching: the value has a case of its own"]
        }
        report(
            .schema(difference, pair.use, pair.role(difference)), pair.use, pair.subject,
            "\(pair.subject.text) \(isNew ? "may be" : "may no longer be") `\(text)`", was: isNew ? nil : text,
            now: isNew ? text : nil, base: isNew ? field.was?.location : value.location,
            revision: isNew ? value.location : field.now?.location, notes: notes)
    }

    // MARK: Single values

    private mutating func compareConstants(_ pair: inout SchemaPair) {
        guard let field = pair.take("const") else { return }
        let difference: SchemaDifference =
            field.was == nil ? .constAdded : field.now == nil ? .constRemoved : .constChanged
        report(
            difference, pair, field,
            "\(pair.subject.text) \(field.now.map { "is always `\($0.node.shownText)`" } ?? "may be any value") now",
            was: field.was?.node.shownText, now: field.now?.node.shownText)
    }

    mutating func compareDefaults(_ pair: inout SchemaPair) {
        guard let field = pair.take("default") else { return }
        let difference: SchemaDifference =
            field.was == nil ? .defaultAdded : field.now == nil ? .defaultRemoved : .defaultChanged
        let message =
            field.now.map { "\(pair.subject.text) is `\($0.node.shownText)` where it is missing" }
            ?? "\(pair.subject.text) has no default any more"
        report(
            difference, pair, field, message, was: field.was?.node.shownText, now: field.now?.node.shownText)
    }

    private mutating func comparePatterns(_ pair: inout SchemaPair) {
        guard let field = pair.peek("pattern"), field.isString, pair.take("pattern") != nil else { return }
        let difference: SchemaDifference =
            field.was == nil ? .patternAdded : field.now == nil ? .patternRemoved : .patternChanged
        report(
            difference, pair, field,
            "\(pair.subject.text) \(field.now.map { "has to match `\($0.node.shownText)`" } ?? "may be any text") now",
            was: field.was?.string, now: field.now?.string)
    }
}

/// The values of an enumeration, by what they are.
private struct EnumValues {
    private let values: [(key: String, node: JSONNode)]
    private let keys: Set<String>
    let isReadable: Bool

    init(_ field: Spot) {
        isReadable = field.node.elements != nil
        values = (field.node.elements ?? []).map { (Self.key($0), $0) }
        keys = Set(values.map(\.key))
    }

    /// Each once, in their order.
    func missing(in other: Self) -> [JSONNode] {
        var seen = other.keys
        return values.filter { seen.insert($0.key).inserted }.map(\.node)
    }

    private static func key(_ node: JSONNode) -> String {
        node.string.map { "\"\($0)" } ?? node.shownText
    }
}

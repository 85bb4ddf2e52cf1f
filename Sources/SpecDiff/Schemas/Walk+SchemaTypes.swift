import SpecDiagnostics
import SpecTree

// `type`, `format` and `nullable`.
extension Walk {
    mutating func compareTypes(_ pair: inout SchemaPair) {
        let fields = ["type", "format", "nullable", "oneOf", "anyOf"]
        guard fields.contains(where: pair.isDifferent), let was = SchemaType(pair.base),
            let now = SchemaType(pair.revision)
        else { return }
        compareNullability(
            &pair, was: was.isNullable || pair.base.hasNullAlternative,
            now: now.isNullable || pair.revision.hasNullAlternative, fields: ["nullable", "type", "oneOf", "anyOf"])
        compareTypes(was, now, &pair)
    }

    mutating func compareNullability(_ pair: inout SchemaPair, was: Bool, now: Bool, fields: [String]) {
        if let field = pair.peek("nullable"), field.isBoolean { _ = pair.take("nullable") }
        guard was != now, let field = fields.compactMap({ pair.peek($0) }).first else { return }
        report(
            now ? .becameNullable : .becameNotNullable, pair, field,
            "\(pair.subject.text) \(now ? "may be null" : "may no longer be null")")
    }

    private mutating func compareTypes(_ was: SchemaType, _ now: SchemaType, _ pair: inout SchemaPair) {
        let type = pair.take("type")
        let format = pair.take("format")
        guard let field = type ?? format else { return }
        // A list of types may be spelled as alternatives on one side.
        guard !pair.base.isListOfTypes, !pair.revision.isListOfTypes else { return }
        if was.forms != now.forms {
            return report(SchemaDifference.between(was, now, pair.use), was, now, field, &pair)
        }
        if was.text != now.text, was.isDecimal || now.isDecimal {
            report(
                .numberFormChanged, pair, field, "\(pair.subject.text) is the same number, described otherwise",
                was: was.text, now: now.text)
        } else if was.isPassword != now.isPassword {
            report(
                .displayFormatChanged, pair, format ?? field,
                "\(pair.subject.text) is \(now.isPassword ? "" : "no longer ")shown as a password", was: was.text,
                now: now.text)
        } else if was.text != now.text, format != nil {
            compareOtherFields(
                pair.base, pair.revision, except: pair.names(besides: ["format"]), pair.use, pair.subject)
        }
    }

    /// Reports another type; a change of the type says enough about an enumeration.
    mutating func report(
        _ difference: SchemaDifference, _ was: SchemaType, _ now: SchemaType, _ field: FieldPair,
        _ pair: inout SchemaPair
    ) {
        pair.isTypeChanged = !was.isComparable(to: now)
        report(
            difference, pair, field, "\(pair.subject.text) is \(now.text) instead of \(was.text)", was: was.text,
            now: now.text)
    }
}

extension SchemaDifference {
    /// oasdiff calls what a request may no longer be, and what an answer may be without limits, a changed type.
    fileprivate static func between(_ was: SchemaType, _ now: SchemaType, _ use: SchemaUse) -> Self {
        let asText = use == .requestParameter || use == .responseHeader
        if now.contains(was, asText: asText) {
            return now.forms.isEmpty && use.direction == .response ? typeChanged : typeGeneralized
        }
        if was.forms.isEmpty, use.direction == .response { return typeDeclared }
        guard was.contains(now, asText: asText), typeSpecialized.uses.contains(use) else { return typeChanged }
        return typeSpecialized
    }
}

extension FieldPair {
    /// Whether both are true, false or missing.
    var isBoolean: Bool { [was, now].allSatisfy { $0?.node.isBooleanValue ?? true } }
    /// Whether both are strings or missing.
    var isString: Bool { [was, now].allSatisfy { $0 == nil || $0?.string != nil } }
}

extension JSONNode {
    fileprivate var isBooleanValue: Bool { if case .boolean = content { true } else { false } }
}

extension Spot {
    /// The alternatives of its `oneOf` or `anyOf`, when it has one of them.
    var alternatives: [Spot] { (self["oneOf"] ?? self["anyOf"])?.elements ?? [] }

    var hasNullAlternative: Bool { alternatives.contains(where: \.isNullType) }

    /// Whether its type is spelled as alternatives.
    var isListOfTypes: Bool {
        self["type"] == nil && !alternatives.isEmpty && SchemaType(alternatives: alternatives) != nil
    }
}

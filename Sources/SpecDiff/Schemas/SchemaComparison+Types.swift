import SpecDiagnostics
import SpecTree

// `type`, `format` and `nullable`.
extension SchemaComparison {
    mutating func compareTypes() {
        let fields = ["type", "format", "nullable", "oneOf", "anyOf"]
        guard fields.contains(where: { peek($0) != nil }), let was = SchemaType(base), let now = SchemaType(revision)
        else { return }
        compareNullability(
            was: was.isNullable || base.hasNullAlternative, now: now.isNullable || revision.hasNullAlternative,
            fields: ["nullable", "type", "oneOf", "anyOf"])
        compareTypes(was, now)
    }

    mutating func compareNullability(was: Bool, now: Bool, fields: [String]) {
        _ = take("nullable", if: \.areBooleans)
        guard was != now, let field = fields.compactMap({ peek($0) }).first else { return }
        report(
            now ? .becameNullable : .becameNotNullable, field,
            "\(subject.text) \(now ? "may be null" : "may no longer be null")")
    }

    private mutating func compareTypes(_ was: SchemaType, _ now: SchemaType) {
        let type = take("type")
        let format = take("format")
        guard let field = type ?? format else { return }
        // One side may spell a list of types as alternatives: then the comparison of alternatives judges.
        let isJudgedThere =
            base.isListOfTypes
            ? revision.isListOfTypes || revision.alternatives.isEmpty
            : revision.isListOfTypes && base.alternatives.isEmpty
        guard !isJudgedThere else { return }
        if was.forms != now.forms {
            return report(SchemaDifference.between(was, now, use), was, now, field)
        }
        if was.text != now.text, was.isDecimal || now.isDecimal {
            report(
                .numberFormChanged, field, "\(subject.text) is the same number, described differently", was: was.text,
                now: now.text)
        } else if was.isPassword != now.isPassword {
            report(
                .displayFormatChanged, format ?? field,
                "\(subject.text) is \(now.isPassword ? "" : "no longer ")shown as a password", was: was.text,
                now: now.text)
        } else if was.text != now.text, format != nil {
            compareOtherFields(base, revision, except: names(except: ["format"]))
        }
    }

    /// Reports another type. A change of the list of values is not reported too, if the old and new values are
    /// unrelated.
    mutating func report(_ difference: SchemaDifference, _ was: SchemaType, _ now: SchemaType, _ field: NamedPair) {
        isTypeChanged = !was.isComparable(to: now)
        report(
            difference, field, "\(subject.text) is \(now.text) instead of \(was.text)", was: was.text, now: now.text)
    }
}

extension SchemaDifference {
    /// As oasdiff has it, a narrower type in a request and any type in a response are a changed type.
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

/// The kinds of values that a schema allows: `type`, `format` and null.
struct SchemaType {
    /// One kind by its names in the document; kinds that are equal on the wire have one name.
    struct Form: Hashable {
        var word: String
        var format: String?
    }

    /// Empty where any kind is allowed.
    private(set) var forms: Set<Form> = []
    /// The type as the document writes it, for readers.
    private(set) var text = "any type"
    private(set) var isNullable = false
    /// Whether it is `decimal`, as type or as format of a number.
    private(set) var isDecimal = false
    /// `format: password`.
    private(set) var isPassword = false

    /// Nil when `type` or `format` are neither OpenAPI's nor those of JSON Schema 2020-12.
    init?(_ schema: DocumentNode) {
        guard let words = Self.words(schema["type"]?.json) else { return nil }
        let format = schema["format"]
        guard format == nil || format?.string != nil else { return nil }
        isNullable = words.contains("null") || schema["nullable"].isTrue
        let named = words.filter { $0 != "null" }
        if !named.isEmpty || format != nil {
            text = named.isEmpty ? "any type" : named.joined(separator: " or ")
            if let format = format?.string { text += " (\(format))" }
        }
        for word in named { insert(word, format?.string) }
    }

    /// The types of a `oneOf` or `anyOf` that holds nothing but types; nil for any other.
    init?(alternatives: [DocumentNode]) {
        var texts: [String] = []
        for alternative in alternatives {
            guard let type = Self(alternative), alternative.isOnlyType else { return nil }
            isNullable = isNullable || type.isNullable
            isDecimal = isDecimal || type.isDecimal
            isPassword = isPassword || type.isPassword
            forms.formUnion(type.forms)
            if !type.forms.isEmpty { texts.append(type.text) }
        }
        guard !forms.isEmpty else { return nil }
        text = texts.joined(separator: " or ")
    }

    private static func words(_ json: JSONNode?) -> [String]? {
        guard let json else { return [] }
        if let word = json.string { return [word] }
        guard let elements = json.elements else { return nil }
        let words = elements.compactMap(\.string)
        return words.count == elements.count ? words : nil
    }

    private mutating func insert(_ word: String, _ format: String?) {
        var form = Form(word: word, format: format)
        if word == "decimal" || (word == "number" && format == "decimal") {
            form = Form(word: "number", format: nil)
            isDecimal = true
        } else if word == "string", format == "password" {
            form.format = nil
            isPassword = true
        }
        forms.insert(form)
    }

    // MARK: Containment

    /// Whether these kinds contain all values of the others.
    ///
    /// - Parameter asText: Whether values are written as bare text, where a string may look like any other value.
    func contains(_ other: Self, asText: Bool) -> Bool {
        if forms.isEmpty { return true }
        guard !other.forms.isEmpty else { return false }
        return other.forms.allSatisfy { form in forms.contains { $0.contains(form, asText: asText) } }
    }

    /// Whether one contains the other and both are limited, so that a list of values has a meaning for both.
    func isComparable(to other: Self) -> Bool {
        guard !forms.isEmpty, !other.forms.isEmpty else { return false }
        return contains(other, asText: false) || other.contains(self, asText: false)
    }
}

extension SchemaType.Form {
    private static let wider = ["int32": "int64", "float": "double"]
    private static let plain: Set = ["integer", "number", "boolean"]

    fileprivate func contains(_ other: Self, asText: Bool) -> Bool {
        if word == other.word {
            return format == nil || format == other.format || other.format.flatMap { Self.wider[$0] } == format
        }
        if word == "number" { return other.word == "integer" }
        return asText && word == "string" && format == nil && Self.plain.contains(other.word)
    }
}

extension DocumentNode {
    /// The alternatives of its `oneOf` or `anyOf`.
    var alternatives: [DocumentNode] { (self["oneOf"] ?? self["anyOf"])?.elements ?? [] }

    var hasNullAlternative: Bool { alternatives.contains(where: \.isNullType) }

    /// Whether it allows nothing but null (JSON Schema 2020-12).
    var isNullType: Bool { self["type"]?.string == "null" && isOnlyType }

    /// Whether it has only a type, prose aside.
    fileprivate var isOnlyType: Bool { hasOnly { $0.name == "type" || $0.name == "format" } }

    /// Whether its type is spelled as alternatives.
    var isListOfTypes: Bool {
        self["type"] == nil && !alternatives.isEmpty && SchemaType(alternatives: alternatives) != nil
    }

    /// Its types, however they are spelled.
    var listOfTypes: SchemaType? {
        isListOfTypes ? SchemaType(alternatives: alternatives) : alternatives.isEmpty ? SchemaType(self) : nil
    }

    /// Whether a condition holds for all members, prose aside.
    func hasOnly(_ isExpected: (JSONMember) -> Bool) -> Bool {
        (json.members ?? []).allSatisfy { isExpected($0) || SchemaFields.prose.contains($0.name) }
    }
}

import SpecTree

/// Which kinds of values a schema allows: `type`, `format` and null.
struct SchemaType {
    /// One kind, by its names in the document, the same on the wire under one name.
    struct Form: Hashable {
        var word: String
        var format: String?

        var text: String { format.map { "\(word) (\($0))" } ?? word }
    }

    /// Empty: any.
    private(set) var forms: Set<Form> = []
    /// As the document writes it, for readers.
    private(set) var text = "any type"
    private(set) var isNullable = false
    /// How often `decimal` stands there, as type or as format of a number.
    private(set) var isDecimal = false
    /// `format: password`.
    private(set) var isPassword = false

    /// Nil when `type` or `format` are not what OpenAPI, or JSON Schema 2020-12, has them.
    init?(_ schema: Spot) {
        guard let words = Self.words(schema["type"]?.node) else { return nil }
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

    /// The types of a `oneOf` or `anyOf` of nothing but types; nil where it says more.
    init?(alternatives: [Spot]) {
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

    private static func words(_ node: JSONNode?) -> [String]? {
        guard let node else { return [] }
        if let word = node.string { return [word] }
        guard let elements = node.elements else { return nil }
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
}

// What contains what.
extension SchemaType {
    /// Whether all values of the other kinds are values of these.
    ///
    /// - Parameter asText: Whether values are written as bare text, where a string may look like any other value.
    func contains(_ other: Self, asText: Bool) -> Bool {
        if forms.isEmpty { return true }
        guard !other.forms.isEmpty else { return false }
        return other.forms.allSatisfy { form in forms.contains { $0.contains(form, asText: asText) } }
    }

    /// Whether one of them has all values of the other and kinds of its own, so that a list of values is about both.
    func isComparable(to other: Self) -> Bool {
        guard !forms.isEmpty, !other.forms.isEmpty else { return false }
        return contains(other, asText: false) || other.contains(self, asText: false)
    }
}

extension SchemaType.Form {
    private static let wider = ["int32": "int64", "float": "double"]
    private static let plain: Set<String> = ["integer", "number", "boolean"]

    func contains(_ other: Self, asText: Bool) -> Bool {
        if word == other.word {
            return format == nil || format == other.format || other.format.flatMap { Self.wider[$0] } == format
        }
        if word == "number" { return other.word == "integer" }
        return asText && word == "string" && format == nil && Self.plain.contains(other.word)
    }
}

extension Spot {
    /// Whether it says nothing but its type, prose aside.
    fileprivate var isOnlyType: Bool {
        (node.members ?? []).allSatisfy {
            $0.name == "type" || $0.name == "format" || SchemaFields.prose.contains($0.name)
        }
    }

    /// Whether it allows nothing but null (JSON Schema 2020-12).
    var isNullType: Bool {
        self["type"]?.string == "null" && isOnlyType
    }
}

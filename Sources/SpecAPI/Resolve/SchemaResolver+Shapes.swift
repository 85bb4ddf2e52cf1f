import SourceText
import SpecDiagnostics
import SpecDocument
import SpecTree

// From a Schema Object to a resolved schema (OpenAPI 3.0.3, §4.7.24; 3.1.1, §4.8.24).
extension SchemaResolver {
    /// - Parameter name: The name in `components` of the schema itself.
    /// - Parameter asBase: Whether a specialisation asks for the part that it inherits; then a discriminator makes no
    ///   union.
    mutating func resolve(_ schema: Schema, in scope: Int, name: String? = nil, asBase: Bool = false) -> APISchema {
        var result = APISchema(at: schema.location, .any)
        result.shape = ownShape(of: schema, in: scope, &result.constraints)
        result.nullable =
            schema.types.contains { $0.value == "null" } || schema.enumValues?.contains(where: \.isNull) ?? false
        reportDynamicReference(of: schema)
        if !schema.allOf.isEmpty {
            mergeAllOf(of: schema, into: &result, in: scope, name: name, asBase: asBase)
        }
        result.annotate(from: schema)
        result.location = schema.location
        addUnion(.oneOf, schema.oneOf, of: schema, to: &result, in: scope)
        addUnion(.anyOf, schema.anyOf, of: schema, to: &result, in: scope)
        if !asBase, let name {
            addSubtypes(of: schema, named: name, to: &result, in: scope)
        }
        applyRequired(to: &result, asBase: asBase)
        if let rest = schema.unevaluatedProperties { applyRest(rest, to: &result, in: scope) }
        return result
    }

    // MARK: Keywords of the schema itself

    mutating func ownShape(
        of schema: Schema, in scope: Int, _ constraints: inout SchemaConstraints
    ) -> SchemaShape {
        let words = schema.valueTypes
        let word = words.count == 1 ? words[0] : nil
        if let values = schema.enumValues {
            return enumeration(values, word, of: schema, &constraints)
        }
        if words.count > 1 { return shape(of: words, schema, in: scope) }
        switch word?.value {
        case "object"?: return objectShape(of: schema, in: scope)
        case "array"?: return arrayShape(of: schema, in: scope)
        case let text?: return scalarShape(text, at: word?.location ?? schema.location, schema)
        case nil: return inferredShape(of: schema, in: scope)
        }
    }

    /// Infers the shape from the other keywords where there is no `type`.
    private mutating func inferredShape(of schema: Schema, in scope: Int) -> SchemaShape {
        if schema.describesMembers { return objectShape(of: schema, in: scope) }
        if schema.describesElements { return arrayShape(of: schema, in: scope) }
        // §4.8.14.4 of OpenAPI 3.1.1 describes octets without a type.
        return schema.octetFormat == nil ? .any : scalarShape("string", at: schema.location, schema)
    }

    private mutating func arrayShape(of schema: Schema, in scope: Int) -> SchemaShape {
        if !schema.prefixItems.isEmpty { return .array(tupleElement(of: schema, in: scope)) }
        guard let items = schema.items else {
            if version(of: scope) == .v30 {
                diagnostics.warning(
                    .sloppyDocument,
                    "an array without `items`, which is required; its elements are read as any JSON value",
                    at: schema.location)
            }
            return .array(APISchema(at: schema.location, .any))
        }
        return .array(resolvePart(items, in: scope))
    }

    private mutating func objectShape(of schema: Schema, in scope: Int) -> SchemaShape {
        var object = ObjectShape()
        object.properties = schema.properties.entries.map { entry in
            ObjectShape.Property(
                name: entry.name, location: entry.location, schema: resolvePart(entry.value, in: scope),
                required: false)
        }
        object.requiredNames = schema.required
        if let rest = schema.additionalProperties {
            object.additional = additional(rest, at: schema.location, in: scope)
        }
        addPatternProperties(of: schema, to: &object, in: scope)
        return .object(object)
    }

    private mutating func scalarShape(_ word: String, at location: SourceLocation, _ schema: Schema) -> SchemaShape {
        let format = schema.format?.value ?? schema.octetFormat
        for key in [format.map { "\(word)/\($0)" }, word].compactMap(\.self) {
            if let type = options.types[key] {
                usedTypes.insert(key)
                return .scalar(type)
            }
        }
        if let type = ScalarType.standard(word, format: format) { return .scalar(type) }
        guard let meant = ScalarType.meant(by: word), let type = ScalarType.standard(meant.word, format: meant.format)
        else {
            reportUnknownType(word, at: location)
            return .any
        }
        diagnostics.warning(
            .sloppyDocument,
            "`\(word)` is no `type`; it is read as `\(meant.word)`"
                + (meant.format.map { " with the format `\($0)`" } ?? ""),
            at: location)
        return .scalar(type)
    }

    private mutating func reportUnknownType(_ word: String, at location: SourceLocation) {
        let words = ["array", "boolean", "integer", "number", "object", "string", "decimal"]
        let suggestion = DidYouMean.suggestion(for: word, in: words + options.types.keys.sorted())
        let remedy = suggestion.map { "did you mean `\($0)`? If not, define it" } ?? "define it"
        diagnostics.error(
            .unknownType,
            "`type` is array, boolean, integer, number, object, string or, for Kurus, decimal; `\(word)` is not one of them; "
                + "\(remedy) in kurus.json: \"types\": {\"\(word)\": \"Decimal\"}",
            at: location)
    }

    // MARK: Enumerations

    private mutating func enumeration(
        _ values: [JSONNode], _ word: Located<String>?, of schema: Schema, _ constraints: inout SchemaConstraints
    ) -> SchemaShape {
        let present = values.filter { !$0.isNull }
        let isString = present.allSatisfy(\.isString)
        let isInteger = present.allSatisfy { $0.integerText != nil }
        guard !present.isEmpty else {
            return word.map { scalarShape($0.value, at: $0.location, schema) } ?? .any
        }
        switch word?.value {
        case "string"? where isString, nil where isString: break
        case "string"?:
            diagnostics.warning(
                .sloppyDocument, "a value of `enum` is not a string, as `type` requires; it is read as a string",
                at: present.first { !$0.isString }?.location)
        case "integer"? where isInteger, nil where isInteger: return integers(present)
        default:
            constraints.allowedValues = present.map(\.lexeme)
            return otherValues(present, word, schema)
        }
        return strings(present, schema)
    }

    private mutating func otherValues(
        _ present: [JSONNode], _ word: Located<String>?, _ schema: Schema
    ) -> SchemaShape {
        if let word, ScalarType.standard(word.value, format: nil) != nil {
            return scalarShape(word.value, at: word.location, schema)
        }
        if present.allSatisfy(\.isBoolean) { return .scalar(.boolean) }
        if present.allSatisfy(\.isNumber) { return .scalar(.decimal) }
        return .any
    }

    private mutating func strings(_ values: [JSONNode], _ schema: Schema) -> SchemaShape {
        .enumeration(
            EnumerationShape(
                isInteger: false,
                values: distinct(
                    values.map { node in
                        EnumerationShape.Value(
                            text: node.lexeme, location: node.location,
                            deprecated: schema.deprecatedValues.contains(node.lexeme))
                    })))
    }

    private mutating func integers(_ values: [JSONNode]) -> SchemaShape {
        .enumeration(
            EnumerationShape(
                isInteger: true,
                values: distinct(
                    values.map { node in
                        EnumerationShape.Value(
                            text: node.integerText ?? "0", location: node.location, deprecated: false)
                    })))
    }

    private mutating func distinct(_ values: [EnumerationShape.Value]) -> [EnumerationShape.Value] {
        var first: [String: SourceLocation] = [:]
        return values.filter { value in
            guard let earlier = first[value.text] else {
                first[value.text] = value.location
                return true
            }
            diagnostics.warning(
                .sloppyDocument, "the value `\(value.text)` is in `enum` twice", at: value.location,
                notes: [Diagnostic.Note("it is here first", at: earlier)])
            return false
        }
    }

    // MARK: required

    /// Marks the properties that `required` names; adds a property of any value for a name without one.
    private mutating func applyRequired(to schema: inout APISchema, asBase: Bool) {
        guard case .object(var object) = schema.shape else { return }
        defer { schema.shape = .object(object) }
        let names = Set(object.requiredNames.map(\.value))
        for index in object.properties.indices {
            object.properties[index].required = names.contains(object.properties[index].name)
        }
        guard !asBase else { return }
        let known = Set(object.properties.map(\.name)).union(object.unions.flatMap(propertyNames))
        var added: Set<String> = []
        for name in object.requiredNames where !known.contains(name.value) && added.insert(name.value).inserted {
            diagnostics.warning(
                .sloppyDocument,
                "`required` names `\(name.value)`, which `properties` does not describe; it is read as any JSON value",
                at: name.location)
            object.properties.append(
                ObjectShape.Property(
                    name: name.value, location: name.location, schema: APISchema(at: name.location, .any),
                    required: true))
        }
        let alternatives = object.requiredAlternatives?.ways.flatMap(\.self) ?? []
        for name in alternatives where !known.contains(name) && added.insert(name).inserted {
            diagnostics.warning(
                .sloppyDocument,
                "an alternative requires `\(name)`, which `properties` does not describe; it is read as any JSON value",
                at: schema.location)
            object.properties.append(
                ObjectShape.Property(
                    name: name, location: schema.location, schema: APISchema(at: schema.location, .any),
                    required: false))
        }
    }
}

extension ScalarType {
    /// Returns the data types of OpenAPI 3.0.3, §4.4, and `decimal`. Unknown formats are ignored.
    static func standard(_ word: String, format: String?) -> Self? {
        switch (word, format) {
        case ("boolean", _): .boolean
        case ("integer", "int32"?): .int32
        case ("integer", "int64"?): .int64
        case ("integer", _): .int
        case ("number", "float"?): .float
        case ("number", "double"?): .double
        case ("number", _), ("decimal", _): .decimal
        case ("string", let format): standardString(format)
        default: nil
        }
    }

    /// Returns the type that the name of a data type belongs to (§4.4: `float` is a format of `number`), and that the names
    /// of programming languages and of Swagger 2.0's files plainly mean.
    static func meant(by word: String) -> (word: String, format: String?)? {
        switch word {
        case "int", "Int": ("integer", nil)
        case "long", "Long": ("integer", "int64")
        case "int32", "int64": ("integer", word)
        case "float", "Float", "double", "Double": ("number", word.lowercased())
        case "bool", "Bool": ("boolean", nil)
        case "byte", "binary", "date", "date-time", "password", "uuid", "uri": ("string", word)
        case "datetime": ("string", "date-time")
        case "file": ("string", "binary")
        case "str", "text": ("string", nil)
        default: nil
        }
    }

    private static func standardString(_ format: String?) -> Self {
        switch format {
        case "decimal"?: .decimalString
        case "date-time"?: .dateTime
        case "date"?: .date
        case "uuid"?: .uuid
        case "uri"?: .uri
        case "byte"?: .bytes
        case "binary"?: .binary
        case "password"?: .password
        default: .string
        }
    }
}

import SpecDocument

// The differences of OpenAPI 3.1.1 and 3.2.0 from the tables of 3.0.3. A Schema Object has the keywords of JSON Schema
// 2020-12, and may be a boolean.
extension SpecificationFields {
    static func objects(of version: SpecificationVersion) -> [Object] {
        objects.map { object in
            var object = object
            if version >= .v31 {
                let removed = removed31[object.name] ?? []
                object.fields.removeAll { removed.contains($0.name) }
                object.fields += added31[object.name] ?? []
                object.fields = object.fields.map { Field($0.name, kind31(of: $0, in: object.name)) }
            }
            if version >= .v32 { object.fields += added32[object.name] ?? [] }
            return object
        }
    }

    static func object(_ name: String, in version: SpecificationVersion) -> Object? {
        objects(of: version).first { $0.name == name }
    }

    private static let schema = Kind.booleanOrObject("Schema Object")

    private static func kind31(of field: Field, in object: String) -> Kind {
        switch (object, field.name) {
        case ("Schema Object", "type"): .stringOrArray
        case ("Schema Object", "exclusiveMaximum"), ("Schema Object", "exclusiveMinimum"): .booleanOrNumber
        default: field.kind.withBooleanSchemas
        }
    }

    private static let removed31 = ["Schema Object": ["nullable"]]

    private static let added31: [String: [Field]] = [
        "OpenAPI Object": [
            Field("jsonSchemaDialect", .string), Field("webhooks", .map(.object("Path Item Object"))),
        ],
        "Info Object": [Field("summary", .string)],
        "License Object": [Field("identifier", .string)],
        "Components Object": [Field("pathItems", .map(.object("Path Item Object")))],
        "Reference Object": [Field("summary", .string), Field("description", .string)],
        "Schema Object": [
            Field("$schema", .string), Field("$id", .string), Field("$ref", .string), Field("$anchor", .string),
            Field("$dynamicRef", .string), Field("$dynamicAnchor", .string), Field("$vocabulary", .map(.boolean)),
            Field("$comment", .string), Field("$defs", .map(schema)), Field("const", .any),
            Field("maxContains", .number), Field("minContains", .number),
            Field("dependentRequired", .map(.array(.string))), Field("dependentSchemas", .map(schema)),
            Field("if", schema), Field("then", schema), Field("else", schema), Field("prefixItems", .array(schema)),
            Field("contains", schema), Field("unevaluatedItems", schema), Field("unevaluatedProperties", schema),
            Field("patternProperties", .map(schema)), Field("propertyNames", schema),
            Field("contentEncoding", .string), Field("contentMediaType", .string), Field("contentSchema", schema),
            Field("examples", .array(.any)),
        ],
    ]

    private static let added32: [String: [Field]] = [
        "OpenAPI Object": [Field("$self", .string)],
        "Server Object": [Field("name", .string)],
        "Components Object": [Field("mediaTypes", .map(.object("Media Type Object")))],
        "Path Item Object": [
            Field("query", .object("Operation Object")),
            Field("additionalOperations", .map(.object("Operation Object"))),
        ],
        "Media Type Object": [
            Field("itemSchema", schema), Field("prefixEncoding", .array(.object("Encoding Object"))),
            Field("itemEncoding", .object("Encoding Object")),
        ],
        "Encoding Object": [
            Field("encoding", .map(.object("Encoding Object"))),
            Field("prefixEncoding", .array(.object("Encoding Object"))),
            Field("itemEncoding", .object("Encoding Object")),
        ],
        "Response Object": [Field("summary", .string)],
        "Example Object": [Field("dataValue", .any), Field("serializedValue", .string)],
        "Tag Object": [Field("summary", .string), Field("parent", .string), Field("kind", .string)],
        "Discriminator Object": [Field("defaultMapping", .string)],
        "XML Object": [Field("nodeType", .string)],
        "Security Scheme Object": [Field("oauth2MetadataUrl", .string), Field("deprecated", .boolean)],
        "OAuth Flows Object": [Field("deviceAuthorization", .object("OAuth Flow Object"))],
        "OAuth Flow Object": [Field("deviceAuthorizationUrl", .string)],
    ]
}

extension SpecificationFields.Kind {
    /// The same kind, with booleans in place of schemas.
    fileprivate var withBooleanSchemas: Self {
        switch self {
        case .reference("Schema Object"): .booleanOrObject("Schema Object")
        case .array(let element): .array(element.withBooleanSchemas)
        case .map(let entry): .map(entry.withBooleanSchemas)
        default: self
        }
    }
}

/// The fields of OpenAPI 3.0.3, transcribed from its tables.
enum SpecificationFields {
    indirect enum Kind: Sendable {
        case string
        case boolean
        case number
        /// Any JSON value.
        case any
        case booleanOrObject(String)
        case booleanOrNumber
        case stringOrArray
        case object(String)
        case array(Kind)
        case map(Kind)
        /// An object, or a reference to one.
        case reference(String)
    }

    struct Field: Sendable {
        let name: String
        let kind: Kind

        init(_ name: String, _ kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    struct Object: Sendable {
        let name: String
        var fields: [Field]
        /// Entries under names that the document chooses.
        var patterns: [Field] = []
    }

    static let objects: [Object] = roots + calls + answers + schemas + securities

    private static let roots = [
        Object(
            name: "OpenAPI Object",
            fields: [
                Field("openapi", .string), Field("info", .object("Info Object")),
                Field("servers", .array(.object("Server Object"))), Field("paths", .object("Paths Object")),
                Field("components", .object("Components Object")),
                Field("security", .array(.object("Security Requirement Object"))),
                Field("tags", .array(.object("Tag Object"))),
                Field("externalDocs", .object("External Documentation Object")),
            ]),
        Object(
            name: "Info Object",
            fields: [
                Field("title", .string), Field("description", .string), Field("termsOfService", .string),
                Field("contact", .object("Contact Object")), Field("license", .object("License Object")),
                Field("version", .string),
            ]),
        Object(
            name: "Contact Object",
            fields: [Field("name", .string), Field("url", .string), Field("email", .string)]),
        Object(name: "License Object", fields: [Field("name", .string), Field("url", .string)]),
        Object(
            name: "Server Object",
            fields: [
                Field("url", .string), Field("description", .string),
                Field("variables", .map(.object("Server Variable Object"))),
            ]),
        Object(
            name: "Server Variable Object",
            fields: [Field("enum", .array(.string)), Field("default", .string), Field("description", .string)]),
        Object(
            name: "Components Object",
            fields: [
                Field("schemas", .map(.reference("Schema Object"))),
                Field("responses", .map(.reference("Response Object"))),
                Field("parameters", .map(.reference("Parameter Object"))),
                Field("examples", .map(.reference("Example Object"))),
                Field("requestBodies", .map(.reference("Request Body Object"))),
                Field("headers", .map(.reference("Header Object"))),
                Field("securitySchemes", .map(.reference("Security Scheme Object"))),
                Field("links", .map(.reference("Link Object"))),
                Field("callbacks", .map(.reference("Callback Object"))),
            ]),
    ]

    private static let operation = Kind.object("Operation Object")

    private static let calls = [
        Object(name: "Paths Object", fields: [], patterns: [Field("/{path}", .object("Path Item Object"))]),
        Object(
            name: "Path Item Object",
            fields: [
                Field("$ref", .string), Field("summary", .string), Field("description", .string),
                Field("get", operation), Field("put", operation), Field("post", operation),
                Field("delete", operation), Field("options", operation), Field("head", operation),
                Field("patch", operation), Field("trace", operation),
                Field("servers", .array(.object("Server Object"))),
                Field("parameters", .array(.reference("Parameter Object"))),
            ]),
        Object(
            name: "Operation Object",
            fields: [
                Field("tags", .array(.string)), Field("summary", .string), Field("description", .string),
                Field("externalDocs", .object("External Documentation Object")), Field("operationId", .string),
                Field("parameters", .array(.reference("Parameter Object"))),
                Field("requestBody", .reference("Request Body Object")),
                Field("responses", .object("Responses Object")),
                Field("callbacks", .map(.reference("Callback Object"))), Field("deprecated", .boolean),
                Field("security", .array(.object("Security Requirement Object"))),
                Field("servers", .array(.object("Server Object"))),
            ]),
        Object(name: "External Documentation Object", fields: [Field("description", .string), Field("url", .string)]),
        Object(
            name: "Parameter Object",
            fields: [Field("name", .string), Field("in", .string)] + describedValue),
        Object(
            name: "Request Body Object",
            fields: [
                Field("description", .string), Field("content", .map(.object("Media Type Object"))),
                Field("required", .boolean),
            ]),
        Object(
            name: "Media Type Object",
            fields: [
                Field("schema", .reference("Schema Object")), Field("example", .any),
                Field("examples", .map(.reference("Example Object"))),
                Field("encoding", .map(.object("Encoding Object"))),
            ]),
        Object(
            name: "Encoding Object",
            fields: [
                Field("contentType", .string), Field("headers", .map(.reference("Header Object"))),
                Field("style", .string), Field("explode", .boolean), Field("allowReserved", .boolean),
            ]),
    ]

    /// The fields that a parameter and a header share.
    private static let describedValue = [
        Field("description", .string), Field("required", .boolean), Field("deprecated", .boolean),
        Field("allowEmptyValue", .boolean), Field("style", .string), Field("explode", .boolean),
        Field("allowReserved", .boolean), Field("schema", .reference("Schema Object")), Field("example", .any),
        Field("examples", .map(.reference("Example Object"))),
        Field("content", .map(.object("Media Type Object"))),
    ]

    private static let answers = [
        Object(
            name: "Responses Object", fields: [Field("default", .reference("Response Object"))],
            patterns: [Field("HTTP Status Code", .reference("Response Object"))]),
        Object(
            name: "Response Object",
            fields: [
                Field("description", .string), Field("headers", .map(.reference("Header Object"))),
                Field("content", .map(.object("Media Type Object"))),
                Field("links", .map(.reference("Link Object"))),
            ]),
        Object(name: "Callback Object", fields: [], patterns: [Field("{expression}", .object("Path Item Object"))]),
        Object(
            name: "Example Object",
            fields: [
                Field("summary", .string), Field("description", .string), Field("value", .any),
                Field("externalValue", .string),
            ]),
        Object(
            name: "Link Object",
            fields: [
                Field("operationRef", .string), Field("operationId", .string), Field("parameters", .map(.any)),
                Field("requestBody", .any), Field("description", .string), Field("server", .object("Server Object")),
            ]),
        Object(name: "Header Object", fields: describedValue),
        Object(
            name: "Tag Object",
            fields: [
                Field("name", .string), Field("description", .string),
                Field("externalDocs", .object("External Documentation Object")),
            ]),
        Object(name: "Reference Object", fields: [Field("$ref", .string)]),
    ]

    private static let schemas = [
        Object(
            name: "Schema Object",
            fields: [
                Field("title", .string), Field("multipleOf", .number), Field("maximum", .number),
                Field("exclusiveMaximum", .boolean), Field("minimum", .number), Field("exclusiveMinimum", .boolean),
                Field("maxLength", .number), Field("minLength", .number), Field("pattern", .string),
                Field("maxItems", .number), Field("minItems", .number), Field("uniqueItems", .boolean),
                Field("maxProperties", .number), Field("minProperties", .number), Field("required", .array(.string)),
                Field("enum", .array(.any)), Field("type", .string),
                Field("allOf", .array(.reference("Schema Object"))),
                Field("oneOf", .array(.reference("Schema Object"))),
                Field("anyOf", .array(.reference("Schema Object"))), Field("not", .reference("Schema Object")),
                Field("items", .reference("Schema Object")),
                Field("properties", .map(.reference("Schema Object"))),
                Field("additionalProperties", .booleanOrObject("Schema Object")), Field("description", .string),
                Field("format", .string), Field("default", .any), Field("nullable", .boolean),
                Field("discriminator", .object("Discriminator Object")), Field("readOnly", .boolean),
                Field("writeOnly", .boolean), Field("xml", .object("XML Object")),
                Field("externalDocs", .object("External Documentation Object")), Field("example", .any),
                Field("deprecated", .boolean),
            ]),
        Object(
            name: "Discriminator Object", fields: [Field("propertyName", .string), Field("mapping", .map(.string))]),
        Object(
            name: "XML Object",
            fields: [
                Field("name", .string), Field("namespace", .string), Field("prefix", .string),
                Field("attribute", .boolean), Field("wrapped", .boolean),
            ]),
    ]

    private static let securities = [
        Object(
            name: "Security Scheme Object",
            fields: [
                Field("type", .string), Field("description", .string), Field("name", .string), Field("in", .string),
                Field("scheme", .string), Field("bearerFormat", .string), Field("flows", .object("OAuth Flows Object")),
                Field("openIdConnectUrl", .string),
            ]),
        Object(
            name: "OAuth Flows Object",
            fields: [
                Field("implicit", .object("OAuth Flow Object")), Field("password", .object("OAuth Flow Object")),
                Field("clientCredentials", .object("OAuth Flow Object")),
                Field("authorizationCode", .object("OAuth Flow Object")),
            ]),
        Object(
            name: "OAuth Flow Object",
            fields: [
                Field("authorizationUrl", .string), Field("tokenUrl", .string), Field("refreshUrl", .string),
                Field("scopes", .map(.string)),
            ]),
        Object(
            name: "Security Requirement Object", fields: [], patterns: [Field("{name}", .array(.string))]),
    ]
}

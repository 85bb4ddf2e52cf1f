/// What of OpenAPI 3.0.3 is read: the objects and fields that the decoders know.
package enum SpecificationCoverage {
    /// One object of the specification.
    package struct Object: Sendable {
        /// The name in the specification: `Info Object`.
        package let name: String
        /// The fields of the specification that are read, in its order.
        package let fields: [String]
        /// Fields that the specification names by pattern: `/{path}`.
        package let patterns: [String]
        /// Fields that Kurus reads beyond the specification.
        package let additions: [String]

        init<Field: ObjectField>(_ type: Field.Type) {
            name = type.objectName
            fields = type.allCases.filter { !type.additions.contains($0) }.map(\.rawValue)
            patterns = type.patterns
            additions = type.additions.map(\.rawValue)
        }

        /// An object without fields of fixed names.
        init(_ name: String, pattern: String) {
            self.name = name
            fields = []
            patterns = [pattern]
            additions = []
        }
    }

    /// All objects, in the specification's order.
    package static let objects: [Object] = [
        Object(OpenAPIDocument.Field.self), Object(DocumentInfo.Field.self), Object(Contact.Field.self),
        Object(License.Field.self), Object(Server.Field.self), Object(ServerVariable.Field.self),
        Object(Components.Field.self), Object("Paths Object", pattern: "/{path}"), Object(PathItem.Field.self),
        Object(Operation.Field.self), Object(ExternalDocumentation.Field.self), Object(Parameter.Field.self),
        Object(RequestBody.Field.self), Object(MediaType.Field.self), Object(Encoding.Field.self),
        Object(ResponsesField.self), Object(Response.Field.self), Object(Callback.objectName, pattern: "{expression}"),
        Object(Example.Field.self), Object(Link.Field.self), Object(Header.Field.self), Object(Tag.Field.self),
        Object(Reference.Field.self), Object(Schema.Field.self), Object(Discriminator.Field.self),
        Object(XMLObject.Field.self), Object(SecurityScheme.Field.self), Object(OAuthFlows.Field.self),
        Object(OAuthFlow.Field.self), Object(SecurityRequirement.objectName, pattern: "{name}"),
    ]
}

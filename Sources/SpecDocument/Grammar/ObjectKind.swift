/// An object of the specification (OpenAPI 3.0.3, §4.7; 3.1.1, §4.8), in its order. With ``grammar``, this is the one table of
/// objects and fields, used to decode, compare, merge and document.
package enum ObjectKind: CaseIterable, Sendable {
    case document, info, contact, license, server, serverVariable, components, paths, pathItem, operation
    case externalDocumentation, parameter, requestBody, mediaType, encoding, responses, response, callback, example,
        link
    case header, tag, reference, schema, discriminator, xml, securityScheme, oauthFlows, oauthFlow, securityRequirement

    package var grammar: ObjectGrammar {
        Self.grammars[self] ?? ObjectGrammar("", pattern: "", .value)
    }

    private static let grammars = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.table) })

    private var table: ObjectGrammar {
        switch self {
        case .document:
            ObjectGrammar(
                OpenAPIDocument.Field.self,
                [
                    .info: .object(.info), .servers: .list(.server), .paths: .object(.paths),
                    .webhooks: .map(.pathItem), .components: .object(.components),
                    .security: .list(.securityRequirement), .tags: .list(.tag),
                    .externalDocs: .object(.externalDocumentation),
                ])
        case .info:
            ObjectGrammar(DocumentInfo.Field.self, [.contact: .object(.contact), .license: .object(.license)])
        case .contact: ObjectGrammar(Contact.Field.self)
        case .license: ObjectGrammar(License.Field.self)
        case .server: ObjectGrammar(Server.Field.self, [.variables: .map(.serverVariable)])
        case .serverVariable: ObjectGrammar(ServerVariable.Field.self)
        case .components:
            ObjectGrammar(
                Components.Field.self,
                [
                    .schemas: .map(.schema), .responses: .map(.response), .parameters: .map(.parameter),
                    .examples: .map(.example), .requestBodies: .map(.requestBody), .headers: .map(.header),
                    .securitySchemes: .map(.securityScheme), .links: .map(.link), .callbacks: .map(.callback),
                    .pathItems: .map(.pathItem), .mediaTypes: .map(.mediaType),
                ])
        case .paths: ObjectGrammar("Paths Object", pattern: "/{path}", .object(.pathItem))
        case .pathItem:
            ObjectGrammar(
                PathItem.Field.self,
                [
                    .servers: .list(.server), .parameters: .list(.parameter), .query: .object(.operation),
                    .additionalOperations: .map(.operation),
                ].merging(
                    PathItem.Field.allCases.filter(\.isMethod).map { ($0, .object(.operation)) }
                ) { first, _ in first })
        case .operation:
            ObjectGrammar(
                Operation.Field.self,
                [
                    .externalDocs: .object(.externalDocumentation), .parameters: .list(.parameter),
                    .requestBody: .object(.requestBody), .responses: .object(.responses), .callbacks: .map(.callback),
                    .security: .list(.securityRequirement), .servers: .list(.server),
                ])
        case .externalDocumentation: ObjectGrammar(ExternalDocumentation.Field.self)
        case .parameter:
            ObjectGrammar(
                Parameter.Field.self,
                [.schema: .object(.schema), .examples: .map(.example), .content: .map(.mediaType)])
        case .requestBody: ObjectGrammar(RequestBody.Field.self, [.content: .map(.mediaType)])
        case .mediaType:
            ObjectGrammar(
                MediaType.Field.self,
                [
                    .schema: .object(.schema), .examples: .map(.example), .encoding: .map(.encoding),
                    .itemSchema: .object(.schema), .prefixEncoding: .list(.encoding), .itemEncoding: .object(.encoding),
                ])
        case .encoding:
            ObjectGrammar(
                Encoding.Field.self,
                [
                    .headers: .map(.header), .encoding: .map(.encoding), .prefixEncoding: .list(.encoding),
                    .itemEncoding: .object(.encoding),
                ])
        case .responses:
            ObjectGrammar(ResponsesField.self, [.default: .object(.response)], patterned: .object(.response))
        case .response:
            ObjectGrammar(
                Response.Field.self, [.headers: .map(.header), .content: .map(.mediaType), .links: .map(.link)])
        case .callback: ObjectGrammar(Callback.objectName, pattern: "{expression}", .object(.pathItem))
        case .example: ObjectGrammar(Example.Field.self)
        case .link: ObjectGrammar(Link.Field.self, [.server: .object(.server)])
        case .header:
            ObjectGrammar(
                Header.Field.self,
                [.schema: .object(.schema), .examples: .map(.example), .content: .map(.mediaType)])
        case .tag: ObjectGrammar(Tag.Field.self, [.externalDocs: .object(.externalDocumentation)])
        case .reference: ObjectGrammar(Reference.Field.self)
        case .schema:
            ObjectGrammar(
                Schema.Field.self,
                [
                    .allOf: .list(.schema), .oneOf: .list(.schema), .anyOf: .list(.schema), .not: .object(.schema),
                    .items: .object(.schema), .properties: .map(.schema), .additionalProperties: .object(.schema),
                    .definitions: .map(.schema), .if: .object(.schema), .then: .object(.schema),
                    .else: .object(.schema), .dependentSchemas: .map(.schema), .prefixItems: .list(.schema),
                    .contains: .object(.schema), .unevaluatedItems: .object(.schema),
                    .patternProperties: .map(.schema), .propertyNames: .object(.schema),
                    .unevaluatedProperties: .object(.schema), .contentSchema: .object(.schema),
                    .discriminator: .object(.discriminator), .xml: .object(.xml),
                    .externalDocs: .object(.externalDocumentation),
                ])
        case .discriminator: ObjectGrammar(Discriminator.Field.self)
        case .xml: ObjectGrammar(XMLObject.Field.self)
        case .securityScheme: ObjectGrammar(SecurityScheme.Field.self, [.flows: .object(.oauthFlows)])
        case .oauthFlows:
            ObjectGrammar(
                OAuthFlows.Field.self,
                Dictionary(uniqueKeysWithValues: OAuthFlows.Field.allCases.map { ($0, .object(.oauthFlow)) }))
        case .oauthFlow: ObjectGrammar(OAuthFlow.Field.self)
        case .securityRequirement: ObjectGrammar(SecurityRequirement.objectName, pattern: "{name}", .value)
        }
    }
}

import SourceText
import SpecAPI
import SpecDiagnostics
import SpecDocument

// Plans multipart/form-data (OpenAPI 3.0.3, §4.7.14.3): octets are files, everything else is text or JSON.
extension OperationPlanner {
    mutating func form(
        _ media: APIMediaType, hint: String, scope: inout TypePlanner.Scope
    ) -> TypeReference {
        let name = types.claim(Namer.typeName(hint), in: &scope)
        guard let schema = media.schema, let object = object(schema) else {
            types.diagnostics.error(
                .unsupportedFeature,
                "a `multipart/form-data` body is sent as the properties of an object, and this is \(kindName(media.schema)); "
                    + "describe each part as a property",
                at: media.schema?.location ?? media.location)
            return .jsonValue
        }
        reportIgnored(media)
        let names = NameScope.names(
            of: object.properties.map { NameScope.Entry(text: $0.name, location: $0.location) }, as: .member,
            reserved: ["hashValue", "customMirror"], types: types.takenNames)
        // The types of the parts are beside the form, whose members would hide them.
        scope.names.formUnion(names.map(\.name))
        let properties = zip(object.properties, names).map { property, name in
            FormPlan.Property(
                wireName: property.name, name: name, location: property.location,
                part: part(property, media, scope: &scope),
                isRequired: property.required, isSensitive: types.isSensitive(property.schema),
                documentation: SchemaDocumentation.paragraphs(property.schema, isDeclaration: false))
        }
        scope.nested.append(
            ModelPlan(
                name: name, location: schema.location,
                documentation: SchemaDocumentation.paragraphs(schema, isDeclaration: true),
                kind: .form(FormPlan(properties: properties))))
        return TypeReference(name)
    }

    private func kindName(_ schema: APISchema?) -> String {
        schema.map { types.api.resolved($0).shape.kindName } ?? "described by no schema"
    }

    private func object(_ schema: APISchema) -> ObjectShape? {
        guard case .object(let object) = types.api.resolved(schema).shape, object.unions.isEmpty else { return nil }
        return object
    }

    private mutating func part(
        _ property: ObjectShape.Property, _ media: APIMediaType, scope: inout TypePlanner.Scope
    ) -> FormPlan.Part {
        switch types.api.resolved(property.schema).shape {
        case .scalar(.binary): return .file
        case .array(let element):
            if case .scalar(.binary) = types.api.resolved(element).shape { return .files }
        default: break
        }
        let type = types.type(of: property.schema, hint: property.name, scope: &scope)
        let encoding = media.encodings.first { $0.property == property.name }
        return .value(type, contentType: encoding?.contentType)
    }

    /// Warns about `style`, `explode` and `allowReserved`, which only apply to urlencoded forms (§4.7.15.1).
    private mutating func reportIgnored(_ media: APIMediaType) {
        for encoding in media.encodings where encoding.style != nil || encoding.explode != nil {
            types.diagnostics.warning(
                .sloppyDocument, "`style` and `explode` have no effect in a multipart body; they are ignored",
                at: encoding.location)
        }
    }
}

extension OperationPlanner {
    /// Checks that the identifiers of an operation exist: each must be a path parameter or a member of its body.
    mutating func checkIdentifiers(of operation: APIOperation) {
        guard !operation.identifiers.isEmpty else { return }
        let known = operation.parameters.filter { $0.place == .path }.map(\.name) + bodyMembers(of: operation)
        for identifier in operation.identifiers where !known.contains(identifier.value) {
            types.diagnostics.error(
                .invalidValue,
                "`x-kurus-identifiers` names `\(identifier.value)`, which is neither a path parameter nor a property of "
                    + "the JSON body; allowed are \(known.map { "`\($0)`" }.joined(separator: ", "))"
                    + (DidYouMean.suggestion(for: identifier.value, in: known).map { "; did you mean `\($0)`?" } ?? ""),
                at: identifier.location)
        }
    }

    private func bodyMembers(of operation: APIOperation) -> [String] {
        let schema = operation.body?.content.first { $0.kind == .json }?.schema
        guard case .object(let object)? = schema.map(types.api.resolved)?.shape else { return [] }
        return object.properties.map(\.name)
    }
}

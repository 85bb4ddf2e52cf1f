import SourceText
import SpecAPI
import SpecDiagnostics
import SpecDocument

// Plans multipart content (OpenAPI 3.0.3, §4.7.14.3): octets are files, everything else is text or JSON.
extension OperationPlanner {
    /// Returns the type of multipart content, and how it is written; content that is not the properties of an object is
    /// kept as its bytes.
    mutating func multipart(
        _ media: APIMediaType, hint: String, _ direction: ObjectShape.OneWay.Direction,
        scope: inout TypePlanner.Scope
    ) -> (type: TypeReference, kind: APIMediaType.Kind) {
        if let schema = media.schema, let object = object(schema) {
            return (form(media, schema, object, hint: hint, direction, scope: &scope), .multipart)
        }
        let isForm = MediaTypeName(media.name).isFormData
        guard isForm, direction == .request else {
            types.diagnostics.warning(
                .notGenerated,
                "`\(media.name)` content is read and written as the properties of an object, and this is "
                    + "\(kindName(media.schema)); it is left as bytes, whose first line holds the boundary",
                at: media.schema?.location ?? media.location)
            return (.data, .binary)
        }
        types.diagnostics.error(
            .unsupportedFeature,
            "a `multipart/form-data` body is sent as the properties of an object, and this is \(kindName(media.schema)); "
                + "describe each part as a property",
            at: media.schema?.location ?? media.location)
        return (.jsonValue, .multipart)
    }

    /// Returns how a urlencoded form is written (§4.7.14.2): as a form, or as text where no object describes its members.
    mutating func formKind(
        _ media: APIMediaType, _ direction: ObjectShape.OneWay.Direction
    ) -> APIMediaType.Kind {
        guard let schema = media.schema else { return .form }
        switch types.api.resolved(schema).shape {
        case .any, .union, .reference: return .form
        case .object(let object):
            for encoding in media.encodings { checkForm(encoding, object) }
            return .form
        case .scalar, .enumeration, .array: break
        }
        types.diagnostics.warning(
            .notGenerated,
            "a form is the properties of an object, and this is \(kindName(schema)); it is "
                + (direction == .request ? "sent" : "read") + " as its text",
            at: schema.location)
        return .text
    }

    /// Reports members whose encoding cannot be followed.
    private mutating func checkForm(_ encoding: APIMediaType.Encoding, _ object: ObjectShape) {
        guard let property = object.properties.first(where: { $0.name == encoding.property }) else {
            return reportUnknown(encoding)
        }
        guard let contentType = encoding.writtenType else { return }
        reportContentType(contentType, of: property, at: encoding.location)
    }

    private mutating func reportUnknown(_ encoding: APIMediaType.Encoding) {
        types.diagnostics.warning(
            .sloppyDocument, "`encoding` names `\(encoding.property)`, which is no property; it is ignored",
            at: encoding.location)
    }

    /// Reports an object that is described as anything but JSON.
    private mutating func reportContentType(
        _ contentType: String, of property: ObjectShape.Property, at location: SourceLocation
    ) {
        guard case .object = types.api.resolved(property.schema).shape, !MediaTypeName(contentType).isJSON else {
            return
        }
        types.diagnostics.error(
            .unsupportedFeature,
            "`\(property.name)` is an object as `\(contentType)`, and Kurus writes objects as JSON; give it "
                + "`application/json`, or leave the operation out",
            at: location)
    }

    private mutating func form(
        _ media: APIMediaType, _ schema: APISchema, _ object: ObjectShape, hint: String,
        _ direction: ObjectShape.OneWay.Direction, scope: inout TypePlanner.Scope
    ) -> TypeReference {
        let name = types.claim(Namer.typeName(hint), in: &scope)
        reportIgnored(media, object)
        let carried = object.properties.filter { ($0.oneWay?.direction ?? direction) == direction }
        let names = NameScope.names(
            of: carried.map { NameScope.Entry(text: $0.name, location: $0.location) }, as: .member,
            reserved: ["hashValue", "customMirror"], types: types.takenNames)
        // The types of the parts are beside the form, whose members would hide them.
        scope.names.formUnion(names.map(\.name))
        let properties = zip(carried, names).map { property, name in
            let part = part(property, media, scope: &scope)
            return FormPlan.Property(
                wireName: property.name, name: name, location: property.location, part: part,
                isRequired: property.required || property.oneWay?.isRequired == true,
                isSensitive: types.isSensitive(property.schema),
                documentation: SchemaDocumentation.paragraphs(property.schema, isDeclaration: false)
                    + part.documentation)
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
        let encoding = media.encodings.first { $0.property == property.name }
        let shape = types.api.resolved(property.schema).shape
        let listed = encoding?.contentTypes ?? []
        if isFile(shape, listed) { return .file(listed) }
        if case .array(let element) = shape, isFile(types.api.resolved(element).shape, listed) { return .files(listed) }
        let type = types.type(of: property.schema, hint: property.name, scope: &scope)
        let contentType = encoding?.writtenType
        if let encoding, let contentType { reportContentType(contentType, of: property, at: encoding.location) }
        return .value(type, contentType: contentType)
    }

    /// Returns whether a part is octets: by its schema, or by a media type that text cannot have.
    private func isFile(_ shape: SchemaShape, _ listed: [String]) -> Bool {
        switch shape {
        case .scalar(.binary): true
        case .any, .scalar(.string): !listed.isEmpty && listed.allSatisfy { MediaTypeName($0).isOctets }
        default: false
        }
    }

    /// Warns about settings of an encoding that have no effect: `style` and `explode` only apply to urlencoded forms
    /// (§4.7.15.1).
    private mutating func reportIgnored(_ media: APIMediaType, _ object: ObjectShape) {
        for encoding in media.encodings {
            if encoding.style != nil || encoding.explode != nil {
                types.diagnostics.warning(
                    .sloppyDocument, "`style` and `explode` have no effect in a multipart body; they are ignored",
                    at: encoding.location)
            }
            if let header = encoding.headers.first {
                types.diagnostics.warning(
                    .notGenerated, "the header `\(header.value)` of the part is left out: nothing is generated for it",
                    at: header.location)
            }
            if !object.properties.contains(where: { $0.name == encoding.property }) { reportUnknown(encoding) }
        }
    }
}

extension FormPlan.Part {
    /// The choice that the document leaves to the caller.
    fileprivate var documentation: [String] {
        switch self {
        case .file(let types) where types.count > 1, .files(let types) where types.count > 1:
            ["The media type is one of \(types.map { "`\($0)`" }.joined(separator: ", "))."]
        case .file, .files, .value: []
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

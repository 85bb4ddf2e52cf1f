import SpecAPI
import SpecDiagnostics
import SpecDocument

/// Decides how each operation becomes a method.
struct OperationPlanner {
    var types: TypePlanner

    mutating func plans() -> [OperationPlan] {
        let names = operationNames()
        return zip(types.api.operations, names).map { plan($0, name: $1) }
    }

    // MARK: One operation

    private mutating func plan(_ operation: APIOperation, name: Identifier) -> OperationPlan {
        checkIdentifiers(of: operation)
        let namespace = types.claimTopLevel(
            Identifier(checked: Namer.typeName(name.name).name + "Operation"))
        var scope = TypePlanner.Scope(schemaName: nil, prefix: Namer.typeName(name.name).name)
        scope.names = ["Output", "Failure"]
        let parameters = parameters(of: operation, scope: &scope)
        let body = operation.body.flatMap { self.body($0, scope: &scope) }
        let result = result(of: operation, scope: &scope)
        let failures = failures(of: operation, result: result, scope: &scope)
        return OperationPlan(
            location: operation.location, method: operation.method, path: operation.path, effect: operation.effect,
            identifiers: operation.identifiers.map(\.value), server: operation.server, security: operation.security,
            securityLocation: operation.securityLocation, isDeprecated: operation.deprecated,
            summary: operation.summary, description: operation.description,
            successes: operation.responses.filter(\.isSuccess).map {
                Declaration.Answer(status: "\($0.status)", location: $0.location)
            },
            successStatus: Self.successStatus(of: operation, result), name: name, namespace: namespace,
            parameters: parameters, body: body, result: result, failures: failures, nested: scope.nested
        ).naming(namesOfNestedTypes: Set(scope.nested.map(\.name)))
    }

    private mutating func parameters(
        of operation: APIOperation, scope: inout TypePlanner.Scope
    ) -> [OperationPlan.Parameter] {
        let labels = parameterLabels(operation)
        let names = Self.innerNames(labels)
        // Inside the method a type cannot have the name of a parameter.
        scope.names.formUnion(labels.map(\.name))
        return zip(operation.parameters, zip(labels, names)).map { parameter, names in
            let (label, name) = names
            let type = type(of: parameter, scope: &scope)
            return OperationPlan.Parameter(
                wireName: parameter.name, location: parameter.location, place: parameter.place, label: label,
                name: name, type: type, isOptional: !parameter.required, encoding: parameter.encoding,
                documentation: Self.documentation(parameter))
        }
    }

    private mutating func type(of parameter: APIParameter, scope: inout TypePlanner.Scope) -> TypeReference {
        var schema = parameter.schema
        schema.description = schema.description ?? parameter.description
        guard let component = parameter.component else {
            return types.type(of: schema, hint: parameter.name, scope: &scope)
        }
        return types.sharedType(of: schema, component: component, kind: "Parameter", avoiding: scope.names)
    }

    private static func documentation(_ parameter: APIParameter) -> String? {
        var schema = parameter.schema
        schema.description = parameter.description ?? schema.description
        schema.title = nil
        schema.deprecated = schema.deprecated || parameter.deprecated
        let text = SchemaDocumentation.paragraphs(schema, isDeclaration: false).joined(separator: " ")
        return text.isEmpty ? nil : text
    }

    /// Makes the argument labels; parameters of one name are told apart by their location.
    private func parameterLabels(_ operation: APIOperation) -> [Identifier] {
        var places: [String: Set<String>] = [:]
        if operation.body != nil { places["body"] = ["body"] }
        for parameter in operation.parameters {
            places[Namer.memberName(parameter.name).name, default: []].insert(parameter.place.rawValue)
        }
        let entries = operation.parameters.map { parameter in
            let isShared = (places[Namer.memberName(parameter.name).name] ?? []).count > 1
            let text = isShared ? "\(parameter.place.rawValue) \(parameter.name)" : parameter.name
            return NameScope.Entry(text: text, location: parameter.location)
        }
        let reserved = (operation.server.named.isEmpty ? [] : ["server"]) + (operation.body == nil ? [] : ["body"])
        return NameScope.names(
            of: entries, as: .member, reserved: Set(reserved), types: types.takenNames)
    }

    /// Renames labels that generated bodies use for other things.
    private static func innerNames(_ labels: [Identifier]) -> [Identifier] {
        let used: Set<String> = [
            "request", "client", "operations", "call", "response", "answer", "fields", "encodings",
            "answerEncodings",
        ]
        var taken = Set(labels.map(\.name)).subtracting(used)
        return labels.map { label in
            guard used.contains(label.name) else { return label }
            var name = label.name + "Parameter"
            while !taken.insert(name).inserted { name += "Parameter" }
            return Identifier(checked: name)
        }
    }

    // MARK: Bodies

    private mutating func body(
        _ body: APIRequestBody, scope: inout TypePlanner.Scope
    ) -> OperationPlan.Body? {
        guard let media = preferred(body.content, verb: "sent") else { return nil }
        let label = Identifier(checked: "body")
        var content = content(media, hint: "Body", of: body.component, kind: "Body", .request, scope: &scope)
        // For a body that may be absent, nil means absent and is not sent as null.
        content.isNullable = content.isNullable && body.required
        return OperationPlan.Body(
            label: label, name: label, location: body.location, content: content, isOptional: !body.required,
            documentation: body.description)
    }

    /// Chooses the one representation that is used: JSON where there is any, else the first one with structure.
    mutating func preferred(_ content: [APIMediaType], verb: String) -> APIMediaType? {
        let order: [APIMediaType.Kind] = [.json, .multipart, .form, .text, .binary]
        let usual = content.first { MediaTypeName($0.name).essence == "application/json" }
        var chosen: APIMediaType? = usual
        for kind in order where chosen == nil { chosen = content.first { $0.kind == kind } }
        for media in content where media.name != chosen?.name {
            types.diagnostics.warning(
                .mediaTypeLeftOut, "`\(media.name)` is left out: `\(chosen?.name ?? "")` is \(verb) instead",
                at: media.location)
        }
        return chosen
    }

    mutating func content(
        _ media: APIMediaType, hint: String, of component: String?, kind suffix: String,
        _ direction: ObjectShape.OneWay.Direction, scope: inout TypePlanner.Scope
    ) -> OperationPlan.Content {
        let type: TypeReference
        var kind = media.kind
        var isNullable = false
        switch media.kind {
        case .json:
            type = jsonType(media.schema, hint: hint, of: component, kind: suffix, scope: &scope)
            isNullable = media.schema.map { types.api.isNullable($0) && !types.isFreeForm($0) } ?? false
        case .form:
            kind = formKind(media, direction)
            type =
                kind == .text
                ? .string : jsonType(media.schema, hint: hint, of: component, kind: suffix, scope: &scope)
        case .multipart: (type, kind) = multipart(media, hint: hint, direction, scope: &scope)
        case .text: type = .string
        case .binary: type = .data
        }
        return OperationPlan.Content(
            location: media.schema?.location ?? media.location, kind: kind, type: type, isNullable: isNullable,
            mediaType: media.name, encodings: media.encodings)
    }

    private mutating func jsonType(
        _ schema: APISchema?, hint: String, of component: String?, kind: String, scope: inout TypePlanner.Scope
    ) -> TypeReference {
        guard let schema else { return .jsonValue }
        guard let component else { return types.type(of: schema, hint: hint, scope: &scope) }
        return types.sharedType(of: schema, component: component, kind: kind, avoiding: scope.names)
    }
}

extension OperationPlan {
    /// Returns the plan with its nested types qualified by their namespace, as the method outside of it needs them.
    fileprivate func naming(namesOfNestedTypes names: Set<Identifier>) -> Self {
        func qualified(_ type: TypeReference) -> TypeReference { type.qualified(names, in: namespace) }
        var plan = self
        for index in plan.parameters.indices { plan.parameters[index].type = qualified(parameters[index].type) }
        if let body { plan.body?.content.type = qualified(body.content.type) }
        switch result {
        case .nothing: break
        case .content(var content):
            content.type = qualified(content.type)
            plan.result = .content(content)
        case .output(let answers): plan.result = .output(answers.map { $0.mappingTypes(qualified) })
        }
        plan.failures = failures.map { $0.mappingTypes(qualified) }
        return plan
    }
}

extension OperationPlan.Answer {
    fileprivate func mappingTypes(_ change: (TypeReference) -> TypeReference) -> Self {
        var answer = self
        if let content { answer.content?.type = change(content.type) }
        for index in headers.indices { answer.headers[index].type = change(headers[index].type) }
        return answer
    }
}

import SpecDiagnostics
import SpecDocument
import SpecPages

/// Resolves operations: what their path item, their document and components say comes together in each.
struct OperationResolver {
    let documents: [SourceDocument]
    let components: MergedComponents
    var schemas: SchemaResolver

    /// The methods in the order of the specification's Path Item Object (§4.7.9).
    static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

    mutating func operations(apiServers: [APIServerDescription]) -> [APIOperation] {
        var result: [APIOperation] = []
        for (scope, source) in documents.enumerated() {
            for entry in source.document.paths.entries {
                var item = entry
                for home in pathItems(entry, in: scope) {
                    item.value = home.object
                    for operation in home.object.operations {
                        result.append(resolve(operation, item, in: home.scope, apiServers: apiServers))
                    }
                }
            }
        }
        result.sort { first, second in
            first.path != second.path ? first.path < second.path : first.methodRank < second.methodRank
        }
        return withoutDuplicates(result)
    }

    /// The path item itself, and the one that its `$ref` leads to, less the methods that it has itself (§4.7.9).
    private mutating func pathItems(
        _ entry: NamedValues<PathItem>.Entry, in scope: Int
    ) -> [Followed<PathItem>] {
        var result = [Followed(object: entry.value, component: nil, scope: scope)]
        var methods = Set(entry.value.operations.map(\.method))
        var next = entry.value.reference
        var home = scope
        var seen: Set<String> = []
        while let reference = next {
            guard let target = schemas.find(reference, in: home) else { break }
            guard seen.insert("\(target.scope)\(target.pointer)").inserted else {
                schemas.diagnostics.error(
                    .cyclicReference, "'\(reference.value)' leads back to itself", at: reference.location)
                break
            }
            guard let node = documents[target.scope].page.root.node(at: target.pointer),
                var item = PathItem.decode(node, diagnostics: &schemas.diagnostics)
            else { break }
            item.operations.removeAll { !methods.insert($0.method).inserted }
            next = item.reference
            home = target.scope
            result.append(Followed(object: item, component: nil, scope: home))
        }
        return result
    }

    private mutating func resolve(
        _ operation: Operation, _ item: NamedValues<PathItem>.Entry, in scope: Int, apiServers: [APIServerDescription]
    ) -> APIOperation {
        reportLeftOut(operation)
        let source = documents[scope].document
        let servers = operation.servers ?? (item.value.servers.isEmpty ? source.servers : item.value.servers)
        let effective = servers.map { serverDescription($0) }
        return APIOperation(
            location: operation.location, method: operation.method, path: item.name, pathLocation: item.location,
            operationID: operation.operationId, summary: operation.summary ?? item.value.summary,
            description: operation.description ?? item.value.description, deprecated: operation.deprecated,
            effect: effect(of: operation),
            parameters: parameters(of: operation, item, in: scope),
            body: body(of: operation, in: scope), responses: responses(of: operation, in: scope),
            servers: effective.map(\.url) == apiServers.map(\.url) ? nil : effective,
            security: security(operation.security ?? source.security))
    }

    /// Read, and of no use to who calls an operation.
    private mutating func reportLeftOut(_ operation: Operation) {
        for callback in operation.callbacks.entries {
            schemas.diagnostics.warning(
                .notGenerated, "the callback '\(callback.name)' is read, and nothing is generated for it",
                at: callback.location)
        }
    }

    /// Undeclared effects are the gravest but for methods that RFC 9110 §9.2.1 calls safe.
    private func effect(of operation: Operation) -> APIOperation.Effect {
        if let declared = operation.effect, let effect = APIOperation.Effect(rawValue: declared.value) { return effect }
        return ["get", "head", "options", "trace"].contains(operation.method) ? .read : .commit
    }

    private mutating func security(_ requirements: [SecurityRequirement]) -> [APISecurityRequirement] {
        requirements.map { requirement in
            APISecurityRequirement(
                schemes: requirement.schemes.entries.map { entry in
                    if components.securitySchemes[entry.name] == nil {
                        schemas.diagnostics.warning(
                            .sloppyDocument, "no security scheme '\(entry.name)' stands in components",
                            at: entry.location)
                    }
                    return APISecurityRequirement.Scheme(name: entry.name, scopes: entry.value)
                })
        }
    }

    // MARK: Parameters

    /// OpenAPI 3.0.3, §4.7.12.1: these are the transport's, whatever a document declares.
    private static let ignoredHeaders: Set<String> = ["accept", "content-type", "authorization"]

    private mutating func parameters(
        of operation: Operation, _ item: NamedValues<PathItem>.Entry, in scope: Int
    ) -> [APIParameter] {
        var result: [APIParameter] = []
        for (inherited, uses) in [(false, operation.parameters), (true, item.value.parameters)] {
            var own: [String: SourceLocation] = [:]
            for use in uses {
                guard let found = follow(use, .parameters, in: scope, { $0.parameters }) else { continue }
                let parameter = found.object
                if parameter.place == .header, Self.ignoredHeaders.contains(parameter.name.value.lowercased()) {
                    continue
                }
                let key = "\(parameter.place) \(parameter.name.value)"
                if let first = own.updateValue(parameter.location, forKey: key) {
                    schemas.diagnostics.error(
                        .duplicateParameter, "parameter '\(parameter.name.value)' is declared twice",
                        at: parameter.location,
                        notes: [Diagnostic.Note("it is declared here first", at: first)])
                    continue
                }
                // The operation's parameter replaces the path item's (§4.7.9.1).
                if inherited, result.contains(where: { "\($0.place) \($0.name)" == key }) { continue }
                result.append(resolve(parameter, found.component, in: found.scope))
            }
        }
        checkPath(item, &result)
        return result
    }

    private mutating func resolve(_ parameter: Parameter, _ component: String?, in scope: Int) -> APIParameter {
        let place = APIParameter.Place(rawValue: parameter.place.rawValue) ?? .query
        var schema = APISchema(at: parameter.location, .scalar(.string))
        var encoding: APIParameter.Encoding
        if let media = parameter.content.entries.first {
            schema = media.value.schema.map { schemas.resolve($0, in: scope) } ?? schema
            encoding = .json
            if MediaTypeName(media.name).kind != .json {
                schemas.diagnostics.error(
                    .unsupportedFeature, "a parameter as '\(media.name)': only JSON is written in parameters",
                    at: media.location)
            }
        } else {
            schema = parameter.schema.map { schemas.resolve($0, in: scope) } ?? schema
            let style = parameter.style?.rawValue ?? (place == .query || place == .cookie ? "form" : "simple")
            encoding = .style(
                style, explode: parameter.explode ?? (style == "form"), allowReserved: parameter.allowReserved)
        }
        return APIParameter(
            location: parameter.location, component: component, name: parameter.name.value, place: place,
            description: parameter.description,
            required: parameter.required, deprecated: parameter.deprecated, encoding: encoding, schema: schema)
    }

    /// Every variable of the path has its parameter, and the reverse; parameters of the path stand in its order.
    private mutating func checkPath(_ item: NamedValues<PathItem>.Entry, _ parameters: inout [APIParameter]) {
        let variables = PathTemplate.variables(of: item.name)
        let named: [APIParameter] = parameters.filter { $0.place == .path }
        for variable: String in variables where !named.contains(where: { $0.name == variable }) {
            schemas.diagnostics.warning(
                .sloppyDocument, "the path's '{\(variable)}' has no parameter: it is a string", at: item.location)
            parameters.append(
                APIParameter(
                    location: item.location, component: nil, name: variable, place: .path, description: nil,
                    required: true,
                    deprecated: false, encoding: .style("simple", explode: false, allowReserved: false),
                    schema: APISchema(at: item.location, .scalar(.string))))
        }
        for parameter: APIParameter in named where !variables.contains(parameter.name) {
            schemas.diagnostics.warning(
                .sloppyDocument, "the path '\(item.name)' has no '{\(parameter.name)}': the parameter is left out",
                at: parameter.location)
        }
        var ordered: [APIParameter] = []
        for variable: String in variables {
            ordered += parameters.filter { $0.place == .path && $0.name == variable }.prefix(1)
        }
        parameters = ordered + parameters.filter { $0.place != .path }
    }

    // MARK: Bodies and responses

    private mutating func body(of operation: Operation, in scope: Int) -> APIRequestBody? {
        guard let use = operation.requestBody,
            let found = follow(use, .requestBodies, in: scope, { $0.requestBodies })
        else { return nil }
        let body = found.object
        if ["get", "head", "delete"].contains(operation.method) {
            // RFC 9110 §9.3: content in such a request has no meaning, and this client refuses to send it with a GET.
            schemas.diagnostics.warning(
                .sloppyDocument, "a request body has no meaning in \(operation.method.uppercased()) (RFC 9110, §9.3)",
                at: body.location)
        }
        return APIRequestBody(
            location: body.location, component: found.component, description: body.description, required: body.required,
            content: mediaTypes(body.content, in: found.scope))
    }

    private mutating func responses(of operation: Operation, in scope: Int) -> [APIResponseDescription] {
        var result: [APIResponseDescription] = []
        for entry in operation.responses.entries {
            guard let status = APIResponseDescription.Status(entry.name),
                let found = follow(entry.value, .responses, in: scope, { $0.responses })
            else { continue }
            let response = found.object
            for link in response.links.entries {
                schemas.diagnostics.warning(
                    .notGenerated, "the link '\(link.name)' is read, and nothing is generated for it",
                    at: link.location)
            }
            result.append(
                APIResponseDescription(
                    location: entry.location, component: found.component, status: status,
                    description: response.description, headers: headers(of: response, in: found.scope),
                    content: mediaTypes(response.content, in: found.scope)))
        }
        return result.sorted { $0.status.rank < $1.status.rank }
    }

    private mutating func headers(
        of response: Response, in scope: Int
    ) -> [APIResponseDescription.Header] {
        var result: [APIResponseDescription.Header] = []
        for entry in response.headers.entries {
            // §4.7.17.1: a header named Content-Type is ignored.
            guard entry.name.lowercased() != "content-type",
                let found = follow(entry.value, .headers, in: scope, { $0.headers })
            else { continue }
            let header = found.object
            let schema = header.schema.map { schemas.resolve($0, in: found.scope) }
            result.append(
                APIResponseDescription.Header(
                    name: entry.name, location: entry.location, description: header.description,
                    required: header.required, explode: header.explode ?? false,
                    schema: schema ?? APISchema(at: entry.location, .scalar(.string))))
        }
        return result
    }

    private mutating func mediaTypes(_ content: NamedValues<MediaType>, in scope: Int) -> [APIMediaType] {
        content.entries.map { entry in
            let schema = entry.value.schema.map { schemas.resolve($0, in: scope) }
            return APIMediaType(
                location: entry.location, name: entry.name, kind: MediaTypeName(entry.name).kind(of: schema),
                schema: schema,
                encodings: entry.value.encoding.entries.map { encoding in
                    APIMediaType.Encoding(
                        property: encoding.name, location: encoding.location,
                        contentType: encoding.value.contentType, style: encoding.value.style?.rawValue,
                        explode: encoding.value.explode, allowReserved: encoding.value.allowReserved)
                })
        }
    }

    // MARK: References to components

    /// What a reference led to.
    private struct Followed<Object> {
        var object: Object
        /// The name of the component that the use names.
        var component: String?
        /// The document in which the object's own references stand.
        var scope: Int
    }

    /// Follows references until there is an object.
    private mutating func follow<Object: Sendable>(
        _ use: ReferenceOr<Object>, _ kind: ComponentKind, in scope: Int,
        _ entries: (MergedComponents) -> [String: MergedComponents.Entry<Object>]
    ) -> Followed<Object>? {
        var current = use
        var home = scope
        var component: String?
        var seen: Set<String> = []
        while case .reference(let reference) = current {
            guard let target = schemas.find(reference, in: home) else { return nil }
            guard let name = target.component(kind), let entry = entries(components)[name] else {
                schemas.diagnostics.error(
                    .unsupportedReference,
                    "'\(reference.target)' does not lead to an entry of #/components/\(kind.rawValue)",
                    at: reference.targetLocation)
                return nil
            }
            guard seen.insert(name).inserted else {
                schemas.diagnostics.error(
                    .cyclicReference, "'\(reference.target)' leads back to itself", at: reference.targetLocation)
                return nil
            }
            component = component ?? name
            current = entry.value
            home = entry.scope
        }
        guard case .object(let object) = current else { return nil }
        return Followed(object: object, component: component, scope: home)
    }

    // MARK: Servers

    mutating func serverDescription(_ server: Server) -> APIServerDescription {
        let names = PathTemplate.variables(of: server.url.value)
        return APIServerDescription(
            location: server.location, url: server.url.value, description: server.description,
            variables: names.compactMap { name in
                guard let variable = server.variables[name] else {
                    schemas.diagnostics.error(
                        .missingField, "the server's URL has '{\(name)}', which 'variables' does not describe",
                        at: server.location)
                    return nil
                }
                return APIServerDescription.Variable(
                    name: name, defaultValue: variable.defaultValue.value,
                    allowedValues: variable.enumValues?.map(\.value) ?? [],
                    description: variable.description)
            })
    }

    // MARK: Duplicates

    /// An operation that several pages describe is one where they agree.
    private mutating func withoutDuplicates(_ operations: [APIOperation]) -> [APIOperation] {
        var result: [APIOperation] = []
        for operation in operations {
            guard let last = result.last, last.path == operation.path, last.method == operation.method else {
                result.append(operation)
                continue
            }
            let place = "\(operation.method.uppercased()) \(operation.path)"
            switch compare(last, operation) {
            case .equal: break
            case .proseDiffers(let first, let second):
                schemas.diagnostics.warning(
                    .proseDiffers, "the prose of '\(place)' differs between pages; the first page's is used",
                    at: second, notes: [Diagnostic.Note("the first page's", at: first)])
            case .different(let first, let second):
                schemas.diagnostics.error(
                    .conflictingOperations, "'\(place)' is described in two ways", at: second,
                    notes: [Diagnostic.Note("the first page has this", at: first)])
            }
        }
        return result
    }

    private func compare(_ first: APIOperation, _ second: APIOperation) -> ComponentComparison.Outcome {
        guard let firstNode = node(of: first), let secondNode = node(of: second) else {
            return .different(first.location, second.location)
        }
        return ComponentComparison.compare(firstNode, secondNode)
    }

    private func node(of operation: APIOperation) -> JSONNode? {
        for source in documents {
            let found = source.page.root.node(at: JSONPointer(["paths", operation.path, operation.method]))
            if let found, found.location == operation.location { return found }
        }
        return nil
    }
}

extension APIOperation {
    fileprivate var methodRank: Int {
        OperationResolver.methods.firstIndex(of: method) ?? OperationResolver.methods.count
    }
}

extension APIResponseDescription.Status {
    /// The key of a Responses Object (OpenAPI 3.0.3, §4.7.16).
    init?(_ key: String) {
        if key == "default" {
            self = .default
        } else if let code = Int(key) {
            self = .code(code)
        } else if key.count == 3, key.hasSuffix("XX"), let hundreds = key.first?.wholeNumberValue {
            self = .range(hundreds)
        } else {
            return nil
        }
    }

    fileprivate var rank: Int {
        switch self {
        case .code(let code): code
        case .range(let hundreds): 1_000 + hundreds
        case .default: 2_000
        }
    }
}

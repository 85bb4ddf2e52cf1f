import SourceText
import SpecDiagnostics
import SpecDocument
import SpecTree

/// Resolves operations: combines each with its path item, its document and components.
struct OperationResolver {
    let documents: [SourceDocument]
    let components: MergedComponents
    let environments: ServerEnvironments
    /// The choice of each document, for operations without servers of their own.
    let pageChoices: [ServerChoice]
    var schemas: SchemaResolver

    mutating func operations() -> [APIOperation] {
        var result: [APIOperation] = []
        for (scope, source) in documents.enumerated() {
            for entry in source.document.paths.entries {
                var item = entry
                for home in pathItems(entry, in: scope) {
                    item.value = home.object
                    for operation in home.object.operations where !isLeftOut(operation, of: entry.name) {
                        result.append(resolve(operation, item, in: home.scope, of: scope))
                    }
                }
            }
        }
        result.sort { first, second in
            first.path != second.path ? first.path < second.path : first.methodRank < second.methodRank
        }
        return withoutDuplicates(result)
    }

    private func isLeftOut(_ operation: Operation, of path: String) -> Bool {
        schemas.options.leftOut.operations.contains(OperationKey(path: path, method: operation.method))
    }

    /// Returns the path item, and the one that its `$ref` leads to without the methods of the first (§4.7.9).
    mutating func pathItems(
        _ entry: NamedValues<PathItem>.Entry, in scope: Int
    ) -> [Followed<PathItem>] {
        var result = [Followed(object: entry.value, component: nil, scope: scope)]
        var methods = Set(entry.value.operations.map(\.method))
        var next = entry.value.reference
        var home = scope
        var seen: Set<ReferenceTarget> = []
        while let reference = next {
            guard let target = schemas.find(reference, in: home) else { break }
            guard schemas.references.mayBePathItem(target) else {
                schemas.diagnostics.error(
                    .unsupportedReference,
                    "`\(reference.value)` does not lead to a path item, as it must here; path items are in `#/paths`",
                    at: reference.location)
                break
            }
            guard seen.insert(target).inserted else {
                schemas.diagnostics.error(
                    .cyclicReference, "`\(reference.value)` leads back to itself; describe it in one place",
                    at: reference.location)
                break
            }
            guard let node = schemas.references.node(at: target),
                var item = PathItem.decode(
                    node, in: schemas.version(of: target.scope), diagnostics: &schemas.diagnostics)
            else { break }
            item.operations.removeAll { !methods.insert($0.method).inserted }
            next = item.reference
            home = target.scope
            result.append(Followed(object: item, component: nil, scope: home))
        }
        return result
    }

    /// - Parameters:
    ///   - scope: The document that contains the operation's own references.
    ///   - owner: The document whose path it is; its servers and security requirements apply.
    mutating func resolve(
        _ operation: Operation, _ item: NamedValues<PathItem>.Entry, in scope: Int, of owner: Int
    ) -> APIOperation {
        reportLeftOut(operation)
        let source = documents[owner].document
        let requirements = operation.security ?? source.security
        return APIOperation(
            location: operation.location, method: operation.method, path: item.name, pathLocation: item.location,
            operationID: operation.operationId, summary: operation.summary ?? item.value.summary,
            description: operation.description ?? item.value.description, deprecated: operation.deprecated,
            effect: operation.effect ?? .undeclared(of: operation.method), identifiers: operation.identifiers,
            parameters: parameters(of: operation, item, in: scope),
            body: body(of: operation, in: scope), responses: responses(of: operation, in: scope),
            server: server(of: operation, item, in: owner),
            security: security(requirements),
            securityLocation: requirements.first?.location ?? operation.location)
    }

    /// Warns about parts that are checked but not used by a client.
    private mutating func reportLeftOut(_ operation: Operation) {
        for callback in operation.callbacks.entries {
            schemas.diagnostics.warning(
                .notGenerated, "the callback `\(callback.name)` is left out: nothing is generated for callbacks",
                at: callback.location)
        }
    }

    mutating func security(_ requirements: [SecurityRequirement]) -> [APISecurityRequirement] {
        requirements.map { requirement in
            APISecurityRequirement(
                schemes: requirement.schemes.entries.map { entry in
                    if components.securitySchemes[entry.name] == nil {
                        schemas.diagnostics.warning(
                            .sloppyDocument,
                            "`#/components/securitySchemes` has no `\(entry.name)`\(suggestion(for: entry.name))",
                            at: entry.location)
                    }
                    return APISecurityRequirement.Scheme(name: entry.name, scopes: entry.value)
                })
        }
    }

    func suggestion(for scheme: String) -> String {
        DidYouMean.suggestion(for: scheme, in: components.securitySchemeNames).map { "; did you mean `\($0)`?" } ?? ""
    }

    // MARK: Servers

    /// Chooses an operation's servers, or else its path item's, or else the document's (§4.7.8.1 and §4.7.10).
    private mutating func server(
        of operation: Operation, _ item: NamedValues<PathItem>.Entry, in scope: Int
    ) -> ServerChoice {
        let own = [operation.servers ?? [], item.value.servers].first { !$0.isEmpty } ?? []
        guard let first = own.first else { return pageChoices[scope] }
        let placement = environments.placement(
            of: own.map { APIServerDescription($0, names: schemas.options.serverNames) })
        if !placement.missing.isEmpty, placement.choice.named.isEmpty {
            let names = placement.missing.map { "`\($0.text)`" }.joined(separator: ", ")
            schemas.diagnostics.warning(
                .differingServers,
                "`\(operation.method.uppercased()) \(item.name)` has no server \(names), as the document has; it is "
                    + "sent to the client's server anyway",
                at: first.location)
        }
        return placement.choice
    }

    // MARK: Duplicates

    /// Merges an operation that several pages describe alike.
    private mutating func withoutDuplicates(_ operations: [APIOperation]) -> [APIOperation] {
        var result: [APIOperation] = []
        let roots = SchemaNotation.unified(documents.map(\.page.root))
        for operation in operations {
            guard let last = result.last, last.path == operation.path, last.method == operation.method else {
                result.append(operation)
                continue
            }
            let place = "\(operation.method.uppercased()) \(operation.path)"
            if !last.server.isSame(as: operation.server) {
                schemas.diagnostics.error(
                    .conflictingOperations,
                    "`\(place)` is sent to other servers by one page than by another; make the pages' servers equal, or "
                        + "leave the operation out of one, with an overlay",
                    at: operation.location,
                    notes: [Diagnostic.Note("the other page describes it here", at: last.location)])
            }
            switch Self.compare(last, operation, in: roots) {
            case .equal: break
            case .proseDiffers(let difference):
                schemas.diagnostics.warning(
                    .proseDiffers, "the prose of `\(place)` differs between pages; the first page's is used",
                    at: difference.second, notes: [difference.note])
            case .different(let difference):
                schemas.diagnostics.error(
                    .conflictingOperations,
                    "`\(place)` is described in two ways; make them equal, or leave one out, with an overlay",
                    at: difference.second, notes: [difference.note])
            }
        }
        return result
    }

    private static func compare(
        _ first: APIOperation, _ second: APIOperation, in roots: [JSONNode]
    ) -> ComponentComparison.Outcome {
        guard let firstNode = node(of: first, in: roots), let secondNode = node(of: second, in: roots) else {
            return .different(ComponentDifference(first: first.location, second: second.location))
        }
        return ComponentComparison.compare(firstNode, secondNode, .operation)
    }

    private static func node(of operation: APIOperation, in roots: [JSONNode]) -> JSONNode? {
        for root in roots {
            let found = root.node(at: JSONPointer(["paths", operation.path, operation.method]))
            if let found, found.location == operation.location { return found }
        }
        return nil
    }
}

extension APIOperation {
    fileprivate var methodRank: Int {
        PathItem.methods.firstIndex(of: method) ?? PathItem.methods.count
    }
}

// Follows references to entries of components, and to path items elsewhere.
extension OperationResolver {
    /// The object that a reference led to.
    struct Followed<Object> {
        var object: Object
        /// The name of the component that the use refers to.
        var component: String?
        /// The document that contains the object's own references.
        var scope: Int
        /// The description beside the first `$ref`, which replaces the object's (OpenAPI 3.1.1, §4.8.23).
        var description: String?
    }

    /// Follows references up to an object: to a component, or to any other value that is such an object.
    mutating func follow<Object: ReferencedObject>(
        _ use: ReferenceOr<Object>, _ kind: ComponentKind, in scope: Int,
        _ entries: (MergedComponents) -> [String: MergedComponents.Entry<Object>]
    ) -> Followed<Object>? {
        var current = use
        var home = scope
        var component: String?
        var description: String?
        var seen: Set<ReferenceTarget> = []
        while case .reference(let reference) = current {
            description = description ?? reference.description
            guard let target = schemas.find(reference, in: home) else { return nil }
            guard seen.insert(target).inserted else {
                schemas.diagnostics.error(
                    .cyclicReference, "`\(reference.target)` leads back to itself; describe it in one place",
                    at: reference.targetLocation)
                return nil
            }
            if let name = target.component(kind), let entry = entries(components)[name] {
                component = component ?? name
                current = entry.value
                home = entry.scope
            } else {
                guard let object: ReferenceOr<Object> = decode(target, of: kind, for: reference) else { return nil }
                current = object
                home = target.scope
            }
        }
        guard case .object(let object) = current else { return nil }
        return Followed(object: object, component: component, scope: home, description: description)
    }

    /// Reads the value at a target outside of the components of its kind.
    private mutating func decode<Object: ReferencedObject>(
        _ target: ReferenceTarget, of kind: ComponentKind, for reference: Reference
    ) -> ReferenceOr<Object>? {
        guard let node = schemas.references.node(at: target) else { return nil }
        let isOther = ComponentKind.allCases.contains { $0 != kind && target.component($0) != nil }
        var found = Diagnostics()
        let object =
            isOther
            ? nil
            : Object.read(
                targetOfReference: node, in: schemas.version(of: target.scope), diagnostics: &found)
        guard let object, !found.hasErrors else {
            schemas.diagnostics.error(
                .unsupportedReference,
                "`\(reference.target)` does not lead to what `#/components/\(kind.rawValue)` holds, as it must here",
                at: reference.targetLocation)
            return nil
        }
        return object
    }

    mutating func securityScheme(_ use: ReferenceOr<SecurityScheme>, in scope: Int) -> SecurityScheme? {
        follow(use, .securitySchemes, in: scope, { $0.securitySchemes })?.object
    }
}

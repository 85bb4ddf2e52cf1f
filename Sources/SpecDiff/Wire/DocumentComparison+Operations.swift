import SpecAPI
import SpecDiagnostics
import SpecDocument
import SpecTree

// Paths and operations (OpenAPI 3.0.3, §4.7.8 to §4.7.10).
extension DocumentComparison {
    /// The visits of operations that the rest of the documents applies to.
    struct OperationVisits {
        /// Operations that inherit the security of their documents, by the position of the pair of documents.
        fileprivate(set) var inheriting: [Int: [VisitGraph.Visit]] = [:]
        /// Operations that demand a security scheme, by its name.
        fileprivate(set) var schemes: [String: [VisitGraph.Visit]] = [:]
    }

    /// Compares all operations.
    mutating func compareOperations(_ pairs: DocumentPairs) -> OperationVisits {
        let now = documents.revision.operations()
        // By method and path, then by method and path without the names of parameters.
        let matched = NamePairs(documents.base.operations(), now, by: \.name, \.shape)
        var visits = OperationVisits()
        for (base, revision) in matched.pairs {
            let context = begin(revision.name)
            note(revision.name, at: [base.node.location, revision.node.location])
            let object = NodePair(base.node, revision.node, "`\(revision.name)`", context)
            let position = pairs.position(base: base.node.document, revision: revision.node.document)
            if let position, base.node["security"] == nil, revision.node["security"] == nil {
                visits.inheriting[position, default: []].append(context.visit)
            } else {
                compareSecurity(of: object)
            }
            for name in schemeNames(of: object) { visits.schemes[name, default: []].append(context.visit) }
            compare(base, revision, object)
        }
        for operation in matched.added { reportAdded(operation) }
        let shapes = Set(now.map { PathTemplate.shape(of: $0.path) })
        for operation in matched.gone { reportRemoved(operation, shapes) }
        return visits
    }

    private mutating func compare(_ base: OperationNode, _ revision: OperationNode, _ operation: NodePair) {
        let item = NodePair(base.item, revision.item, "path `\(revision.path)`", operation.context)
        if let context = enter(base.item, revision.item, as: "path item", operation.context) {
            comparePathItem(NodePair(base.item, revision.item, item.subject, context))
        }
        compareProse(["summary", "description"], operation)
        compareEffects(base, revision, operation)
        compareOperationIDs(operation)
        compareOperationTags(operation)
        if operation.hasOtherFlag("deprecated") {
            let isDeprecated = operation.revision["deprecated"].isTrue
            report(
                isDeprecated ? .endpointDeprecated : .endpointReactivated, of: operation,
                "\(operation.subject) is \(isDeprecated ? "deprecated" : "no longer deprecated")",
                at: operation.nameLocations(of: "deprecated"))
        }
        compareServers(operation, of: operation.subject)
        compareParameters(base, revision, operation)
        compareUnreadableParameters(operation)
        compareUnreadableParameters(item)
        compareRequestBody(operation)
        compareResponses(operation)
        for field in ["tags", "parameters", "security", "servers"] { compareKind(field, .array, operation) }
        for field in ["requestBody", "responses"] { compareKind(field, .object, operation) }
        compareOtherFields(operation, except: ComparedFields.of(.operation))
    }

    private mutating func comparePathItem(_ item: NodePair) {
        compareProse(["summary", "description"], item)
        compareServers(item, of: item.subject)
        for field in ["parameters", "servers"] { compareKind(field, .array, item) }
        compareOtherFields(item, except: ComparedFields.of(.pathItem))
    }

    // MARK: Fields of an operation

    private mutating func compareEffects(
        _ base: OperationNode, _ revision: OperationNode, _ operation: NodePair
    ) {
        guard base.effect != revision.effect else { return compareField("x-kurus-effect", operation) }
        report(
            .effectChanged, of: operation,
            "the effect of \(operation.subject) is `\(revision.effect)`: only `read` is repeated by itself",
            was: base.effect, now: revision.effect, at: operation.nameLocations(of: "x-kurus-effect"))
    }

    private mutating func compareOperationIDs(_ operation: NodePair) {
        let was = operation.base["operationId"]?.string
        let now = operation.revision["operationId"]?.string
        guard was != now else { return }
        let rule: Rule = was == nil ? .operationIDAdded : now == nil ? .operationIDRemoved : .operationIDChanged
        report(
            rule, of: operation, "the `operationId` of \(operation.subject) is \(now.map { "`\($0)`" } ?? "gone")",
            was: was, now: now, at: operation.nameLocations(of: "operationId"))
    }

    private mutating func compareOperationTags(_ operation: NodePair) {
        let lists = operation.field("tags")
        let list = operation.nameLocations(of: "tags")
        for tag in NamedPair.elements(lists.base, lists.revision, by: \.shownText)
        where tag.base == nil || tag.revision == nil {
            report(
                tag.isNew ? .tagAdded : .tagRemoved, of: operation,
                "\(operation.subject) \(tag.isNew ? "has the new tag" : "lost the tag") `\(tag.name)`",
                was: tag.base?.string, now: tag.revision?.string,
                at: (
                    tag.base.map { ChangeLocation($0.location, in: operation.base.location) } ?? list.base,
                    tag.revision.map { ChangeLocation($0.location, in: operation.revision.location) } ?? list.revision
                ))
        }
    }

    // MARK: One side only

    private mutating func reportAdded(_ operation: OperationNode) {
        report(
            .endpointAdded, subject: "`\(operation.name)`", begin(operation.name), "`\(operation.name)` is new",
            now: operation.name, at: (Self.pathLocation(documents.base, operation), operation.changeLocation))
    }

    private mutating func reportRemoved(_ operation: OperationNode, _ shapes: Set<String>) {
        let isPathGone = !shapes.contains(PathTemplate.shape(of: operation.path))
        report(
            removalRule(of: operation, isPathGone: isPathGone), subject: "`\(operation.name)`", begin(operation.name),
            "`\(operation.name)` is gone", was: operation.name,
            at: (operation.changeLocation, Self.pathLocation(documents.revision, operation)))
    }

    /// The place of an operation on the side that lacks it: its path or `paths`.
    private static func pathLocation(_ side: SideDocuments, _ operation: OperationNode) -> ChangeLocation? {
        let roots = side.roots
        let root = roots.first { $0["paths"]?[operation.path] != nil } ?? (roots.count == 1 ? roots.first : nil)
        return root.map { root in
            ChangeLocation((root["paths"]?[operation.path] ?? root["paths"] ?? root).name)
        }
    }

    private func removalRule(of operation: OperationNode, isPathGone: Bool) -> Rule {
        if ["draft", "alpha"].contains(operation.node["x-stability-level"]?.string) {
            return .endpointRemovedBeforeStable
        }
        guard operation.node["deprecated"].isTrue else { return isPathGone ? .pathRemoved : .endpointRemoved }
        if documents.isBeforeSunset(operation.node) {
            return isPathGone ? .pathRemovedBeforeSunset : .endpointRemovedBeforeSunset
        }
        return isPathGone ? .pathRemovedWithDeprecation : .endpointRemovedWithDeprecation
    }
}

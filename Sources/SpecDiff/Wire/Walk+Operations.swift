import SpecAPI
import SpecDiagnostics
import SpecTree

// Paths and operations (OpenAPI 3.0.3, §4.7.8 to §4.7.10).
extension Walk {
    private static let operationFields: Set<String> = [
        "tags", "summary", "description", "operationId", "parameters", "requestBody", "responses", "deprecated",
        "security", "servers", "x-kurus-effect",
    ]
    private static let itemFields: Set<String> = Set(APIOperation.methods).union([
        "$ref", "summary", "description", "servers", "parameters",
    ])

    /// Compares all operations.
    ///
    /// - Returns: The visits of those that inherit the security of their documents, by the position of the pair.
    mutating func compareOperations(_ documents: DocumentPairs) -> [Int: [Int]] {
        let was = base.operations()
        let now = revision.operations()
        let pairs = MatchedOperations(was, now)
        var heirs: [Int: [Int]] = [:]
        for pair in pairs.all {
            begin(pair.revision.name)
            operationPlaces[pair.base.spot.location] = pair.revision.name
            operationPlaces[pair.revision.spot.location] = pair.revision.name
            let document = documents.position(base: pair.base.spot.document, revision: pair.revision.spot.document)
            if let document, pair.base.spot["security"] == nil, pair.revision.spot["security"] == nil {
                heirs[document, default: []].append(current)
            } else {
                compareSecurity(of: pair.base, pair.revision)
            }
            noteSchemes(of: pair.base, pair.revision)
            compare(pair.base, pair.revision)
        }
        for operation in pairs.added { reportAdded(operation) }
        let shapes = Set(now.map { PathTemplate.shape(of: $0.path) })
        for operation in pairs.removed { reportRemoved(operation, shapes) }
        return heirs
    }

    private mutating func compare(_ base: OperationSpot, _ revision: OperationSpot) {
        let subject = "`\(revision.name)`"
        let own = current
        if let visit = visit(base.item.location, revision.item.location, "path item") {
            current = visit
            compareItems(base, revision)
            current = own
        }
        for field in ["summary", "description"] { prose(field, base.spot, revision.spot, of: subject) }
        compareOwnFields(base, revision, subject)
        compareServers(
            base.spot["servers"], revision.spot["servers"], of: subject, around: (base.spot, revision.spot))
        compareParameters(base, revision)
        compareBodies(base, revision)
        compareResponses(base.spot, revision.spot, of: subject)
        for field in ["tags", "parameters", "security", "servers"] {
            compareKind(field, .array, base.spot, revision.spot, subject: subject)
        }
        for field in ["requestBody", "responses"] {
            compareKind(field, .object, base.spot, revision.spot, subject: subject)
        }
        compareOtherFields(base.spot, revision.spot, except: Self.operationFields, subject: subject)
    }

    private mutating func compareItems(_ base: OperationSpot, _ revision: OperationSpot) {
        let subject = "path `\(revision.path)`"
        for field in ["summary", "description"] { prose(field, base.item, revision.item, of: subject) }
        compareServers(
            base.item["servers"], revision.item["servers"], of: subject, around: (base.item, revision.item))
        for field in ["parameters", "servers"] {
            compareKind(field, .array, base.item, revision.item, subject: subject)
        }
        compareOtherFields(base.item, revision.item, except: Self.itemFields, subject: subject)
    }

    // MARK: Fields of an operation

    private mutating func compareOwnFields(_ base: OperationSpot, _ revision: OperationSpot, _ subject: String) {
        compareEffects(base, revision, subject)
        compareOperationIDs(base, revision, subject)
        compareOperationTags(base, revision, subject)
        if base.isDeprecated != revision.isDeprecated {
            report(
                revision.isDeprecated ? .endpointDeprecated : .endpointReactivated, subject: subject,
                "\(subject) is \(revision.isDeprecated ? "deprecated" : "no longer deprecated")",
                base: place("deprecated", in: base), revision: place("deprecated", in: revision))
        } else if base.spot["deprecated"]?.isTrue != revision.spot["deprecated"]?.isTrue {
            compareSpelling("deprecated", base.spot, revision.spot, subject: subject)
        }
    }

    /// The place of a field, else of the operation.
    private func place(_ field: String, in operation: OperationSpot) -> ChangeLocation {
        ChangeLocation(operation.spot[field]?.name ?? operation.spot.name, in: operation.spot.location)
    }

    private mutating func compareEffects(_ base: OperationSpot, _ revision: OperationSpot, _ subject: String) {
        guard base.effect != revision.effect else {
            return compareField("x-kurus-effect", base.spot, revision.spot, subject: subject)
        }
        report(
            .effectChanged, subject: subject,
            "the effect of \(subject) is `\(revision.effect)`: only `read` is repeated by itself", was: base.effect,
            now: revision.effect, base: place("x-kurus-effect", in: base),
            revision: place("x-kurus-effect", in: revision))
    }

    private mutating func compareOperationIDs(_ base: OperationSpot, _ revision: OperationSpot, _ subject: String) {
        let was = base.spot["operationId"]?.string
        let now = revision.spot["operationId"]?.string
        guard was != now else { return }
        let rule: Rule = was == nil ? .operationIDAdded : now == nil ? .operationIDRemoved : .operationIDChanged
        report(
            rule, subject: subject, "the `operationId` of \(subject) is \(now.map { "`\($0)`" } ?? "gone")", was: was,
            now: now, base: place("operationId", in: base), revision: place("operationId", in: revision))
    }

    private mutating func compareOperationTags(_ base: OperationSpot, _ revision: OperationSpot, _ subject: String) {
        let tags = SpotPairing.byName(Self.words(base.spot["tags"]), Self.words(revision.spot["tags"]))
        for tag in tags where tag.base == nil || tag.revision == nil {
            report(
                tag.base == nil ? .tagAdded : .tagRemoved, subject: subject,
                "\(subject) \(tag.base == nil ? "has the new tag" : "lost the tag") `\(tag.name)`",
                was: tag.base?.string, now: tag.revision?.string,
                base: tag.base.map { ChangeLocation($0.location, in: base.spot.location) } ?? place("tags", in: base),
                revision: tag.revision.map { ChangeLocation($0.location, in: revision.spot.location) }
                    ?? place("tags", in: revision))
        }
    }

    static func words(_ list: Spot?) -> [(String, Spot)] {
        (list?.elements ?? []).map { ($0.node.shownText, $0) }
    }

    // MARK: One side only

    private mutating func reportAdded(_ operation: OperationSpot) {
        begin(operation.name)
        report(
            .endpointAdded, subject: "`\(operation.name)`", "`\(operation.name)` is new", now: operation.name,
            base: pathsPlace(base, operation),
            revision: ChangeLocation(operation.spot.name, in: operation.spot.location))
    }

    private mutating func reportRemoved(_ operation: OperationSpot, _ shapes: Set<String>) {
        begin(operation.name)
        let isPathGone = !shapes.contains(PathTemplate.shape(of: operation.path))
        report(
            removalRule(of: operation, isPathGone: isPathGone), subject: "`\(operation.name)`",
            "`\(operation.name)` is gone", was: operation.name,
            base: ChangeLocation(operation.spot.name, in: operation.spot.location),
            revision: pathsPlace(revision, operation))
    }

    /// Where the other side would have the operation: its paths.
    private func pathsPlace(_ side: WalkSide, _ operation: OperationSpot) -> ChangeLocation? {
        let roots = side.roots
        let root = roots.first { $0["paths"]?[operation.path] != nil } ?? (roots.count == 1 ? roots.first : nil)
        return root.map { root in
            ChangeLocation((root["paths"]?[operation.path] ?? root["paths"] ?? root).name)
        }
    }

    private func removalRule(of operation: OperationSpot, isPathGone: Bool) -> Rule {
        if ["draft", "alpha"].contains(operation.spot["x-stability-level"]?.string) {
            return .endpointRemovedBeforeStable
        }
        guard operation.isDeprecated else { return isPathGone ? .pathRemoved : .endpointRemoved }
        if isBeforeSunset(operation.spot) {
            return isPathGone ? .pathRemovedBeforeSunset : .endpointRemovedBeforeSunset
        }
        return isPathGone ? .pathRemovedWithDeprecation : .endpointRemovedWithDeprecation
    }

    /// Whether a day is promised until which it works, and today is not past it; days compare as their texts do.
    func isBeforeSunset(_ spot: Spot) -> Bool {
        guard let sunset = spot["x-sunset"]?.string else { return false }
        return sunset.prefix(10) > today
    }
}

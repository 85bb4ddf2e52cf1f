import SpecAPI
import SpecDiagnostics
import SpecTree

/// Checks values against Schema Objects (OpenAPI 3.0.3, §4.7.24; 3.1.1, §4.8.24).
///
/// Doubtful cases fit: formats without a simple grammar, unknown types, `not`, and `pattern`, which a document could make
/// run forever. `oneOf` accepts several matching alternatives: more than one is a mistake of the schema, not of the sample.
/// A member without a schema is a violation unless `additionalProperties` allows others: JSON Schema accepts it, but readers
/// of the page trust the names.
struct SchemaValidation {
    private let side: SideDocuments
    /// The sample's direction: a request need not hold `readOnly` properties, a response no `writeOnly` ones; nil, and
    /// neither is needed, where it is unknown.
    private let direction: Change.Direction?
    /// The schemas visited so far. Alternatives within alternatives may be too many to try.
    private var steps = 0

    private static let stepLimit = 20_000
    /// Each level costs stack; values deeper than this are not checked.
    private static let depthLimit = 48

    init(_ side: SideDocuments, _ direction: Change.Direction?) {
        self.side = side
        self.direction = direction
    }

    /// The violations in a value, in the order of the schema; none when the check became too long.
    mutating func violations(of value: JSONNode, at path: SamplePath, against schema: DocumentNode) -> [Violation] {
        steps = 0
        let found = whole(value, path, schema, depth: 1)
        return steps < Self.stepLimit ? found : []
    }

    /// Checks a value against a schema, undeclared members included.
    private mutating func whole(
        _ value: JSONNode, _ path: SamplePath, _ schema: DocumentNode, depth: Int
    ) -> [Violation] {
        part(value, path, schema, depth: depth) + undeclared(value, path, schema)
    }

    /// Checks a value against one of the schemas that describe it.
    private mutating func part(
        _ value: JSONNode, _ path: SamplePath, _ schema: DocumentNode, depth: Int
    ) -> [Violation] {
        steps += 1
        guard steps < Self.stepLimit, depth < Self.depthLimit, let resolved = side.resolve(schema) else { return [] }
        let node = resolved.node
        let isNull = if case .null = value.content { true } else { false }
        if isNull, schema["nullable"].isTrue || node.allowsNull { return [] }
        let check = ValueCheck(value: value, path: path, schema: node)
        // All else follows from a wrong type.
        if let problem = check.typeProblem { return [Violation(at: value.location, problem)] }
        var found = check.problems.map { Violation(at: value.location, $0) }
        switch value.content {
        case .array(let elements):
            let prefix = node["prefixItems"]?.elements ?? []
            for (index, element) in elements.enumerated() {
                guard let schema = index < prefix.count ? prefix[index] : node["items"] else { continue }
                found += whole(element, path.element(index), schema, depth: depth + 1)
            }
        case .object(let members):
            found += missing(value, path, node, resolved.component)
            for member in members { found += inMember(member, path, node, depth: depth + 1) }
        default: break
        }
        for element in node["allOf"]?.elements ?? [] { found += part(value, path, element, depth: depth + 1) }
        for field in ["oneOf", "anyOf"] { found += best(value, path, node, field, depth: depth + 1) }
        return found
    }

    private mutating func inMember(
        _ member: JSONMember, _ path: SamplePath, _ schema: DocumentNode, depth: Int
    ) -> [Violation] {
        let additional = schema["additionalProperties"].flatMap { $0.json.members == nil ? nil : $0 }
        guard let property = schema["properties"]?[member.name] ?? additional else { return [] }
        return whole(member.value, path.member(member.name), property, depth: depth)
    }

    private func missing(
        _ value: JSONNode, _ path: SamplePath, _ schema: DocumentNode, _ component: String?
    ) -> [Violation] {
        let required = schema["required"]?.elements.compactMap(\.string) ?? []
        let missing = required.filter { value[$0] == nil && isDue(schema["properties"]?[$0]) }
        guard !missing.isEmpty else { return [] }
        let names = missing.map { "`\($0)`" }.joined(separator: ", ")
        return [
            Violation(at: value.location, "\(path.text) has no \(names), which \(owner(component)) requires")
        ]
    }

    private func owner(_ component: String?) -> String {
        component.map { "`\($0)`" } ?? "its schema"
    }

    /// Whether a required property has to be there in the sample's direction.
    private func isDue(_ property: DocumentNode?) -> Bool {
        guard let property else { return true }
        let schemas = [property] + (side.resolve(property).map { [$0.node] } ?? [])
        let isReadOnly = schemas.contains { $0["readOnly"].isTrue }
        let isWriteOnly = schemas.contains { $0["writeOnly"].isTrue }
        return switch direction {
        case .request: !isReadOnly
        case .response: !isWriteOnly
        case nil: !isReadOnly && !isWriteOnly
        }
    }

    /// The violations of the best alternative: the discriminator's, else the one with the fewest violations.
    private mutating func best(
        _ value: JSONNode, _ path: SamplePath, _ schema: DocumentNode, _ field: String, depth: Int
    ) -> [Violation] {
        let alternatives = schema[field]?.elements ?? []
        if let chosen = alternative(of: value, alternatives, schema["discriminator"]) {
            return part(value, path, chosen, depth: depth)
        }
        var best: [Violation]?
        for alternative in alternatives {
            let found = part(value, path, alternative, depth: depth)
            if found.count < best?.count ?? .max { best = found }
            if found.isEmpty { break }
        }
        return best ?? []
    }

    /// The alternative that the discriminator names (OpenAPI 3.0.3, §4.7.25).
    private func alternative(
        of value: JSONNode, _ alternatives: [DocumentNode], _ discriminator: DocumentNode?
    ) -> DocumentNode? {
        guard let property = discriminator?["propertyName"]?.string, let name = value[property]?.string else {
            return nil
        }
        let target = discriminator?["mapping"]?[name]?.string ?? name
        return alternatives.first { $0["$ref"]?.string == target || $0.referenceName == target }
    }

    private func undeclared(_ value: JSONNode, _ path: SamplePath, _ schema: DocumentNode) -> [Violation] {
        guard let members = value.members, !members.isEmpty else { return [] }
        let declared = DeclaredMembers(schema, in: side)
        guard !declared.isOpen else { return [] }
        let owner = owner(side.resolve(schema)?.component)
        let unknown = members.filter { declared.properties[$0.name] == nil && !$0.name.hasPrefix("x-") }
        guard let first = unknown.first else { return [] }
        guard unknown.count > 1 else {
            return [Violation(at: first.location, "\(path.member(first.name).text) is not a property of \(owner)")]
        }
        let names = unknown.map { "`\($0.name)`" }.joined(separator: ", ")
        return [Violation(at: first.location, "\(path.text) has \(names), which are not properties of \(owner)")]
    }
}

/// The members that a schema declares for an object, with those of `allOf`, `oneOf` and `anyOf`.
struct DeclaredMembers {
    /// By name; several schemas may describe a member.
    private(set) var properties: [String: [DocumentNode]] = [:]
    /// The schemas of `additionalProperties`.
    private(set) var others: [DocumentNode] = []
    /// Whether an object may hold undeclared members.
    private(set) var isOpen = false

    init(_ schema: DocumentNode, in side: SideDocuments) {
        var waiting = [schema]
        var seen: Set<SourceLocation> = []
        while let next = waiting.popLast() {
            guard let node = side.resolve(next)?.node, node.json.members != nil else {
                isOpen = true
                continue
            }
            guard seen.insert(node.location).inserted else { continue }
            add(node)
            waiting += ["allOf", "oneOf", "anyOf"].flatMap { node[$0]?.elements ?? [] }
        }
        if properties.isEmpty { isOpen = true }
    }

    private mutating func add(_ schema: DocumentNode) {
        for property in schema["properties"]?.entries ?? [] {
            properties[property.name, default: []].append(property.value)
        }
        if let discriminator = schema["discriminator"] {
            if let name = discriminator["propertyName"]?.string { properties[name, default: []] += [] }
            // Schemas elsewhere include this one and describe the objects.
            if schema["oneOf"] == nil, schema["anyOf"] == nil { isOpen = true }
        }
        if schema["patternProperties"] != nil || schema["additionalProperties"].isTrue { isOpen = true }
        if let other = schema["additionalProperties"], other.json.members != nil {
            others.append(other)
            isOpen = true
        }
    }
}

extension DocumentNode {
    /// The names in `type`.
    var typeNames: [String] {
        self["type"].map { $0.string.map { [$0] } ?? $0.elements.compactMap(\.string) } ?? []
    }

    /// Whether the schema names null among its values.
    fileprivate var allowsNull: Bool {
        if self["const"]?.json.isNull == true { return true }
        if self["nullable"].isTrue || typeNames.contains("null") { return true }
        let values = self["enum"]?.elements ?? []
        return values.contains { $0.json.lexeme == "null" && $0.string == nil }
    }
}

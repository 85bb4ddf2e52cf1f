import SpecAPI
import SpecTree

/// Checks values against Schema Objects (OpenAPI 3.0.3, §4.7.24).
///
/// What it cannot be certain of, fits: formats without a simple grammar, types that it does not know, `not`, and
/// `pattern`, which a document could make run forever. `oneOf` is satisfied by several alternatives too: that is a
/// question about the schema, not about the sample. A member that the schema does not name is a misfit unless
/// `additionalProperties` says that there are others: JSON Schema allows it, but who reads the page trusts the names.
struct SchemaFit {
    let side: WalkSide
    /// Which way the sample goes: what is `readOnly` need not be in a request, `writeOnly` not in a response; neither
    /// where it is not known.
    let direction: Change.Direction?
    /// Schemas that were looked at. Alternatives within alternatives may be more than anybody can try.
    private var steps = 0

    /// Schemas that are being looked at, each for what another one says about a value or about what it holds.
    private var open = 0

    private static let stepLimit = 20_000
    /// What is deeper is not looked at: each level costs stack.
    private static let depthLimit = 48

    init(_ side: WalkSide, _ direction: Change.Direction?) {
        self.side = side
        self.direction = direction
    }

    /// What does not fit, in the order of the schema; nothing when the check became too long.
    mutating func misfits(of value: JSONNode, at place: SamplePlace, against schema: Spot) -> [Misfit] {
        steps = 0
        let found = whole(value, place, schema)
        return steps < Self.stepLimit ? found : []
    }

    /// Checks a value against all that is said about it.
    private mutating func whole(_ value: JSONNode, _ place: SamplePlace, _ schema: Spot) -> [Misfit] {
        part(value, place, schema) + undeclared(value, place, schema)
    }

    /// Checks a value against one schema.
    private mutating func part(_ value: JSONNode, _ place: SamplePlace, _ schema: Spot) -> [Misfit] {
        steps += 1
        open += 1
        defer { open -= 1 }
        guard steps < Self.stepLimit, open < Self.depthLimit, let followed = side.follow(schema) else { return [] }
        let spot = followed.spot
        let isNull = if case .null = value.content { true } else { false }
        if isNull, schema["nullable"].isTrue || spot.allowsNull { return [] }
        let check = ValueCheck(value: value, place: place, schema: spot)
        let problems = check.typeProblem.map { [$0] } ?? check.problems
        var found = problems.map { Misfit(at: value.location, $0) }
        // Where the type is another one, all that follows from it is no news.
        guard check.typeProblem == nil else { return found }
        found += inside(value, place, spot, followed.component)
        for element in spot["allOf"]?.elements ?? [] { found += part(value, place, element) }
        for field in ["oneOf", "anyOf"] {
            found += best(value, place, spot[field]?.elements ?? [], spot["discriminator"])
        }
        return found
    }

    private mutating func inside(_ value: JSONNode, _ place: SamplePlace, _ schema: Spot, _ name: String?) -> [Misfit] {
        switch value.content {
        case .array(let elements):
            guard let items = schema["items"] else { return [] }
            return elements.enumerated().flatMap { whole($1, place.element($0), items) }
        case .object(let members):
            return missing(value, place, schema, name) + members.flatMap { inMember($0, place, schema) }
        default: return []
        }
    }

    private mutating func inMember(_ member: JSONMember, _ place: SamplePlace, _ schema: Spot) -> [Misfit] {
        let additional = schema["additionalProperties"].flatMap { $0.node.members == nil ? nil : $0 }
        guard let property = schema["properties"]?[member.name] ?? additional else { return [] }
        return whole(member.value, place.member(member.name), property)
    }

    private func missing(_ value: JSONNode, _ place: SamplePlace, _ schema: Spot, _ name: String?) -> [Misfit] {
        let required = schema["required"]?.elements.compactMap(\.string) ?? []
        let missing = required.filter { value[$0] == nil && isDue(schema["properties"]?[$0]) }
        guard !missing.isEmpty else { return [] }
        let names = missing.map { "`\($0)`" }.joined(separator: ", ")
        let owner = name.map { "`\($0)`" } ?? "its schema"
        return [Misfit(at: value.location, "\(place.text) has no \(names), which \(owner) requires")]
    }

    /// Whether a required property has to be there, going the way that the sample goes.
    private func isDue(_ property: Spot?) -> Bool {
        guard let property else { return true }
        let spots = [property] + (side.follow(property).map { [$0.spot] } ?? [])
        let isReadOnly = spots.contains { $0["readOnly"].isTrue }
        let isWriteOnly = spots.contains { $0["writeOnly"].isTrue }
        return switch direction {
        case .request: !isReadOnly
        case .response: !isWriteOnly
        case nil: !isReadOnly && !isWriteOnly
        }
    }

    /// What does not fit the alternative that fits best: that of the discriminator, else the one with the fewest
    /// misfits.
    private mutating func best(
        _ value: JSONNode, _ place: SamplePlace, _ alternatives: [Spot], _ discriminator: Spot?
    ) -> [Misfit] {
        if let chosen = alternative(of: value, alternatives, discriminator) {
            return part(value, place, chosen)
        }
        var best: [Misfit]?
        for alternative in alternatives {
            let found = part(value, place, alternative)
            if found.count < best?.count ?? .max { best = found }
            if found.isEmpty { break }
        }
        return best ?? []
    }

    /// The alternative that the discriminator names (OpenAPI 3.0.3, §4.7.25).
    private func alternative(of value: JSONNode, _ alternatives: [Spot], _ discriminator: Spot?) -> Spot? {
        guard let property = discriminator?["propertyName"]?.string, let name = value[property]?.string else {
            return nil
        }
        let target = discriminator?["mapping"]?[name]?.string ?? name
        return alternatives.first { alternative in
            let reference = alternative["$ref"]?.string
            return reference == target || reference?.split(separator: "/").last.map(String.init) == target
        }
    }

    private func undeclared(_ value: JSONNode, _ place: SamplePlace, _ schema: Spot) -> [Misfit] {
        guard let members = value.members, !members.isEmpty else { return [] }
        let declared = DeclaredMembers(schema, in: side)
        guard !declared.isOpen else { return [] }
        let owner = side.follow(schema)?.component.map { "`\($0)`" } ?? "its schema"
        let unknown = members.filter { declared.properties[$0.name] == nil && !$0.name.hasPrefix("x-") }
        guard let first = unknown.first else { return [] }
        guard unknown.count > 1 else {
            return [Misfit(at: first.location, "\(place.member(first.name).text) is no property of \(owner)")]
        }
        let names = unknown.map { "`\($0.name)`" }.joined(separator: ", ")
        return [Misfit(at: first.location, "\(place.text) has \(names), which are no properties of \(owner)")]
    }
}

extension Spot {
    /// Without a type, and without values and alternatives that may exclude it, `null` is a value like others.
    fileprivate var allowsNull: Bool {
        if self["nullable"].isTrue { return true }
        let types = self["type"].map { $0.string.map { [$0] } ?? $0.elements.compactMap(\.string) } ?? []
        if types.contains("null") { return true }
        if let values = self["enum"]?.elements {
            return values.contains { $0.node.lexeme == "null" && $0.string == nil }
        }
        return false
    }
}

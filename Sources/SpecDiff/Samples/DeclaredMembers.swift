import SpecDiagnostics
import SpecTree

/// The members that a schema names for an object, those of `allOf`, `oneOf` and `anyOf` counted in.
struct DeclaredMembers {
    /// By name; a member may be described several times.
    private(set) var properties: [String: [Spot]] = [:]
    /// The schemas of `additionalProperties`.
    private(set) var others: [Spot] = []
    /// Whether an object may hold more than the schema says without being suspicious.
    private(set) var isOpen = false

    init(_ schema: Spot, in side: WalkSide) {
        var waiting = [schema]
        var seen: Set<SourceLocation> = []
        while let next = waiting.popLast() {
            guard let spot = side.follow(next)?.spot, spot.node.members != nil else {
                isOpen = true
                continue
            }
            guard seen.insert(spot.location).inserted else { continue }
            add(spot)
            waiting += ["allOf", "oneOf", "anyOf"].flatMap { spot[$0]?.elements ?? [] }
        }
        if properties.isEmpty { isOpen = true }
    }

    private mutating func add(_ schema: Spot) {
        for property in schema["properties"]?.entries ?? [] {
            properties[property.name, default: []].append(property.spot)
        }
        if let discriminator = schema["discriminator"] {
            if let name = discriminator["propertyName"]?.string { properties[name, default: []] += [] }
            // The objects are described elsewhere, by schemas that include this one.
            if schema["oneOf"] == nil, schema["anyOf"] == nil { isOpen = true }
        }
        if schema["patternProperties"] != nil || schema["additionalProperties"].isTrue { isOpen = true }
        if let other = schema["additionalProperties"], other.node.members != nil {
            others.append(other)
            isOpen = true
        }
    }
}

import SpecTree

/// A field of two objects that differs, or that one of them lacks.
struct FieldPair {
    let name: String
    let was: Spot?
    let now: Spot?
}

extension FieldPair {
    /// The fields that differ, in the order of the documents; schemas within them are left to whoever walks on, so those
    /// fields are always among them.
    static func differing(_ base: Spot?, _ revision: Spot?) -> [Self] {
        let was = base?.node.members ?? []
        let now = revision?.node.members ?? []
        let find = Self.finder(now)
        var isSeen = [Bool](repeating: false, count: now.count)
        var found: [Self] = []
        for (position, member) in was.enumerated() {
            let other = find(member.name, position)
            if let other { isSeen[other] = true }
            let value = other.map { now[$0] }
            if let value, Self.isSettled(member, value) { continue }
            found.append(Self(name: member.name, was: base?.spot(member), now: value.flatMap { revision?.spot($0) }))
        }
        for (position, member) in now.enumerated() where !isSeen[position] {
            found.append(Self(name: member.name, was: nil, now: revision?.spot(member)))
        }
        return found
    }

    /// Looks where the name stands on the other side first; the search stays cheap in the widest objects.
    private static func finder(_ members: [JSONMember]) -> (String, Int) -> Int? {
        let positions =
            members.count > 16
            ? Dictionary(members.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first }) : nil
        return { name, position in
            if position < members.count, members[position].name == name { return position }
            return positions.map { $0[name] } ?? members.firstIndex { $0.name == name }
        }
    }

    private static func isSettled(_ was: JSONMember, _ now: JSONMember) -> Bool {
        !SchemaFields.parts.contains(was.name) && was.value.isSame(as: now.value)
    }
}

/// The fields of a Schema Object (OpenAPI 3.0.3, §4.7.24), by what becomes of them.
enum SchemaFields {
    /// Hold schemas.
    static let parts: Set<String> = [
        "properties", "items", "additionalProperties", "allOf", "oneOf", "anyOf",
    ]
    /// Hold lists of schemas for the same value.
    static let lists: Set<String> = ["allOf", "oneOf", "anyOf"]
    /// Texts and samples for people.
    static let prose: Set<String> = ["description", "title", "example", "examples", "externalDocs", "$comment"]
    private static let annotations = prose.union(["deprecated", "readOnly", "writeOnly", "default", "xml"])

    /// Whether the field changes nothing about which values are allowed.
    static func isAnnotation(_ name: String) -> Bool {
        annotations.contains(name) || name.hasPrefix("x-")
    }
}

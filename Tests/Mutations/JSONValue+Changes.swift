import KurusJSON

extension JSONValue {
    /// The elements of an array, the values of an object's members.
    var children: [JSONValue] {
        switch self {
        case .array(let elements): elements
        case .object(let object): object.members.map(\.value)
        default: []
        }
    }

    /// The value without one of its members or elements, counted round and round.
    func withoutMember(at position: Int) -> JSONValue {
        switch self {
        case .array(var elements) where !elements.isEmpty:
            elements.remove(at: position % elements.count)
            return .array(elements)
        case .object(let object) where !object.isEmpty:
            var members = object.members
            members.remove(at: position % members.count)
            return .object(JSONObject(members: members.map { ($0.name, $0.value) }))
        default: return .null
        }
    }

    func renamingMember(at position: Int, _ name: String) -> JSONValue {
        guard case .object(let object) = self, !object.isEmpty else { return .string(name) }
        let index = position % object.count
        return .object(
            JSONObject(members: object.members.enumerated().map { ($0 == index ? name : $1.name, $1.value) }))
    }

    func adding(_ name: String, _ value: JSONValue) -> JSONValue {
        switch self {
        case .array(let elements): .array(elements + [value])
        case .object(let object):
            .object(JSONObject(members: object.members.map { ($0.name, $0.value) } + [(name, value)]))
        default: value
        }
    }
}

extension JSONObject {
    /// An object of the members; the last of two with one name stays.
    init(members: [(name: String, value: JSONValue)]) {
        self.init()
        for member in members { self[member.name] = member.value }
    }
}

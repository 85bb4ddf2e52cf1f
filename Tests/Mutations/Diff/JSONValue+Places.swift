import KurusJSON

extension JSONValue {
    /// The value at the end of a path; nil if there is none.
    func value(at place: ArraySlice<String>) -> JSONValue? {
        guard let token = place.first else { return self }
        switch self {
        case .object(let object): return object[token]?.value(at: place.dropFirst())
        case .array(let elements):
            guard let index = Int(token), elements.indices.contains(index) else { return nil }
            return elements[index].value(at: place.dropFirst())
        default: return nil
        }
    }

    /// The value with another one at the end of a path, or without one.
    func replacing(_ place: ArraySlice<String>, _ change: (JSONValue) -> JSONValue?) -> JSONValue? {
        guard let token = place.first else { return change(self) }
        let rest = place.dropFirst()
        switch self {
        case .object(let object):
            return .object(
                JSONObject(
                    members: object.members.compactMap { member in
                        guard member.name == token else { return (member.name, member.value) }
                        return member.value.replacing(rest, change).map { (member.name, $0) }
                    }))
        case .array(let elements):
            return .array(
                elements.enumerated().compactMap { index, element in
                    String(index) == token ? element.replacing(rest, change) : element
                })
        default: return self
        }
    }

    /// The paths to all values, each before those inside.
    func places(below place: [String] = []) -> [[String]] {
        switch self {
        case .object(let object):
            [place] + object.members.flatMap { $0.value.places(below: place + [$0.name]) }
        case .array(let elements):
            [place] + elements.enumerated().flatMap { $1.places(below: place + [String($0)]) }
        default: [place]
        }
    }
}

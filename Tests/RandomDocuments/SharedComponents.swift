import KurusJSON
import SeededRandom

/// Moves parameters, bodies and answers of operations to `components` at random, and refers to them.
struct SharedComponents {
    /// The objects by kind: `parameters`, `requestBodies`, `responses`.
    private(set) var object: JSONObject = [:]
    private var random: SeededGenerator
    private var names: [String]

    init(_ random: SeededGenerator) {
        self.random = random
        names = ["Status", "Pet", "Body", "Response", "Operation0", "page", "3DS", "Ok", "P0", "x-y"]
        names.shuffle(using: &self.random)
    }

    /// Returns the Operation Object with references in place of some of its parts.
    mutating func sharing(_ operation: JSONValue) -> JSONValue {
        guard case .object(var result) = operation else { return operation }
        if case .array(let parameters)? = result["parameters"] {
            result["parameters"] = .array(parameters.map { shared($0, as: "parameters") })
        }
        if let body = result["requestBody"] { result["requestBody"] = shared(body, as: "requestBodies") }
        if case .object(var responses)? = result["responses"] {
            for member in responses.members { responses[member.name] = shared(member.value, as: "responses") }
            result["responses"] = .object(responses)
        }
        return .object(result)
    }

    private mutating func shared(_ value: JSONValue, as kind: String) -> JSONValue {
        guard Int.random(in: 0..<5, using: &random) == 0, let name = names.popLast() else { return value }
        var known: JSONObject = [:]
        if case .object(let object)? = object[kind] { known = object }
        known[name] = value
        object[kind] = .object(known)
        return ["$ref": .string("#/components/\(kind)/\(name)")]
    }
}

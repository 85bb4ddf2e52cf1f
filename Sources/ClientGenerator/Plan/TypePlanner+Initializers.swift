import SpecAPI

// The ways to make an object, so that a request that the document forbids does not compile.
extension TypePlanner {
    func initializers(_ object: ObjectShape, names: Set<String>) -> [StructurePlan.Initializer] {
        let sent = OneWayNames(of: object, .request)
        let received = OneWayNames(of: object, .response)
        var result = ways(object)
        // A required property of requests alone is optional in the type, because responses leave it out.
        guard !sent.required.isEmpty else { return result }
        for index in result.indices { result[index].required.formUnion(sent.required) }
        // A response that requires a property of its own gets another initializer.
        guard !received.required.isEmpty else { return result }
        for index in result.indices {
            result[index].left.formUnion(received.all)
            result[index].note = [result[index].note, "For a request."].compactMap(\.self).joined(separator: " ")
        }
        result.append(
            StructurePlan.Initializer(required: received.required, left: sent.all, note: "For a response."))
        return result
    }

    private func ways(_ object: ObjectShape) -> [StructurePlan.Initializer] {
        guard let alternatives = object.requiredAlternatives else { return [StructurePlan.Initializer()] }
        let always = Set(object.properties.filter(\.required).map(\.name))
        let ways = alternatives.ways.map { $0.filter { !always.contains($0) } }
        let note = Self.note(on: alternatives)
        var result: [StructurePlan.Initializer] = []
        for (index, way) in ways.enumerated() {
            let others = alternatives.isExclusive ? Array(ways.joined()) : Array(ways[..<index].joined())
            let initializer = StructurePlan.Initializer(
                required: Set(way), left: Set(others).subtracting(way), note: note,
                location: alternatives.location)
            if !result.contains(where: { $0.required == initializer.required }) { result.append(initializer) }
        }
        // A way without requirements makes the others superfluous.
        return result.first { $0.required.isEmpty }.map {
            [StructurePlan.Initializer(note: $0.note, location: $0.location)]
        } ?? result
    }

    private static func note(on alternatives: ObjectShape.RequiredAlternatives) -> String {
        let ways = alternatives.ways.map { way in way.map { "`\($0)`" }.joined(separator: " and ") }
        let list = ways.count > 1 ? ways.dropLast().joined(separator: ", ") + " or " + (ways.last ?? "") : ways.joined()
        return alternatives.isExclusive
            ? "The document asks for exactly one of \(list)." : "The document asks for \(list), or for more of them."
    }
}

/// The names of the properties that only one kind of message carries.
private struct OneWayNames {
    var all: Set<String> = []
    var required: Set<String> = []

    init(of object: ObjectShape, _ direction: ObjectShape.OneWay.Direction) {
        for property in object.properties {
            guard let oneWay = property.oneWay, oneWay.direction == direction else { continue }
            all.insert(property.name)
            if oneWay.isRequired { required.insert(property.name) }
        }
    }
}

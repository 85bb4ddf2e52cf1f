import SpecAPI
import SpecTree

/// The schema of a body that is JSON.
struct BodySchema {
    let schema: Spot
    let direction: Change.Direction
}

/// The schemas of all request and response bodies that are JSON, in the order of the documents, each once for each
/// direction.
struct BodySurvey {
    private(set) var bodies: [BodySchema] = []

    init(_ side: WalkSide) {
        for operation in side.roots.flatMap(Self.operations) {
            add(operation["requestBody"], .request, side)
            for response in operation["responses"]?.entries ?? [] { add(response.spot, .response, side) }
        }
    }

    private static func operations(of root: Spot) -> [Spot] {
        (root["paths"]?.entries ?? []).flatMap { path in
            path.spot.entries.filter { $0.name != "parameters" }.map(\.spot)
        }
    }

    private mutating func add(_ spot: Spot?, _ direction: Change.Direction, _ side: WalkSide) {
        guard let spot, let content = side.follow(spot)?.spot["content"] else { return }
        for mediaType in content.entries where MediaTypeName(mediaType.name).kind == .json {
            if let schema = mediaType.spot["schema"] { bodies.append(BodySchema(schema: schema, direction: direction)) }
        }
    }
}

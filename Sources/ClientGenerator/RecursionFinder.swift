import SpecAPI

/// Finds the schemas that contain themselves by value: not through an array or a map, which hold their elements apart.
struct RecursionFinder {
    /// The number of the circle that each named schema is in; those in none have none.
    private let circles: [String: Int]

    init(_ api: API) {
        var contained: [String: [String]] = [:]
        for named in api.schemas {
            var names: Set<String> = []
            Self.collect(named.schema.shape, into: &names)
            contained[named.name] = names.sorted()
        }
        circles = NameCircles.find(in: contained)
    }

    /// Whether a use inside the named schema leads back to that schema.
    func isRecursive(_ schema: APISchema, in name: String?) -> Bool {
        guard let name, let target = schema.shape.referenceName, let circle = circles[name] else { return false }
        return circles[target] == circle
    }

    private static func collect(_ shape: SchemaShape, into names: inout Set<String>) {
        switch shape {
        case .reference(let name): names.insert(name)
        case .object(let object):
            object.properties.forEach { collect($0.schema.shape, into: &names) }
            object.unions.forEach { collect(.union($0), into: &names) }
        case .union(let union): union.alternatives.forEach { collect($0.schema.shape, into: &names) }
        case .any, .scalar, .enumeration, .array: break
        }
    }
}

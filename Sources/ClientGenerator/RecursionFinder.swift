import SpecAPI
import SpecDiagnostics

/// Finds the schemas that contain themselves by value: not through an array or a map, which hold their elements apart.
struct RecursionFinder {
    /// Named schemas that a value of each named schema contains.
    private let contained: [String: Set<String>]

    init(_ api: API) {
        var direct: [String: Set<String>] = [:]
        for named in api.schemas {
            var names: Set<String> = []
            Self.collect(named.schema.shape, into: &names)
            direct[named.name] = names
        }
        contained = direct.mapValues { Self.closure($0, direct) }
    }

    /// Whether a use inside the named schema leads back to that schema.
    func isRecursive(_ schema: APISchema, in name: String?) -> Bool {
        guard let name else { return false }
        switch schema.shape {
        case .reference(let target): return target == name || contained[target]?.contains(name) == true
        default: return false
        }
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

    private static func closure(_ start: Set<String>, _ direct: [String: Set<String>]) -> Set<String> {
        var seen = start
        var open = Array(start)
        while let next = open.popLast() {
            for name in direct[next] ?? [] where seen.insert(name).inserted { open.append(name) }
        }
        return seen
    }

    /// A named array or map of itself has no Swift type: an alias cannot mention itself.
    func reportEndlessAliases(_ api: API, _ diagnostics: inout Diagnostics) {
        var aliases: [String: Set<String>] = [:]
        for named in api.schemas {
            var names: Set<String> = []
            if Self.collectAliased(named.schema.shape, into: &names) { aliases[named.name] = names }
        }
        for named in api.schemas where aliases[named.name] != nil {
            guard Self.closure(aliases[named.name] ?? [], aliases).contains(named.name) else { continue }
            diagnostics.error(
                .unsupportedFeature,
                "'\(named.name)' is an array or a map of itself, which has no Swift type; describe it as an object "
                    + "with a property that holds the elements",
                at: named.location)
        }
    }

    /// The names that an alias mentions; false where the shape becomes a type of its own.
    private static func collectAliased(_ shape: SchemaShape, into names: inout Set<String>) -> Bool {
        switch shape {
        case .reference(let name): names.insert(name)
        case .array(let element): _ = collectAliased(element.shape, into: &names)
        case .object(let object):
            guard object.isMap else { return false }
            if case .schema(let values) = object.additional { _ = collectAliased(values.shape, into: &names) }
        case .any, .scalar: break
        case .enumeration, .union: return false
        }
        return true
    }
}

import SpecAPI
import SpecDiagnostics

/// Finds the schemas that contain themselves by value: not through arrays or maps, which store elements separately.
struct RecursionFinder {
    /// The number of the cycle of each named schema; nil for schemas outside of cycles.
    private let cycles: [String: Int]

    init(_ api: API) {
        var contained: [String: [String]] = [:]
        for named in api.schemas {
            var names: Set<String> = []
            Self.collect(named.schema.shape, into: &names)
            contained[named.name] = names.sorted()
        }
        cycles = NameCycles.find(in: contained)
    }

    /// Returns whether a use inside the named schema leads back to that schema.
    func isRecursive(_ schema: APISchema, in name: String?) -> Bool {
        guard let name, let target = schema.shape.referenceName, let cycle = cycles[name] else { return false }
        return cycles[target] == cycle
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

/// Finds names that lead to each other: the strongly connected components of a graph. Uses Tarjan's algorithm without
/// recursion, because a chain of schemas can be as long as a document.
private struct NameCycles {
    private struct Visit {
        let name: String
        var next = 0
    }

    private let targets: [String: [String]]
    private var index: [String: Int] = [:]
    private var low: [String: Int] = [:]
    private var stack: [String] = []
    private var isOnStack: Set<String> = []
    private var visits: [Visit] = []
    private var cycles: [String: Int] = [:]

    /// Returns the number of the cycle of each name. A name that does not lead back to itself is left out.
    static func find(in targets: [String: [String]]) -> [String: Int] {
        var search = Self(targets)
        for name in targets.keys.sorted() where search.index[name] == nil { search.walk(from: name) }
        return search.cycles
    }

    private init(_ targets: [String: [String]]) {
        self.targets = targets
    }

    private mutating func walk(from start: String) {
        enter(start)
        while let visit = visits.last {
            let following = targets[visit.name] ?? []
            guard visit.next < following.count else {
                leave(visit.name)
                continue
            }
            visits[visits.count - 1].next += 1
            let target = following[visit.next]
            if index[target] == nil {
                enter(target)
            } else if isOnStack.contains(target) {
                lower(visit.name, to: index[target])
            }
        }
    }

    private mutating func enter(_ name: String) {
        low[name] = index.count
        index[name] = index.count
        stack.append(name)
        isOnStack.insert(name)
        visits.append(Visit(name: name))
    }

    private mutating func leave(_ name: String) {
        visits.removeLast()
        if let parent = visits.last { lower(parent.name, to: low[name]) }
        guard low[name] == index[name], let start = stack.lastIndex(of: name) else { return }
        let members = stack[start...]
        isOnStack.subtract(members)
        if members.count > 1 || targets[name]?.contains(name) == true {
            for member in members { cycles[member] = index[name] }
        }
        stack.removeSubrange(start...)
    }

    private mutating func lower(_ name: String, to value: Int?) {
        guard let value, let known = low[name] else { return }
        low[name] = min(known, value)
    }
}

/// Finds named arrays and maps of themselves, which have no Swift type because an alias cannot mention itself.
enum EndlessAliases {
    /// Reports every cycle of aliases once, at the first of its names.
    static func report(_ api: API, _ diagnostics: inout Diagnostics) {
        var aliases: [String: [String]] = [:]
        for named in api.schemas {
            var names: Set<String> = []
            if collect(named.schema.shape, into: &names) { aliases[named.name] = names.sorted() }
        }
        let cycles = NameCycles.find(in: aliases)
        var reported: Set<Int> = []
        for named in api.schemas {
            guard let cycle = cycles[named.name], reported.insert(cycle).inserted else { continue }
            let others: [NamedSchema] = api.schemas.filter { (other: NamedSchema) -> Bool in
                other.name != named.name && cycles[other.name] == cycle
            }
            diagnostics.error(
                .unsupportedFeature,
                "`\(named.name)` is an array or a map of itself, which has no Swift type; describe it as an object with a "
                    + "property that holds the elements",
                at: named.location,
                notes: others.map { Diagnostic.Note("through `\($0.name)`", at: $0.location) })
        }
    }

    /// Collects the names that an alias mentions; false where the shape becomes a type of its own.
    private static func collect(_ shape: SchemaShape, into names: inout Set<String>) -> Bool {
        switch shape {
        case .reference(let name): names.insert(name)
        case .array(let element): _ = collect(element.shape, into: &names)
        case .object(let object):
            guard object.isMap else { return false }
            if case .schema(let values) = object.additional { _ = collect(values.shape, into: &names) }
        case .any, .scalar: break
        case .enumeration, .union: return false
        }
        return true
    }
}

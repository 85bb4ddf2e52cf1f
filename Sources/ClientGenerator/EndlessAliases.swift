import SpecAPI
import SpecDiagnostics

/// A named array or map of itself has no Swift type: an alias cannot mention itself.
enum EndlessAliases {
    /// Reports every circle of aliases once, at the first of its names.
    static func report(_ api: API, _ diagnostics: inout Diagnostics) {
        var aliases: [String: [String]] = [:]
        for named in api.schemas {
            var names: Set<String> = []
            if collect(named.schema.shape, into: &names) { aliases[named.name] = names.sorted() }
        }
        let circles = NameCircles.find(in: aliases)
        var reported: Set<Int> = []
        for named in api.schemas {
            guard let circle = circles[named.name], reported.insert(circle).inserted else { continue }
            let others: [NamedSchema] = api.schemas.filter { (other: NamedSchema) -> Bool in
                other.name != named.name && circles[other.name] == circle
            }
            diagnostics.error(
                .unsupportedFeature,
                "`\(named.name)` is an array or a map of itself, which has no Swift type; describe it as an object with a "
                    + "property that holds the elements",
                at: named.location,
                notes: others.map { Diagnostic.Note("by way of `\($0.name)`", at: $0.location) })
        }
    }

    /// The names that an alias mentions; false where the shape becomes a type of its own.
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

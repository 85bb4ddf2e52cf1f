import SpecDiagnostics
import SpecDocument
import SpecTree

// What operations refer to: entries of components, and path items elsewhere.
extension OperationResolver {
    /// What a reference led to.
    struct Followed<Object> {
        var object: Object
        /// The name of the component that the use names.
        var component: String?
        /// The document in which the object's own references stand.
        var scope: Int
    }

    /// Follows references until there is an object.
    mutating func follow<Object: Sendable>(
        _ use: ReferenceOr<Object>, _ kind: ComponentKind, in scope: Int,
        _ entries: (MergedComponents) -> [String: MergedComponents.Entry<Object>]
    ) -> Followed<Object>? {
        var current = use
        var home = scope
        var component: String?
        var seen: Set<String> = []
        while case .reference(let reference) = current {
            guard let target = schemas.find(reference, in: home) else { return nil }
            guard let name = target.component(kind), let entry = entries(components)[name] else {
                schemas.diagnostics.error(
                    .unsupportedReference,
                    "`\(reference.target)` does not lead to an entry of `#/components/\(kind.rawValue)`, as it has to here",
                    at: reference.targetLocation)
                return nil
            }
            guard seen.insert(name).inserted else {
                schemas.diagnostics.error(
                    .cyclicReference, "`\(reference.target)` leads back to itself; describe it in one place",
                    at: reference.targetLocation)
                return nil
            }
            component = component ?? name
            current = entry.value
            home = entry.scope
        }
        guard case .object(let object) = current else { return nil }
        return Followed(object: object, component: component, scope: home)
    }

    mutating func securityScheme(_ use: ReferenceOr<SecurityScheme>, in scope: Int) -> SecurityScheme? {
        follow(use, .securitySchemes, in: scope, { $0.securitySchemes })?.object
    }
}

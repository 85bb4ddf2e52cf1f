package import SpecDiagnostics
import SpecTree

/// A Security Requirement Object (OpenAPI 3.0.3, §4.7.30): all of its schemes together; none means that no proof is
/// needed.
package struct SecurityRequirement: Sendable {
    package var location: SourceLocation
    /// The scopes that are needed, named by security scheme.
    package var schemes: NamedValues<[String]>
}

extension SecurityRequirement: DocumentValue {
    static let objectName = "Security Requirement Object"

    static func decode(
        _ node: JSONNode, at place: ValuePlace, _ decoding: DocumentDecoding
    ) -> SecurityRequirement? {
        guard let members = node.members else {
            decoding.wrongType(place, node, allowed: "an object")
            return nil
        }
        var schemes = NamedValues<[String]>()
        for member in members {
            guard let elements = member.value.elements else {
                decoding.wrongType(.field(member.name, of: objectName), member.value, allowed: "an array")
                continue
            }
            let scopes = elements.compactMap {
                String.decode($0, at: .element(of: member.name, in: objectName), decoding)
            }
            schemes.entries.append(.init(name: member.name, location: member.location, value: scopes))
        }
        return SecurityRequirement(location: node.location, schemes: schemes)
    }
}

package import SpecDiagnostics
import SpecTree

/// A Callback Object (OpenAPI 3.0.3, §4.7.18).
package struct Callback: Sendable {
    package var location: SourceLocation
    /// Named by the runtime expression of the address.
    package var pathItems: NamedValues<PathItem>
}

extension Callback: DocumentValue {
    static let objectName = "Callback Object"

    static func decode(_ node: JSONNode, at place: ValuePlace, _ decoding: DocumentDecoding) -> Callback? {
        guard let members = node.members else {
            decoding.wrongType(place, node, allowed: "an object")
            return nil
        }
        let entries = members.filter { !$0.name.hasPrefix("x-") }.compactMap { member in
            PathItem.decode(member.value, at: .field(member.name, of: objectName), decoding).map {
                NamedValues<PathItem>.Entry(name: member.name, location: member.location, value: $0)
            }
        }
        return Callback(location: node.location, pathItems: NamedValues(entries))
    }
}

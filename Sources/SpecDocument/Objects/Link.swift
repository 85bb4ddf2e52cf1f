package import SpecDiagnostics
package import SpecTree

/// A Callback Object (OpenAPI 3.0.3, §4.7.18).
package struct Callback: Sendable {
    package var location: SourceLocation
    /// The path items by the runtime expression of their URL.
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

/// A Link Object (OpenAPI 3.0.3, §4.7.20).
package struct Link: Sendable {
    package var location: SourceLocation
    package var operationRef: Located<String>?
    package var operationId: Located<String>?
    /// Values, or runtime expressions in strings, by parameter name.
    package var parameters: NamedValues<JSONNode>
    package var requestBody: JSONNode?
    package var description: String?
    package var server: Server?
}

extension Link: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Link Object"
        case operationRef, operationId, parameters, requestBody, description, server

        var treatment: FieldTreatment { .read }
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        operationRef = decoder.read(.operationRef)
        operationId = decoder.read(.operationId)
        parameters = decoder.named(.parameters)
        requestBody = decoder.node(.requestBody)
        description = decoder.read(.description)
        server = decoder.read(.server)
        checkTarget(decoder.decoding)
    }

    /// Checks that the link names its operation in exactly one of two ways (§4.7.20).
    private func checkTarget(_ decoding: DocumentDecoding) {
        switch (operationRef, operationId) {
        case (_?, _?):
            decoding.warn(
                "the Link Object has `operationRef` and `operationId`; only one of them is allowed", at: location)
        case (nil, nil):
            decoding.warn(
                "the Link Object has neither `operationRef` nor `operationId`; one of them is required", at: location)
        default: break
        }
    }
}

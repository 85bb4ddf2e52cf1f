package import SpecDiagnostics
package import SpecTree

/// An Example Object (OpenAPI 3.0.3, §4.7.19).
package struct Example: Sendable {
    package var location: SourceLocation
    package var summary: String?
    package var description: String?
    package var value: JSONNode?
    package var externalValue: String?
}

extension Example: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Example Object"
        case summary, description, value, externalValue
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        summary = decoder.read(.summary)
        description = decoder.read(.description)
        value = decoder.node(.value)
        externalValue = decoder.address(.externalValue)
        if value != nil, externalValue != nil {
            decoder.decoding.sloppy(
                "the Example Object has `value` and `externalValue`; only one of them is allowed", at: location)
        }
    }
}

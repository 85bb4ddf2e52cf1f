package import SpecDiagnostics

/// A Server Variable Object (OpenAPI 3.0.3, §4.7.6).
package struct ServerVariable: Sendable {
    package var location: SourceLocation
    package var enumValues: [Located<String>]?
    package var defaultValue: Located<String>
    package var description: String?
}

extension ServerVariable: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Server Variable Object"
        case `enum`, `default`, description
    }

    init?(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        enumValues = decoder.list(.enum)
        description = decoder.read(.description)
        guard let defaultValue: Located<String> = decoder.require(.default) else { return nil }
        self.defaultValue = defaultValue
        checkEnum(decoder.decoding)
    }

    private func checkEnum(_ decoding: DocumentDecoding) {
        guard let enumValues else { return }
        if enumValues.isEmpty {
            decoding.sloppy("`enum` of the Server Variable Object is empty", at: location)
        } else if !enumValues.contains(where: { $0.value == defaultValue.value }) {
            decoding.sloppy("`default` is `\(defaultValue.value)`, which is none of `enum`", at: defaultValue.location)
        }
    }
}

package import SpecDiagnostics

/// An OAuth Flow Object (OpenAPI 3.0.3, §4.7.29).
package struct OAuthFlow: Sendable {
    package var location: SourceLocation
    package var authorizationUrl: String?
    package var tokenUrl: String?
    package var refreshUrl: String?
    /// Descriptions, named by scope.
    package var scopes: NamedValues<String>
}

extension OAuthFlow: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "OAuth Flow Object"
        case authorizationUrl, tokenUrl, refreshUrl, scopes
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        authorizationUrl = decoder.address(.authorizationUrl)
        tokenUrl = decoder.address(.tokenUrl)
        refreshUrl = decoder.address(.refreshUrl)
        scopes = decoder.requireNamed(.scopes)
    }

    /// Which addresses are required depends on the flow (§4.7.29.1).
    func check(_ flow: String, needs fields: [Field], _ decoding: DocumentDecoding) {
        if fields.contains(.authorizationUrl), authorizationUrl == nil {
            decoding.missing("authorizationUrl", in: "OAuth Flow Object of `\(flow)`", at: location)
        }
        if fields.contains(.tokenUrl), tokenUrl == nil {
            decoding.missing("tokenUrl", in: "OAuth Flow Object of `\(flow)`", at: location)
        }
    }
}

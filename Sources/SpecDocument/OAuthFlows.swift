package import SpecDiagnostics

/// An OAuth Flows Object (OpenAPI 3.0.3, §4.7.28).
package struct OAuthFlows: Sendable {
    package var location: SourceLocation
    package var implicit: OAuthFlow?
    package var password: OAuthFlow?
    package var clientCredentials: OAuthFlow?
    package var authorizationCode: OAuthFlow?
}

extension OAuthFlows: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "OAuth Flows Object"
        case implicit, password, clientCredentials, authorizationCode
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        implicit = decoder.read(.implicit)
        password = decoder.read(.password)
        clientCredentials = decoder.read(.clientCredentials)
        authorizationCode = decoder.read(.authorizationCode)
        implicit?.check("implicit", needs: [.authorizationUrl], decoder.decoding)
        password?.check("password", needs: [.tokenUrl], decoder.decoding)
        clientCredentials?.check("clientCredentials", needs: [.tokenUrl], decoder.decoding)
        authorizationCode?.check("authorizationCode", needs: [.authorizationUrl, .tokenUrl], decoder.decoding)
    }
}

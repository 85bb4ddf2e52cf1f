package import SpecDiagnostics
import SpecTree

/// A Security Scheme Object (OpenAPI 3.0.3, §4.7.27).
package struct SecurityScheme: Sendable {
    package enum Kind: Sendable {
        case apiKey(name: String, place: ParameterLocation)
        case http(scheme: String, bearerFormat: String?)
        case oauth2(OAuthFlows)
        case openIdConnect(url: String)
    }

    package var location: SourceLocation
    package var description: String?
    package var kind: Kind
}

extension SecurityScheme: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Security Scheme Object"
        case type, description, name, `in`, scheme, bearerFormat, flows, openIdConnectUrl
    }

    /// The words of `type`, and the fields that belong to each.
    enum TypeWord: String, CaseIterable {
        case apiKey, http, oauth2, openIdConnect

        var fields: [Field] {
            switch self {
            case .apiKey: [.name, .in]
            case .http: [.scheme, .bearerFormat]
            case .oauth2: [.flows]
            case .openIdConnect: [.openIdConnectUrl]
            }
        }
    }

    init?(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        description = decoder.read(.description)
        guard let kind = decoder.securitySchemeKind() else { return nil }
        self.kind = kind
    }
}

extension ObjectDecoder<SecurityScheme.Field> {
    fileprivate mutating func securitySchemeKind() -> SecurityScheme.Kind? {
        let type = requireWord(.type, of: SecurityScheme.TypeWord.allCases)
        checkOtherFields(type)
        switch type {
        case .apiKey: return apiKey()
        case .http:
            let bearerFormat: String? = read(.bearerFormat)
            return require(.scheme).map { .http(scheme: $0, bearerFormat: bearerFormat) }
        case .oauth2: return require(.flows).map { .oauth2($0) }
        case .openIdConnect: return requireAddress(.openIdConnectUrl).map { .openIdConnect(url: $0) }
        case nil: return nil
        }
    }

    private mutating func apiKey() -> SecurityScheme.Kind? {
        let name: String? = require(.name)
        let place = requireWord(.in, of: [ParameterLocation.query, .header, .cookie])
        guard let name, let place else { return nil }
        return .apiKey(name: name, place: place)
    }

    /// A field of another type of scheme means nothing here.
    private mutating func checkOtherFields(_ type: SecurityScheme.TypeWord?) {
        for other in SecurityScheme.TypeWord.allCases where other != type {
            for field in other.fields {
                guard let member = member(field), let type else { continue }
                decoding.sloppy(
                    "`\(field.rawValue)` belongs to the type `\(other.rawValue)`, and this scheme is of type"
                        + " `\(type.rawValue)`; it is ignored", at: member.location)
            }
        }
    }
}

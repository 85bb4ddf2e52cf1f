package import SpecDiagnostics
import SpecTree

/// A Security Scheme Object (OpenAPI 3.0.3, §4.7.27).
package struct SecurityScheme: Sendable {
    package enum Kind: Sendable {
        case apiKey(name: String, place: ParameterLocation)
        case http(scheme: String, bearerFormat: String?)
        case oauth2(OAuthFlows)
        case openIdConnect(url: String)
        /// A certificate of the client's (OpenAPI 3.1.1, §4.8.27).
        case mutualTLS
    }

    package var location: SourceLocation
    package var description: String?
    package var kind: Kind
}

extension SecurityScheme: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Security Scheme Object"
        case type, description, name, `in`, scheme, bearerFormat, flows, openIdConnectUrl, oauth2MetadataUrl
        case deprecated

        var versions: VersionRange { consequence == nil ? .all : .since32 }
        var treatment: FieldTreatment { consequence == nil ? .read : .warned }

        var consequence: String? {
            switch self {
            case .oauth2MetadataUrl: "the signer of requests gets the token"
            case .deprecated: "nothing is generated for it"
            default: nil
            }
        }
    }

    /// The values of `type`, and the fields that belong to each.
    fileprivate enum TypeWord: String, CaseIterable {
        case apiKey, http, oauth2, openIdConnect, mutualTLS

        var fields: [Field] {
            switch self {
            case .apiKey: [.name, .in]
            case .http: [.scheme, .bearerFormat]
            case .oauth2: [.flows]
            case .openIdConnect: [.openIdConnectUrl]
            case .mutualTLS: []
            }
        }

        /// The values that a version of OpenAPI allows.
        static func allowed(in version: SpecificationVersion) -> [Self] {
            allCases.filter { $0 != .mutualTLS || version > .v30 }
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
        if let scheme = schemeAsType() { return scheme }
        let type = requireWord(.type, of: SecurityScheme.TypeWord.allowed(in: decoding.version))
        checkOtherFields(type)
        switch type {
        case .apiKey: return apiKey()
        case .http:
            let bearerFormat: String? = read(.bearerFormat)
            return require(.scheme).map { .http(scheme: $0, bearerFormat: bearerFormat) }
        case .oauth2: return require(.flows).map { .oauth2($0) }
        case .openIdConnect: return requireAddress(.openIdConnectUrl).map { .openIdConnect(url: $0) }
        case .mutualTLS: return .mutualTLS
        case nil: return nil
        }
    }

    /// Reads a scheme of HTTP authentication that is written as `type`.
    private mutating func schemeAsType() -> SecurityScheme.Kind? {
        guard let type = member(.type)?.value, let word = type.string?.lowercased(), ["bearer", "basic"].contains(word)
        else { return nil }
        decoding.warn("`\(word)` is no `type`; it is read as `http` with the scheme `\(word)`", at: type.location)
        _ = member(.scheme)
        return .http(scheme: word, bearerFormat: read(.bearerFormat))
    }

    private mutating func apiKey() -> SecurityScheme.Kind? {
        let name: String? = require(.name)
        let place = requireWord(.in, of: [ParameterLocation.query, .header, .cookie])
        guard let name, let place else { return nil }
        return .apiKey(name: name, place: place)
    }

    /// Warns about fields that belong to another type of scheme.
    private mutating func checkOtherFields(_ type: SecurityScheme.TypeWord?) {
        for other in SecurityScheme.TypeWord.allCases where other != type {
            for field in other.fields {
                guard let member = member(field), let type else { continue }
                decoding.warn(
                    "`\(field.rawValue)` belongs to the type `\(other.rawValue)`, and this scheme is of type"
                        + " `\(type.rawValue)`; it is ignored", at: member.location)
            }
        }
    }
}

/// A Security Requirement Object (OpenAPI 3.0.3, §4.7.30): all of its schemes are required together; an empty one
/// allows anonymous requests.
package struct SecurityRequirement: Sendable {
    package var location: SourceLocation
    /// The required scopes by security scheme.
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
        for member in members where !member.name.hasPrefix("x-") {
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
        case implicit, password, clientCredentials, authorizationCode, deviceAuthorization

        var versions: VersionRange { self == .deviceAuthorization ? .since32 : .all }
        var treatment: FieldTreatment { consequence == nil ? .read : .warned }
        var consequence: String? { self == .deviceAuthorization ? "the signer of requests gets the token" : nil }
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

/// An OAuth Flow Object (OpenAPI 3.0.3, §4.7.29).
package struct OAuthFlow: Sendable {
    package var location: SourceLocation
    package var authorizationUrl: String?
    package var tokenUrl: String?
    package var refreshUrl: String?
    /// The descriptions by scope.
    package var scopes: NamedValues<String>
}

extension OAuthFlow: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "OAuth Flow Object"
        case authorizationUrl, deviceAuthorizationUrl, tokenUrl, refreshUrl, scopes

        var versions: VersionRange { self == .deviceAuthorizationUrl ? .since32 : .all }
        var treatment: FieldTreatment { consequence == nil ? .read : .warned }
        var consequence: String? { self == .deviceAuthorizationUrl ? "the signer of requests gets the token" : nil }
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        authorizationUrl = decoder.address(.authorizationUrl)
        tokenUrl = decoder.address(.tokenUrl)
        refreshUrl = decoder.address(.refreshUrl)
        if decoder.member(.scopes) == nil { decoder.warnMissing(.scopes) }
        scopes = decoder.named(.scopes)
    }

    /// Warns about missing URLs; the flow decides which are required (§4.7.29.1).
    func check(_ flow: String, needs fields: [Field], _ decoding: DocumentDecoding) {
        if fields.contains(.authorizationUrl), authorizationUrl == nil {
            decoding.warn(
                "the OAuth Flow Object of `\(flow)` has no `authorizationUrl`, which is required", at: location)
        }
        if fields.contains(.tokenUrl), tokenUrl == nil {
            decoding.warn("the OAuth Flow Object of `\(flow)` has no `tokenUrl`, which is required", at: location)
        }
    }
}

package import SpecDiagnostics
package import SpecDocument

/// An operation with everything that applies to it: its path item's parameters, its effective servers and security.
package struct APIOperation: Sendable {
    package var location: SourceLocation
    /// Lower case, as in the document.
    package var method: String
    package var path: String
    package var pathLocation: SourceLocation
    package var operationID: Located<String>?
    package var summary: String?
    package var description: String?
    package var deprecated: Bool
    package var effect: OperationEffect
    /// Parameters of the path and members of the body that name what the operation is about (`x-kurus-identifiers`).
    package var identifiers: [Located<String>]
    package var parameters: [APIParameter]
    package var body: APIRequestBody?
    /// Codes ascending, then ranges, then `default`.
    package var responses: [APIResponseDescription]
    package var server: ServerChoice
    /// Effective requirements; empty where the operation needs none.
    package var security: [APISecurityRequirement]
    /// Where the requirements stand, which may be at the document's; the operation where it needs none.
    package var securityLocation: SourceLocation
}

/// A parameter of an operation.
package struct APIParameter: Sendable {
    /// OpenAPI 3.0.3, §4.7.12.1: these headers are the transport's, whatever a document declares.
    package static func isIgnoredHeader(_ name: String) -> Bool {
        ["accept", "content-type", "authorization"].contains(name.lowercased())
    }

    /// How the value is written: by a style, or as a document of a media type.
    package enum Encoding: Sendable {
        case style(ParameterStyle, explode: Bool, allowReserved: Bool)
        case json
    }

    package var location: SourceLocation
    /// Its name in `components.parameters`, if it stands there.
    package var component: String?
    package var name: String
    package var place: ParameterLocation
    package var description: String?
    package var required: Bool
    package var deprecated: Bool
    package var encoding: Encoding
    package var schema: APISchema
}

/// What an operation sends.
package struct APIRequestBody: Sendable {
    package var location: SourceLocation
    /// Its name in `components.requestBodies`, if it stands there.
    package var component: String?
    package var description: String?
    package var required: Bool
    package var content: [APIMediaType]
}

/// One representation of a body.
package struct APIMediaType: Sendable {
    /// What the type and subtype say about reading and writing the content.
    package enum Kind: Sendable, Hashable {
        case json
        case form
        case multipart
        case text
        case binary
    }

    package struct Encoding: Sendable {
        package var property: String
        package var location: SourceLocation
        package var contentType: String?
        package var style: ParameterStyle?
        package var explode: Bool?
        package var allowReserved: Bool
    }

    package var location: SourceLocation
    /// As written in the document, parameters included.
    package var name: String
    package var kind: Kind
    /// Absent where the document gives none.
    package var schema: APISchema?
    package var encodings: [Encoding]
}

/// A documented answer.
package struct APIResponseDescription: Sendable {
    package enum Status: Sendable, Hashable {
        case code(Int)
        /// `2XX` is 2.
        case range(Int)
        case `default`
    }

    package struct Header: Sendable {
        package var name: String
        package var location: SourceLocation
        package var description: String?
        package var required: Bool
        package var explode: Bool
        package var schema: APISchema
    }

    package var location: SourceLocation
    /// Its name in `components.responses`, if it stands there.
    package var component: String?
    package var status: Status
    package var description: String?
    package var headers: [Header]
    package var content: [APIMediaType]

    package var isSuccess: Bool {
        switch status {
        case .code(let code): (200..<300).contains(code)
        case .range(let hundreds): hundreds == 2
        case .default: false
        }
    }
}

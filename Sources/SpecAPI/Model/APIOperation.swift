package import SpecDiagnostics
package import SpecDocument

/// An operation with everything that applies to it: parameters of its path item, effective servers and security.
package struct APIOperation: Sendable {
    package var location: SourceLocation
    /// The method in lower case, as in the document.
    package var method: String
    package var path: String
    package var pathLocation: SourceLocation
    package var operationID: Located<String>?
    package var summary: String?
    package var description: String?
    package var deprecated: Bool
    package var effect: OperationEffect
    /// The path parameters and body members that identify the subject of the operation (`x-kurus-identifiers`).
    package var identifiers: [Located<String>]
    package var parameters: [APIParameter]
    package var body: APIRequestBody?
    /// Status codes in ascending order, then ranges, then `default`.
    package var responses: [APIResponseDescription]
    package var server: ServerChoice
    /// The effective requirements; empty where the operation needs none.
    package var security: [APISecurityRequirement]
    /// The location of the requirements, which may be the document's; that of the operation where it needs none.
    package var securityLocation: SourceLocation
}

/// A parameter of an operation.
package struct APIParameter: Sendable {
    /// Returns whether a header is set by the transport, whatever a document declares (OpenAPI 3.0.3, §4.7.12.1).
    package static func isIgnoredHeader(_ name: String) -> Bool {
        ["accept", "content-type", "authorization"].contains(name.lowercased())
    }

    /// The notation of a value: a style, or a document of a media type.
    package enum Encoding: Sendable {
        case style(ParameterStyle, explode: Bool, allowReserved: Bool)
        case json
    }

    package var location: SourceLocation
    /// The name in `components.parameters`, if it is declared there.
    package var component: String?
    package var name: String
    package var place: ParameterLocation
    package var description: String?
    package var required: Bool
    package var deprecated: Bool
    package var encoding: Encoding
    package var schema: APISchema
}

/// The content of a request.
package struct APIRequestBody: Sendable {
    package var location: SourceLocation
    /// The name in `components.requestBodies`, if it is declared there.
    package var component: String?
    package var description: String?
    package var required: Bool
    package var content: [APIMediaType]
}

/// One representation of a body.
package struct APIMediaType: Sendable {
    /// The way to read and write content, as type and subtype define it.
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
        /// One media type or range, or several with commas between them (OpenAPI 3.0.3, §4.7.15.1).
        package var contentType: String?
        /// The names of the headers of a part.
        package var headers: [Located<String>]
        package var style: ParameterStyle?
        package var explode: Bool?
        package var allowReserved: Bool

        /// The listed media types and ranges.
        package var contentTypes: [String] {
            (contentType ?? "").split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
        }

        /// The media type that is written: the first that is not a range.
        package var writtenType: String? {
            contentTypes.first { !MediaTypeName($0).isRange }
        }
    }

    package var location: SourceLocation
    /// The name as written in the document, with parameters.
    package var name: String
    package var kind: Kind
    /// Nil where the document gives none.
    package var schema: APISchema?
    package var encodings: [Encoding]
}

/// A documented response.
package struct APIResponseDescription: Sendable {
    package enum Status: Sendable, Hashable {
        case code(Int)
        /// A range by its first digit: `2XX` is 2.
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
    /// The name in `components.responses`, if it is declared there.
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

extension Substring {
    fileprivate var trimmed: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        return String(self[start...].reversed().drop(while: \.isWhitespace).reversed())
    }
}

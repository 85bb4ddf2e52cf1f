package import SpecDiagnostics

/// An Operation Object (OpenAPI 3.0.3, §4.7.10).
package struct Operation: Sendable {
    package var location: SourceLocation
    /// The HTTP method in lower case, as the path item's field has it.
    package var method: String
    package var tags: [String]
    package var summary: String?
    package var description: String?
    package var externalDocs: ExternalDocumentation?
    package var operationId: Located<String>?
    package var parameters: [ReferenceOr<Parameter>]
    package var requestBody: ReferenceOr<RequestBody>?
    /// The responses by `200`, `2XX` or `default`.
    package var responses: NamedValues<ReferenceOr<Response>>
    package var callbacks: NamedValues<ReferenceOr<Callback>>
    package var deprecated: Bool
    /// Nil inherits the document's; empty removes it.
    package var security: [SecurityRequirement]?
    /// Nil inherits the path item's, or else the document's.
    package var servers: [Server]?
    /// `x-kurus-effect`.
    package var effect: OperationEffect?
    /// The parameters and body members that identify the subject of the operation (`x-kurus-identifiers`).
    package var identifiers: [Located<String>]
}

/// The effect of an operation (`x-kurus-effect`), which decides whether it may be repeated.
package enum OperationEffect: String, CaseIterable, Sendable {
    case read, prepare, commit, undo

    /// Returns the default effect: the gravest, except for methods that RFC 9110, §9.2.1 calls safe.
    package static func undeclared(of method: String) -> Self {
        ["get", "head", "options", "trace"].contains(method) ? .read : .commit
    }
}

extension Operation: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Operation Object"
        case tags, summary, description, externalDocs, operationId, parameters, requestBody, responses, callbacks
        case deprecated, security, servers
        case effect = "x-kurus-effect"
        case identifiers = "x-kurus-identifiers"

        var treatment: FieldTreatment {
            switch self {
            case .callbacks: .warned
            case .summary, .description, .effect: .documented
            case .tags, .externalDocs: .read
            default: .generated
            }
        }
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        method = ""
        tags = decoder.list(.tags) ?? []
        summary = decoder.read(.summary)
        description = decoder.read(.description)
        externalDocs = decoder.read(.externalDocs)
        operationId = decoder.read(.operationId)
        parameters = decoder.list(.parameters) ?? []
        requestBody = decoder.read(.requestBody)
        responses = decoder.responses()
        callbacks = decoder.named(.callbacks)
        deprecated = decoder.read(.deprecated) ?? false
        security = decoder.list(.security)
        servers = decoder.list(.servers)
        effect = decoder.word(.effect, of: OperationEffect.allCases)?.value
        identifiers = decoder.list(.identifiers) ?? []
    }
}

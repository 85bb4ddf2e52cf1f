package import SpecDiagnostics
import SpecTree

// The Paths Object (OpenAPI 3.0.3, §4.7.8) has no fields but the paths.
extension ObjectDecoder<OpenAPIDocument.Field> {
    /// Reads the paths in the document's order. Their absence is only a warning, because a page may hold only schemas.
    mutating func paths() -> NamedValues<PathItem> {
        if member(.paths) == nil {
            decoding.warn("the OpenAPI Object has no `paths`, which is required", at: location)
        }
        guard let members = members(.paths) else { return NamedValues() }
        return decodeEntries(of: members.filter(isPath), .paths)
    }

    private func isPath(_ member: JSONMember) -> Bool {
        if member.name.hasPrefix("x-") { return false }
        guard member.name.hasPrefix("/") else {
            decoding.error(
                .invalidValue, "the path `\(member.name)` must begin with `/`", at: member.location)
            return false
        }
        if case .failure(let problem) = Template.variables(of: member.name) {
            decoding.error(.invalidValue, "the path `\(member.name)` \(problem.message)", at: member.location)
            return false
        }
        return true
    }
}

/// A Path Item Object (OpenAPI 3.0.3, §4.7.9).
package struct PathItem: Sendable {
    package var location: SourceLocation
    /// The text of `$ref`, not resolved; fields beside it are kept.
    package var reference: Located<String>?
    package var summary: String?
    package var description: String?
    /// The operations, in the document's order.
    package var operations: [Operation]
    package var servers: [Server]
    package var parameters: [ReferenceOr<Parameter>]

    /// The fields that hold operations, in the specification's order (§4.7.9.1).
    package static let methods = Field.allCases.filter(\.isMethod).map(\.rawValue)
}

extension PathItem: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Path Item Object"
        case reference = "$ref"
        case summary, description, get, put, post, delete, options, head, patch, trace, servers, parameters

        var isMethod: Bool {
            switch self {
            case .get, .put, .post, .delete, .options, .head, .patch, .trace: true
            case .reference, .summary, .description, .servers, .parameters: false
            }
        }
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        reference = decoder.read(.reference)
        summary = decoder.read(.summary)
        description = decoder.read(.description)
        servers = decoder.list(.servers) ?? []
        parameters = decoder.list(.parameters) ?? []
        operations = []
        for field in decoder.presentFields where field.isMethod {
            guard var operation: Operation = decoder.read(field) else { continue }
            operation.method = field.rawValue
            operations.append(operation)
        }
    }
}

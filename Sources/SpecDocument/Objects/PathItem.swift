package import SpecDiagnostics
import SpecTree

// The Paths Object (OpenAPI 3.0.3, §4.7.8) has no fields but the paths.
extension ObjectDecoder<OpenAPIDocument.Field> {
    /// Reads the paths in the document's order. Their absence is only a warning, because a page may hold only schemas;
    /// since 3.1, components or webhooks are enough (OpenAPI 3.1.1, §4.8.1).
    mutating func paths() -> NamedValues<PathItem> {
        if member(.paths) == nil {
            if decoding.version == .v30 {
                decoding.warn("the OpenAPI Object has no `paths`, which is required", at: location)
            } else if member(.components) == nil, member(.webhooks) == nil {
                decoding.warn(
                    "the OpenAPI Object has none of `paths`, `components` and `webhooks`; one of them is required",
                    at: location)
            }
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
        case summary, description, get, put, post, delete, options, head, patch, trace, query, additionalOperations
        case servers, parameters

        var isMethod: Bool {
            switch self {
            case .get, .put, .post, .delete, .options, .head, .patch, .trace: true
            case .reference, .summary, .description, .query, .additionalOperations, .servers, .parameters: false
            }
        }

        var versions: VersionRange { consequence == nil ? .all : .since32 }

        var treatment: FieldTreatment {
            switch self {
            case .summary, .description: .documented
            case .query, .additionalOperations: .warned
            default: .generated
            }
        }

        var consequence: String? {
            self == .query || self == .additionalOperations
                ? "nothing is generated for operations of other methods than those of OpenAPI 3.1" : nil
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

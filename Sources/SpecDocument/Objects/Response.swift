package import SpecDiagnostics
import SpecTree

/// The fields of the Responses Object (OpenAPI 3.0.3, §4.7.16): `default`, and a response for each status or range.
enum ResponsesField: String, ObjectField {
    static let objectName = "Responses Object"
    static let patterns = ["HTTP Status Code"]
    case `default`

    /// Returns whether the Responses Object allows the name: `default`, `100` to `599`, `1XX` to `5XX`.
    static func isAllowed(_ name: String) -> Bool {
        if name == ResponsesField.default.rawValue { return true }
        guard let first = name.first, name.count == 3, ("1"..."5").contains(first) else { return false }
        return name.dropFirst() == "XX" || name.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

extension ObjectDecoder<Operation.Field> {
    mutating func responses() -> NamedValues<ReferenceOr<Response>> {
        // Since 3.1, an operation need not describe its responses (OpenAPI 3.1.1, §4.8.10.1).
        guard decoding.version > .v30 || hasRequired(.responses), let members = members(.responses) else { return NamedValues() }
        let responses: NamedValues<ReferenceOr<Response>> = decodeEntries(
            of: members.filter(isResponse), .responses)
        if members.isEmpty {
            warn(.responses, "`responses` has no response, and must have one at least")
        }
        return responses
    }

    private func isResponse(_ member: JSONMember) -> Bool {
        if member.name.hasPrefix("x-") { return false }
        if ResponsesField.isAllowed(member.name) { return true }
        decoding.error(
            .invalidValue,
            "`\(member.name)` is not a status of a response; allowed are `100` to `599`, `1XX` to `5XX` and `default`",
            at: member.location)
        return false
    }
}

/// A Response Object (OpenAPI 3.0.3, §4.7.17).
package struct Response: Sendable {
    package var location: SourceLocation
    /// Empty, with a warning, when the document gives none.
    package var description: String
    package var headers: NamedValues<ReferenceOr<Header>>
    /// The content by media type or media type range.
    package var content: NamedValues<MediaType>
    package var links: NamedValues<ReferenceOr<Link>>
}

extension Response: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Response Object"
        case summary, description, headers, content, links

        var versions: VersionRange { self == .summary ? .since32 : .all }

        var treatment: FieldTreatment {
            switch self {
            case .description: .documented
            case .headers, .content: .generated
            case .summary, .links: .warned
            }
        }

        var consequence: String? { self == .summary ? "only `description` is read" : nil }
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        if decoder.member(.description) == nil, decoder.decoding.version < .v32 {
            decoder.decoding.warn("the Response Object has no `description`, which is required", at: location)
        }
        description = decoder.read(.description) ?? ""
        headers = decoder.headers(.headers)
        content = decoder.mediaTypes(.content)
        links = decoder.named(.links)
    }
}

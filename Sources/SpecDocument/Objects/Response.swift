package import SpecDiagnostics
import SpecTree

/// The fields of the Responses Object (OpenAPI 3.0.3, §4.7.16): `default`, and a response for each status or range.
enum ResponsesField: String, ObjectField {
    static let objectName = "Responses Object"
    static let patterns = ["HTTP Status Code"]
    case `default`

    /// Returns the status in the specification's spelling, if it is one: `4xx` is `4XX`, `Default` is `default`.
    static func corrected(_ name: String) -> String {
        let word = name.plainWord
        return word == ResponsesField.default.rawValue ? word : word.uppercased()
    }

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
        if member(.responses) == nil, decoding.version == .v30 { warnMissing(.responses) }
        guard let members = members(.responses) else { return NamedValues() }
        let responses: NamedValues<ReferenceOr<Response>> = decodeEntries(
            of: members.compactMap(response), .responses)
        if members.isEmpty {
            warn(.responses, "`responses` has no response, and must have one at least")
        }
        return responses
    }

    /// Returns the member under the status that its name means; nil, with an error, when it means none.
    private func response(_ member: JSONMember) -> JSONMember? {
        if member.name.hasPrefix("x-") { return nil }
        if ResponsesField.isAllowed(member.name) { return member }
        var corrected = member
        corrected.name = ResponsesField.corrected(member.name)
        if ResponsesField.isAllowed(corrected.name) {
            decoding.warn("`\(member.name)` is read as the status `\(corrected.name)`", at: member.location)
            return corrected
        }
        decoding.error(
            .invalidValue,
            "`\(member.name)` is not a status of a response; allowed are `100` to `599`, `1XX` to `5XX` and `default`",
            at: member.location)
        return nil
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
            decoder.warnMissing(.description)
        }
        description = decoder.read(.description) ?? ""
        headers = decoder.headers(.headers)
        content = decoder.mediaTypes(.content)
        links = decoder.named(.links)
    }
}

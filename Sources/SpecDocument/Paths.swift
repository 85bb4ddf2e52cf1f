import SpecDiagnostics
import SpecTree

// The Paths Object (OpenAPI 3.0.3, §4.7.8) has no fields but the paths.
extension ObjectDecoder<OpenAPIDocument.Field> {
    /// The paths, in the document's order. A document without them is a warning: pages may hold only schemas.
    mutating func paths() -> NamedValues<PathItem> {
        if member(.paths) == nil {
            decoding.sloppy("the OpenAPI Object has no `paths`, which is required", at: location)
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

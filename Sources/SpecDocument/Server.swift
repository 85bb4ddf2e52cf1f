package import SpecDiagnostics
import SpecTree

/// A Server Object (OpenAPI 3.0.3, §4.7.5).
package struct Server: Sendable {
    package var location: SourceLocation
    /// Perhaps relative to the document's own address, with variables in braces.
    package var url: Located<String>
    package var description: String?
    package var variables: NamedValues<ServerVariable>
}

extension Server: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Server Object"
        case url, description, variables
    }

    init?(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        description = decoder.read(.description)
        variables = decoder.named(.variables)
        guard let url: Located<String> = decoder.require(.url) else { return nil }
        self.url = url
        checkVariables(named: decoder.member(.variables)?.value, decoder.decoding)
    }

    /// Every variable of the address is described (§4.7.5.1), however wrongly.
    private func checkVariables(named variables: JSONNode?, _ decoding: DocumentDecoding) {
        switch Template.variables(of: url.value) {
        case .failure(let problem):
            decoding.sloppy("`url` of the Server Object \(problem.message)", at: url.location)
        case .success(let names):
            for name in names where variables?[name] == nil {
                decoding.sloppy(
                    "`url` of the Server Object uses `{\(name)}`, which is none of its `variables`", at: url.location)
            }
        }
    }
}

package import SpecDiagnostics
import SpecTree

/// A Server Object (OpenAPI 3.0.3, §4.7.5).
package struct Server: Sendable {
    package var location: SourceLocation
    /// A URL with variables in braces, perhaps relative to the document's own URL.
    package var url: Located<String>
    package var description: String?
    package var variables: NamedValues<ServerVariable>
}

extension Server: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Server Object"
        case url, description, variables, name

        var versions: VersionRange { self == .name ? .since32 : .all }

        var treatment: FieldTreatment {
            switch self {
            case .url, .variables: .generated
            case .description: .documented
            case .name: .warned
            }
        }

        var consequence: String? { self == .name ? "name the server in kurus.json (`serverNames`)" : nil }
    }

    init?(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        description = decoder.read(.description)
        variables = decoder.named(.variables)
        guard let url: Located<String> = decoder.require(.url) else { return nil }
        self.url = url
        checkVariables(named: decoder.member(.variables)?.value, decoder.decoding)
    }

    /// Warns about variables without a description (§4.7.5.1); one that cannot be read counts.
    private func checkVariables(named variables: JSONNode?, _ decoding: DocumentDecoding) {
        switch Template.variables(of: url.value) {
        case .failure(let problem):
            decoding.warn("`url` of the Server Object \(problem.message)", at: url.location)
        case .success(let names):
            for name in names where variables?[name] == nil {
                decoding.warn(
                    "`url` of the Server Object uses `{\(name)}`, which is not one of its `variables`", at: url.location
                )
            }
        }
    }
}

/// A Server Variable Object (OpenAPI 3.0.3, §4.7.6).
package struct ServerVariable: Sendable {
    package var location: SourceLocation
    package var enumValues: [Located<String>]?
    /// Required; nil, with a warning, when the document gives none, and then a caller gives the value.
    package var defaultValue: Located<String>?
    package var description: String?
}

extension ServerVariable: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Server Variable Object"
        case `enum`, `default`, description

        var treatment: FieldTreatment { self == .default ? .generated : .documented }
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        enumValues = decoder.list(.enum)
        description = decoder.read(.description)
        if decoder.member(.default) == nil { decoder.warnMissing(.default) }
        defaultValue = decoder.read(.default)
        checkEnum(decoder.decoding)
    }

    private func checkEnum(_ decoding: DocumentDecoding) {
        guard let enumValues else { return }
        if enumValues.isEmpty {
            decoding.warn("`enum` of the Server Variable Object is empty", at: location)
        } else if let defaultValue, !enumValues.contains(where: { $0.value == defaultValue.value }) {
            decoding.warn("`default` is `\(defaultValue.value)`, which is not in `enum`", at: defaultValue.location)
        }
    }
}

/// A text with variables in braces: a path, or the URL of a server.
enum Template {
    enum Problem: Error, Hashable {
        case nested
        case unopened
        case unclosed
        case unnamed

        /// The predicate of a message, to follow the name of the text.
        var message: String {
            switch self {
            case .nested: "has a `{` between `{` and `}`"
            case .unopened: "has a `}` without a `{` before it"
            case .unclosed: "has a `{` without a `}` after it"
            case .unnamed: "has a variable without a name: `{}`"
            }
        }
    }

    /// Returns the names of the variables in order.
    static func variables(of text: String) -> Result<[String], Problem> {
        var names: [String] = []
        var name: String?
        for character in text {
            switch (character, name) {
            case ("{", nil): name = ""
            case ("{", _): return .failure(.nested)
            case ("}", nil): return .failure(.unopened)
            case ("}", ""): return .failure(.unnamed)
            case ("}", let finished?):
                names.append(finished)
                name = nil
            case (_, let part?): name = part + String(character)
            case (_, nil): break
            }
        }
        return name == nil ? .success(names) : .failure(.unclosed)
    }
}

import SpecDiagnostics
import SpecDocument
import SpecTree

// Parameters (OpenAPI 3.0.3, §4.7.12): the path item's and the operation's own.
extension OperationResolver {
    mutating func parameters(
        of operation: Operation, _ item: NamedValues<PathItem>.Entry, in scope: Int
    ) -> [APIParameter] {
        var result: [APIParameter] = []
        for (inherited, uses) in [(false, operation.parameters), (true, item.value.parameters)] {
            var own: [String: SourceLocation] = [:]
            var references: Set<String> = []
            for use in uses {
                if case .reference(let reference) = use, !references.insert(reference.target).inserted {
                    schemas.diagnostics.warning(
                        .sloppyDocument, "the parameter `\(reference.target)` is listed twice", at: reference.location)
                    continue
                }
                guard let found = follow(use, .parameters, in: scope, { $0.parameters }) else { continue }
                let parameter = found.object
                if parameter.place == .header, APIParameter.isIgnoredHeader(parameter.name.value) {
                    continue
                }
                let key = Self.key(parameter.place, parameter.name.value)
                if let first = own.updateValue(parameter.location, forKey: key) {
                    report(parameter, declaredAt: first, at: use.reference?.location ?? parameter.location)
                    continue
                }
                // The operation's parameter replaces the path item's (§4.7.9.1).
                if inherited, result.contains(where: { Self.key($0.place, $0.name) == key }) { continue }
                var described = parameter
                described.description = found.description ?? parameter.description
                result.append(resolve(described, found.component, in: found.scope))
            }
        }
        checkPath(item, &result)
        return result
    }

    /// Reports a parameter that the operation or path item has twice. Two spellings of one header are plainly one.
    private mutating func report(
        _ parameter: Parameter, declaredAt first: SourceLocation, at location: SourceLocation
    ) {
        let name = "the \(parameter.place) parameter `\(parameter.name.value)`"
        let notes = [Diagnostic.Note("the first declaration", at: first)]
        if parameter.place == .header {
            schemas.diagnostics.warning(
                .duplicateParameter, "\(name) is declared twice; the first declaration is used", at: location,
                notes: notes)
        } else {
            schemas.diagnostics.error(
                .duplicateParameter, "\(name) is declared twice; leave one of them out", at: location, notes: notes)
        }
    }

    /// Identifies a parameter by location and name; the case of a header's name has no meaning (RFC 9110, §5.1).
    private static func key(_ place: ParameterLocation, _ name: String) -> String {
        "\(place) \(place == .header ? name.lowercased() : name)"
    }

    mutating func resolve(_ parameter: Parameter, _ component: String?, in scope: Int) -> APIParameter {
        var schema = APISchema(at: parameter.location, .scalar(.string))
        var encoding: APIParameter.Encoding
        if let media = parameter.content.entries.first {
            schema = media.value.schema.map { schemas.resolve($0, in: scope) } ?? schema
            encoding = .json
            if MediaTypeName(media.name).kind != .json {
                schemas.diagnostics.error(
                    .unsupportedFeature,
                    "a parameter as `\(media.name)` cannot be written; Kurus writes `application/json`, or a `schema` in its `style`",
                    at: media.location)
            }
        } else {
            schema = parameter.schema.map { schemas.resolve($0, in: scope) } ?? schema
            encoding = .style(
                parameter.effectiveStyle, explode: parameter.effectiveExplode,
                allowReserved: parameter.allowReserved)
        }
        return APIParameter(
            location: parameter.location, component: component, name: parameter.name.value, place: parameter.place,
            description: parameter.description,
            required: parameter.required, deprecated: parameter.deprecated, encoding: encoding, schema: schema)
    }

    /// Checks that variables of the path and path parameters correspond; puts the parameters into the path's order.
    private mutating func checkPath(_ item: NamedValues<PathItem>.Entry, _ parameters: inout [APIParameter]) {
        let variables = PathTemplate.variables(of: item.name)
        let named: [APIParameter] = parameters.filter { $0.place == .path }
        for variable: String in variables where !named.contains(where: { $0.name == variable }) {
            schemas.diagnostics.warning(
                .sloppyDocument, "the path's `{\(variable)}` has no parameter of that name; it is taken as a string",
                at: item.location)
            parameters.append(
                APIParameter(
                    location: item.location, component: nil, name: variable, place: .path, description: nil,
                    required: true,
                    deprecated: false, encoding: .style(.simple, explode: false, allowReserved: false),
                    schema: APISchema(at: item.location, .scalar(.string))))
        }
        for parameter: APIParameter in named where !variables.contains(parameter.name) {
            schemas.diagnostics.warning(
                .sloppyDocument, "the path `\(item.name)` has no `{\(parameter.name)}`; the parameter is left out",
                at: parameter.location)
        }
        var ordered: [APIParameter] = []
        for variable: String in variables {
            ordered += parameters.filter { $0.place == .path && $0.name == variable }.prefix(1)
        }
        parameters = ordered + parameters.filter { $0.place != .path }
    }
}

import SpecAPI
import SpecDocument
import SpecDiagnostics

extension OperationPlan {
    /// The requirement of the protocol.
    var requirement: Declaration {
        var declaration = described(
            .callable(
                .requirement, name, "func \(name)", parameterList(defaults: false), effects, at: location))
        declaration.documentation = [summaryLine]
        return declaration
    }

    /// The method of the client.
    var clientMethod: Declaration {
        var declaration = described(
            .callable(.method, name, "func \(name)", parameterList(defaults: true), effects, at: location) {
                RequestPrinter.print(self, &$0)
            })
        declaration.documentation = OperationDocumentation.paragraphs(self)
        declaration.isDeprecated = isDeprecated
        return declaration
    }

    private func described(_ plain: Declaration) -> Declaration {
        var declaration = plain
        declaration.type = returnType?.type
        switch result {
        case .nothing: break
        case .content(let content): declaration.typeLocation = content.location
        case .output(let answers): declaration.typeLocation = answers.first?.location
        }
        declaration.answers = successes
        declaration.wire = request
        declaration.effect = effect.rawValue
        declaration.security = security.map(\.text).joined(separator: " or ")
        declaration.securityLocation = securityLocation
        if case .clientWithPath(let base) = server {
            declaration.server = base.path.isEmpty ? "/" : base.path
        }
        return declaration
    }

    /// The method and path: `GET /transfers/{}`.
    var request: String {
        "\(method.uppercased()) \(PathTemplate.shape(of: path))"
    }
}

extension OperationPlan {
    private var summaryLine: String {
        let summary = summary ?? description ?? ""
        let place = "`\(method.uppercased()) \(path)`"
        let line = DocumentationText.oneLine(summary)
        return line.isEmpty || line.count > 100 ? place : line
    }

    /// The effects and the result: ` async throws(APIError) -> Result`.
    private var effects: SwiftCode {
        returnType.map { " async throws(APIError) -> \($0)" } ?? " async throws(APIError)"
    }

    private func wire(of parameter: Parameter) -> String {
        let number =
            parameter.place == .path
            ? PathTemplate.variables(of: path).firstIndex(of: parameter.wireName) : nil
        return "\(parameter.place.rawValue) \(number.map(String.init) ?? parameter.wireName)"
    }

    /// Returns the parameters of the method. Only those of a concrete type may have default values.
    private func parameterList(defaults: Bool) -> [ParameterPlan] {
        var list: [ParameterPlan] = []
        if namesServer {
            let server = Identifier(checked: "server")
            list.append(
                ParameterPlan(
                    label: server, name: server, location: location, type: TypeReference(known: "APIServer"),
                    wire: "server"))
        }
        list += parameters.map { parameter in
            ParameterPlan(
                label: parameter.label, name: parameter.name, location: parameter.location,
                type: parameter.declaredType,
                defaultValue: defaults && parameter.isOptional ? "nil" : nil,
                wire: wire(of: parameter))
        }
        if let body {
            list.append(
                ParameterPlan(
                    label: body.label, name: body.name, location: body.location, type: body.declaredType,
                    defaultValue: defaults && body.isOptional ? "nil" : nil, wire: "body"))
        }
        return list
    }
}

extension APISecurityRequirement {
    /// The schemes of a requirement: `basicAuth`, `oauth (read, write) and key`, or `nothing`.
    fileprivate var text: String {
        let names = schemes.map { scheme in
            scheme.scopes.isEmpty ? scheme.name : "\(scheme.name) (\(scheme.scopes.joined(separator: ", ")))"
        }
        return names.isEmpty ? "nothing" : names.joined(separator: " and ")
    }
}

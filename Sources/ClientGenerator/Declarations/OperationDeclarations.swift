import SpecAPI
import SpecDiagnostics

extension OperationPlan {
    /// The operation in the protocol.
    var requirement: Declaration {
        var declaration = described(
            .callable(
                .requirement, name, "func \(name)", parameterList(defaults: false), effects, at: operation.location))
        declaration.documentation = [summaryLine]
        return declaration
    }

    /// The operation in the client.
    var method: Declaration {
        var declaration = described(
            .callable(.method, name, "func \(name)", parameterList(defaults: true), effects, at: operation.location) {
                RequestPrinter.print(self, &$0)
            })
        declaration.documentation = OperationDocumentation.paragraphs(self)
        declaration.isDeprecated = operation.deprecated
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
        declaration.answers = operation.responses.filter(\.isSuccess).map { response in
            Declaration.Answer(status: "\(response.status)", location: response.location)
        }
        declaration.wire = request
        declaration.effect = operation.effect.rawValue
        declaration.security = operation.security.map(\.text).joined(separator: " or ")
        declaration.securityLocation = operation.securityLocation
        if case .clientWithPath(let base) = operation.server {
            declaration.server = base.path.isEmpty ? "/" : base.path
        }
        return declaration
    }

    /// `GET /transfers/{}`.
    var request: String {
        "\(operation.method.uppercased()) \(PathTemplate.shape(of: operation.path))"
    }
}

extension OperationPlan {
    private var summaryLine: String {
        let summary = operation.summary ?? operation.description ?? ""
        let place = "`\(operation.method.uppercased()) \(operation.path)`"
        let line = DocumentationText.oneLine(summary)
        return line.isEmpty || line.count > 100 ? place : line
    }

    /// ` async throws(APIError) -> Result`.
    private var effects: SwiftCode {
        returnType.map { " async throws(APIError) -> \($0)" } ?? " async throws(APIError)"
    }

    private func wire(of parameter: Parameter) -> String {
        let number =
            parameter.place == .path
            ? PathTemplate.variables(of: operation.path).firstIndex(of: parameter.wireName) : nil
        return "\(parameter.place.rawValue) \(number.map(String.init) ?? parameter.wireName)"
    }

    /// The parameters of the method. Only those of a concrete type may have default values.
    private func parameterList(defaults: Bool) -> [ParameterPlan] {
        var list: [ParameterPlan] = []
        if namesServer {
            let server = Identifier(checked: "server")
            list.append(
                ParameterPlan(
                    label: server, name: server, location: operation.location, type: TypeReference(known: "APIServer"),
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
    /// `basicAuth`, `oauth (read, write) and key`; what asks for nothing is `nothing`.
    fileprivate var text: String {
        let names = schemes.map { scheme in
            scheme.scopes.isEmpty ? scheme.name : "\(scheme.name) (\(scheme.scopes.joined(separator: ", ")))"
        }
        return names.isEmpty ? "nothing" : names.joined(separator: " and ")
    }
}

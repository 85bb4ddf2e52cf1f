import SpecAPI
import SpecDiagnostics

extension OperationPlan {
    var requirement: Declaration {
        described(
            .callable(
                .requirement, name, "func \(name)", parameterList(defaults: false), effects, at: operation.location))
    }

    var method: Declaration {
        var declaration = described(
            .callable(.method, name, "func \(name)", parameterList(defaults: true), effects, at: operation.location))
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
    private var request: String {
        "\(operation.method.uppercased()) \(PathTemplate.shape(of: operation.path))"
    }

    /// The enum that holds the operation's own types; nil where it has none.
    var namespaceDeclaration: Declaration? {
        guard hasNamespace else { return nil }
        var declaration = Declaration(.namespace, namespace, "enum \(namespace)", at: operation.location)
        declaration.wire = request
        if case .output(let answers) = result { declaration.members.append(output(answers)) }
        if !failures.isEmpty { declaration.members.append(failure) }
        declaration.members += nested.flatMap(\.declarations)
        return declaration
    }

    private func output(_ answers: [Answer]) -> Declaration {
        var declaration = Declaration(
            .output, Identifier(checked: "Output"), "enum Output: Hashable, Sendable", at: operation.location)
        declaration.members = answers.map { answer in
            let values = answer.associatedValues
            let list = values.map { "\($0.label): \($0.type)" as SwiftCode }.joined(separator: ", ")
            return Declaration.enumCase(
                answer.name, answer.carried,
                text: values.isEmpty ? "case \(answer.name)" : "case \(answer.name)(\(list))", at: answer.location)
        }
        return declaration
    }

    private var failure: Declaration {
        var declaration = Declaration(
            .failure, Identifier(checked: "Failure"), "enum Failure: Hashable, Sendable",
            at: failures.first?.location ?? operation.location)
        declaration.members = failures.compactMap { answer in
            guard let content = answer.content else { return nil }
            let type = content.declaredType
            let carried = Declaration.Parameter(
                label: "", type: type.type, defaultValue: nil, location: content.location)
            return Declaration.enumCase(
                answer.name, [carried], text: "case \(answer.name)(\(type))", at: answer.location)
        }
        declaration.members += [
            .fixed(Identifier(checked: "undocumented"), "case undocumented(Refusal)"),
            .fixed(.initializer, "init(_ refusal: Refusal)"),
        ]
        return declaration
    }
}

extension OperationPlan.Answer {
    fileprivate var carried: [Declaration.Parameter] {
        let locations = Dictionary(
            headers.map { ($0.label.name, $0.location) }, uniquingKeysWith: { first, _ in first })
        return associatedValues.map { value in
            let own = value.label.name == "body" ? content?.location : locations[value.label.name]
            return Declaration.Parameter(
                label: value.label.name, type: value.type.type, defaultValue: nil, location: own ?? location)
        }
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

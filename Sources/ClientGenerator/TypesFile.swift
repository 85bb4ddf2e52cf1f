import SpecAPI

/// The file of the models and of the protocol that client, server and tests share.
enum TypesFile {
    static func print(_ plan: ClientPlan) -> String {
        var file = SourceFilePrinter(plan.options)
        var body = SourceFilePrinter(plan.options)
        protocolDeclaration(plan, &body)
        for operation in plan.operations where operation.hasNamespace {
            body.code.gap()
            body.namespace(operation)
        }
        for model in plan.models {
            body.code.gap()
            body.model(model, isTopLevel: true)
        }
        // An import that nothing needs is a warning.
        let isEmpty = plan.operations.isEmpty && plan.models.isEmpty
        var imports = isEmpty ? [] : [SourceFilePrinter.Import.runtime]
        if plan.typesUseFoundation { imports.append(.foundation(exposed: true)) }
        file.header(imports)
        return file.code.text + "\n" + body.code.text
    }

    private static func protocolDeclaration(_ plan: ClientPlan, _ file: inout SourceFilePrinter) {
        let access = file.access
        file.code.documentation([plan.title, plan.description].compactMap(\.self))
        file.code.block("nonisolated \(access)protocol \(plan.protocolName): Sendable") { code in
            for operation in plan.operations {
                code.documentation([operation.summaryLine])
                code.signature(
                    "func \(operation.name)", operation.parameterList(defaults: false).map(\.code),
                    operation.effects)
            }
        }
    }
}

extension OperationPlan {
    var summaryLine: String {
        let summary = operation.summary ?? operation.description ?? ""
        let place = "`\(operation.method.uppercased()) \(operation.path)`"
        let line = DocumentationText.oneLine(summary)
        return line.isEmpty || line.count > 100 ? place : line
    }

    /// ` async throws(APIError) -> Result`.
    var effects: SwiftCode {
        returnType.map { " async throws(APIError) -> \($0)" } ?? " async throws(APIError)"
    }

    private func wire(of parameter: Parameter) -> String {
        let number =
            parameter.place == .path
            ? PathTemplate.variables(of: operation.path).firstIndex(of: parameter.wireName) : nil
        return "\(parameter.place.rawValue) \(number.map(String.init) ?? parameter.wireName)"
    }

    /// The parameters of the method. Only those of a concrete type may have default values.
    func parameterList(defaults: Bool) -> [ParameterPlan] {
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

import SpecAPI

/// The file of the client: a method for each operation, which says what is sent and leaves the sending to the runtime.
enum ClientFile {
    static func print(_ plan: ClientPlan) -> String {
        var file = SourceFilePrinter(plan.options)
        var imports = [SourceFilePrinter.Import.runtime]
        if plan.operationsUseFoundation { imports.append(.foundation(exposed: true)) }
        if let types = plan.importedTypes { imports.append(types) }
        file.header(imports)
        file.code.gap()
        let access = file.access
        file.code.documentation(["Calls \(plan.title) through a transport."])
        file.code.block("nonisolated \(access)struct \(plan.clientName): \(plan.protocolName)") { code in
            for server in plan.servers { constant(server, access, &code) }
            code.line("private let client: APIClient")
            code.gap()
            code.block("\(access)init(_ client: APIClient)") { $0.line("self.client = client") }
            for operation in plan.operations {
                code.gap()
                method(operation, access, &code)
            }
        }
        return file.code.text
    }

    private static func constant(_ server: ServerPlan, _ access: SwiftCode, _ code: inout CodePrinter) {
        code.documentation(
            [server.documentation]
                + server.variables.compactMap { variable in
                    variable.documentation.map { "- \(variable.name.name): \(DocumentationText.oneLine($0))" }
                })
        if server.variables.isEmpty {
            code.line("\(access)static let \(server.name) = APIServer(\(StringLiteral(server.url)))")
            code.gap()
            return
        }
        code.signature("\(access)static func \(server.name)", server.parameters.map(\.code), " -> APIServer") { code in
            code.line("APIServer(\(server.expression))")
        }
        code.gap()
    }

    private static func method(_ plan: OperationPlan, _ access: SwiftCode, _ code: inout CodePrinter) {
        code.documentation(OperationDocumentation.paragraphs(plan))
        if plan.operation.deprecated { code.line("@available(*, deprecated)") }
        code.signature("\(access)func \(plan.name)", plan.parameterList(defaults: true).map(\.code), plan.effects) {
            code in
            RequestPrinter.print(plan, &code)
        }
    }
}

extension ClientPlan {
    /// The module that has the types, where it is another one.
    var importedTypes: SourceFilePrinter.Import? {
        guard let module = options.typesModule, module != options.module else { return nil }
        return SourceFilePrinter.Import(module: Namer.typeModule(module), isExposed: true)
    }
}

extension Namer {
    /// A module's name, as kurus.json gives it.
    static func typeModule(_ name: String) -> Identifier {
        isIdentifier(name) ? Identifier(checked: name) : typeName(name)
    }
}

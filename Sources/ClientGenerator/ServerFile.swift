import SpecAPI

/// The file of the server stubs: decodes a request, calls what conforms to the protocol, encodes its answer.
enum ServerFile {
    static func print(_ plan: ClientPlan) -> String {
        var file = SourceFilePrinter(plan.options)
        var imports = [SourceFilePrinter.Import.runtime, .server]
        if let types = plan.importedTypes { imports.append(types) }
        if plan.operationsUseFoundation || plan.operations.contains(where: \.answersUseFoundation) {
            imports.append(.foundation(exposed: false))
        }
        file.header(imports)
        file.code.gap()
        let access = file.access
        file.code.documentation([
            "Answers requests for \(plan.title) by calling what implements its operations.",
            "To answer with another status than the documented success, an operation throws `APIError.refused`.",
        ])
        file.code.block("nonisolated \(access)struct \(plan.serverName): Sendable") { code in
            code.line("private let operations: any \(plan.protocolName)")
            code.gap()
            code.block("\(access)init(_ operations: any \(plan.protocolName))") {
                $0.line("self.operations = operations")
            }
            code.gap()
            respond(plan, access, &code)
            for operation in plan.operations {
                code.gap()
                OperationStub.print(operation, &code)
            }
        }
        return file.code.text
    }

    private static func respond(_ plan: ClientPlan, _ access: SwiftCode, _ code: inout CodePrinter) {
        code.documentation([
            "The answer to a request; 404 where no path fits, 405 where the path has no such method, 400 where the "
                + "request cannot be read.",
            "- basePath: What stands before the document's paths in the request's path.",
        ])
        let parameters: [SwiftCode] = ["to request: HTTPRequest", "basePath: String = \"\""]
        code.signature("\(access)func respond", parameters, " async -> HTTPResponse") { code in
            code.line("await APIRouter.respond(to: request, basePath: basePath, routes)")
        }
        code.gap()
        code.block("private var routes: [APIRoute]") { code in
            code.line("[")
            code.indented { code in
                // One element alone takes no comma behind it.
                let comma: SwiftCode = plan.operations.count > 1 ? "," : ""
                for operation in plan.operations {
                    let method = Identifier(checked: operation.operation.method)
                    var arguments: [SwiftCode] = [".\(method)", "\(StringLiteral(operation.operation.path))"]
                    if case .clientWithPath(let base) = operation.operation.server {
                        let list = RequestPrinter.arguments(base)
                        arguments.append("basePath: \(list.joined(separator: ", "))")
                    }
                    code.call("APIRoute", arguments + ["\(operation.name)"], comma)
                }
            }
            code.line("]")
        }
    }
}

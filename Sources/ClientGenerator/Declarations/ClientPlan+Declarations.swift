import SpecAPI
import SpecDiagnostics

extension ClientPlan {
    /// Returns the declarations of a part's file, in order.
    func declarations(of part: ClientPart) -> [Declaration] {
        switch part {
        case .types:
            [operationsProtocol] + operations.compactMap(\.namespaceDeclaration) + models.flatMap(\.declarations)
        case .client: [client]
        case .server: [server]
        }
    }

    private var operationsProtocol: Declaration {
        var declaration = Declaration(.protocol, protocolName, "protocol \(protocolName): Sendable", at: nil)
        declaration.documentation = [title, description].compactMap(\.self)
        declaration.members = operations.map(\.requirement)
        return declaration
    }

    /// A struct with a method for each operation, which describes the request and leaves sending to the runtime.
    private var client: Declaration {
        var declaration = Declaration(.client, clientName, "struct \(clientName): \(protocolName)", at: nil)
        declaration.documentation = ["Calls \(title) through a transport."]
        declaration.members = servers.map(\.declaration)
        declaration.members += [
            .hidden("private let client: APIClient"),
            .fixed(.initializer, "init(_ client: APIClient)") { $0.line("self.client = client") },
        ]
        declaration.members += operations.map(\.clientMethod)
        return declaration
    }

    /// A struct that decodes a request, calls the implementation of the protocol and encodes its response.
    private var server: Declaration {
        var declaration = Declaration(.server, serverName, "struct \(serverName): Sendable", at: nil)
        declaration.documentation = [
            "Answers requests for \(title) by calling what implements its operations.",
            "To answer with another status than the documented success, an operation throws `APIError.refused`.",
        ]
        declaration.members = [
            .hidden("private let operations: any \(protocolName)"),
            .fixed(.initializer, "init(_ operations: any \(protocolName))") {
                $0.line("self.operations = operations")
            },
            respond,
            .hidden("private var routes: [APIRoute]", printRoutes),
        ]
        declaration.members += operations.map(\.stub)
        return declaration
    }

    private var respond: Declaration {
        var declaration = Declaration.fixed(Identifier(checked: "respond"), "func respond") { code in
            code.line("await APIRouter.respond(to: request, basePath: basePath, routes)")
        }
        declaration.list = ["to request: HTTPRequest", "basePath: String = \"\""]
        declaration.suffix = " async -> HTTPResponse"
        declaration.documentation = [
            "The answer to a request; 404 where no path fits, 405 where the path has no such method, 400 where the "
                + "request cannot be read.",
            "- basePath: What stands before the document's paths in the request's path.",
        ]
        return declaration
    }

    @Sendable private func printRoutes(_ code: inout CodePrinter) {
        code.line("[")
        code.indented { code in
            // A single element takes no comma.
            let comma: SwiftCode = operations.count > 1 ? "," : ""
            for operation in operations { code.call("APIRoute", operation.route, comma) }
        }
        code.line("]")
    }
}

extension OperationPlan {
    fileprivate var route: [SwiftCode] {
        var arguments: [SwiftCode] = [
            ".\(Identifier(checked: method))", "\(StringLiteral(path))",
        ]
        if case .clientWithPath(let base) = server {
            arguments.append("basePath: \(RequestPrinter.arguments(base).joined(separator: ", "))")
        }
        return arguments + ["\(name)"]
    }

    fileprivate var stub: Declaration {
        let usesCall = !parameters.isEmpty || body != nil || namesServer
        var declaration = Declaration.hidden("private func \(name)") { OperationStub.print(self, &$0) }
        declaration.list = [usesCall ? "_ call: ServerCall" : "_: ServerCall"]
        declaration.suffix = " async throws(APIError) -> HTTPResponse"
        return declaration
    }
}

extension ServerPlan {
    fileprivate var declaration: Declaration {
        var declaration =
            variables.isEmpty
            ? Declaration(.constant, name, "static let \(name) = APIServer(\(StringLiteral(url)))", at: location)
            : .callable(.function, name, "static func \(name)", parameters, " -> APIServer", at: location) { code in
                code.line("APIServer(\(expression))")
            }
        declaration.documentation =
            [documentation]
            + variables.compactMap { variable in
                variable.documentation.map { "- \(variable.name.name): \(DocumentationText.oneLine($0))" }
            }
        declaration.wire = url
        return declaration
    }
}

extension ClientDeclarations {
    init(_ plan: ClientPlan) {
        self.init(module: plan.options.module, access: plan.options.access)
        for part in ClientPart.allCases where plan.options.emit.contains(part) {
            switch part {
            case .types: declarations += plan.types
            case .client: declarations.append(plan.client)
            case .server: declarations.append(plan.server)
            }
        }
    }
}

extension ClientPlan {
    fileprivate var types: [Declaration] {
        var operations = Declaration(.protocol, protocolName, "protocol \(protocolName): Sendable", at: nil)
        operations.members = self.operations.map(\.requirement)
        return [operations] + self.operations.compactMap(\.namespaceDeclaration) + models.flatMap(\.declarations)
    }

    fileprivate var client: Declaration {
        var declaration = Declaration(.client, clientName, "struct \(clientName): \(protocolName)", at: nil)
        declaration.members = servers.map(\.declaration)
        declaration.members.append(.fixed(.initializer, "init(_ client: APIClient)"))
        declaration.members += operations.map(\.method)
        return declaration
    }

    fileprivate var server: Declaration {
        var declaration = Declaration(.server, serverName, "struct \(serverName): Sendable", at: nil)
        declaration.members = [
            .fixed(.initializer, "init(_ operations: any \(protocolName))"),
            .fixed(
                Identifier(checked: "respond"),
                "func respond(to request: HTTPRequest, basePath: String = \"\") async -> HTTPResponse"),
        ]
        return declaration
    }
}

extension ServerPlan {
    fileprivate var declaration: Declaration {
        var declaration =
            variables.isEmpty
            ? Declaration(.constant, name, "static let \(name) = APIServer(\(StringLiteral(url)))", at: location)
            : .callable(.function, name, "static func \(name)", parameters, " -> APIServer", at: location)
        declaration.wire = url
        return declaration
    }
}

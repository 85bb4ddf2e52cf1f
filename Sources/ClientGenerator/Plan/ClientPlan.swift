import SpecAPI

/// A client as Swift declarations: all decisions, before printing.
struct ClientPlan: Sendable {
    var options: ClientOptions
    var title: String
    var description: String?
    /// The client's servers, and those that callers of some operations name.
    var servers: [ServerPlan]
    var operations: [OperationPlan]
    var models: [ModelPlan]

    var protocolName: Identifier { Identifier(checked: options.prefix + "Operations") }
    var clientName: Identifier { Identifier(checked: options.prefix + "Client") }
    var serverName: Identifier { Identifier(checked: options.prefix + "Server") }

    var typesUseFoundation: Bool {
        operationsUseFoundation || models.contains(where: \.usesFoundation)
            || operations.contains { $0.nested.contains(where: \.usesFoundation) || $0.answersUseFoundation }
    }

    /// Whether the methods' parameters and results do.
    var operationsUseFoundation: Bool {
        operations.contains { operation in
            operation.parameters.contains { $0.type.usesFoundation }
                || operation.body?.content.type.usesFoundation == true
                || operation.returnType?.usesFoundation == true
        }
    }
}

extension OperationPlan {
    var answersUseFoundation: Bool {
        (outputs + failures).contains(where: \.usesFoundation)
    }

    /// Whether the client's method names such a type where it reads one of several answers, or a header.
    var clientBodyUsesFoundation: Bool {
        outputs.contains(where: \.usesFoundation)
    }

    private var outputs: [Answer] {
        if case .output(let answers) = result { answers } else { [] }
    }
}

extension OperationPlan.Answer {
    fileprivate var usesFoundation: Bool {
        content?.type.usesFoundation == true || headers.contains { $0.type.usesFoundation }
    }
}

extension ModelPlan {
    var usesFoundation: Bool {
        let own =
            switch kind {
            case .structure(let plan):
                plan.properties.contains { $0.type.usesFoundation } || plan.additional?.type.usesFoundation == true
            case .enumeration: false
            case .union(let plan): plan.cases.contains { $0.type.usesFoundation }
            case .alias(let type): type.usesFoundation
            case .form(let plan): plan.properties.contains { $0.usesFoundation }
            }
        return own || nested.contains(where: \.usesFoundation)
    }
}

extension FormPlan.Property {
    fileprivate var usesFoundation: Bool {
        if case .value(let type, _) = part { type.usesFoundation } else { false }
    }
}

/// The choices of kurus.json that affect the generator.
package struct ClientOptions: Sendable {
    /// The module that the source is compiled in.
    package var module: String
    /// The origin that the first line of the files names.
    package var source: String
    package var access: AccessLevel
    package var emit: Set<ClientPart>
    /// The module that has the types, where this one has only another part.
    package var typesModule: String?

    package init(
        module: String, source: String, access: AccessLevel = .public, emit: Set<ClientPart> = [.types, .client],
        typesModule: String? = nil
    ) {
        self.module = module
        self.source = source
        self.access = access
        self.emit = emit
        self.typesModule = typesModule
    }

    /// The beginning of the names of protocol, client and server: the module's name without `API`.
    var prefix: String {
        let name = typesModule ?? module
        return name.hasSuffix("API") && name.count > 3 ? String(name.dropLast(3)) : name
    }
}

/// The access level of the generated declarations.
package enum AccessLevel: String, Sendable, CaseIterable {
    case `public`
    case package
    case `internal`
}

/// A file of a client. The raw value, in lower case, ends the file's name.
package enum ClientPart: String, Sendable, CaseIterable {
    case types
    case client
    case server

    var suffix: String {
        switch self {
        case .types: "Types"
        case .client: "Client"
        case .server: "Server"
        }
    }
}

/// A file of generated source.
package struct GeneratedFile: Sendable {
    package let name: String
    package let text: String
}

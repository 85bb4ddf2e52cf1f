import SpecAPI

/// A client as Swift declarations: everything decided, nothing printed.
struct ClientPlan: Sendable {
    var options: ClientOptions
    var title: String
    var description: String?
    /// The client's, and those that callers of some operations name.
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
        var answers = failures
        if case .output(let outputs) = result { answers += outputs }
        return answers.contains { answer in
            answer.content?.type.usesFoundation == true || answer.headers.contains { $0.type.usesFoundation }
        }
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

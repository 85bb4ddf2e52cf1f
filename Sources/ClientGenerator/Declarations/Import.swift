extension ClientPlan {
    func imports(of part: ClientPart) -> [Import] {
        switch part {
        case .types:
            // An import that nothing needs is a warning.
            let isEmpty = operations.isEmpty && models.isEmpty
            return (isEmpty ? [] : [.runtime]) + (typesUseFoundation ? [.foundation(exposed: true)] : [])
        case .client:
            return [.runtime] + (operationsUseFoundation ? [.foundation(exposed: true)] : []) + importedTypes
        case .server:
            let usesFoundation = operationsUseFoundation || operations.contains(where: \.answersUseFoundation)
            return [.runtime, .server] + importedTypes + (usesFoundation ? [.foundation(exposed: false)] : [])
        }
    }

    /// The module that has the types, where it is another one.
    private var importedTypes: [Import] {
        guard let module = options.typesModule, module != options.module else { return [] }
        return [Import(module: Namer.typeModule(module), isExposed: true)]
    }
}

/// An import of a generated file.
struct Import: Sendable {
    let module: Identifier
    /// Whether a declaration, not only a body, needs the module.
    let isExposed: Bool

    static func foundation(exposed: Bool) -> Self {
        Self(module: Identifier(checked: "Foundation"), isExposed: exposed)
    }

    static let runtime = Self(module: Identifier(checked: "KurusRuntime"), isExposed: true)
    /// Only bodies and private members of a server's file need it.
    static let server = Self(module: Identifier(checked: "KurusServer"), isExposed: false)
}

extension Namer {
    /// A module's name, as kurus.json gives it.
    fileprivate static func typeModule(_ name: String) -> Identifier {
        isIdentifier(name) ? Identifier(checked: name) : typeName(name)
    }
}

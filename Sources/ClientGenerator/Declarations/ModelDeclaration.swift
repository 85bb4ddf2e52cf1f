import SpecDiagnostics

extension ModelPlan {
    /// The type with its members, and the types of an alias's inline schemas, which are declared beside it.
    var declarations: [Declaration] {
        guard case .alias = kind else { return [declaration] }
        return [declaration] + nested.flatMap(\.declarations)
    }

    private var declaration: Declaration {
        var declaration: Declaration
        switch kind {
        case .structure(let plan): declaration = plan.declaration(name, at: location)
        case .enumeration(let plan): declaration = plan.declaration(name, at: location)
        case .union(let plan): declaration = plan.declaration(name, at: location)
        case .form(let plan): declaration = plan.declaration(name, at: location)
        case .alias(let type):
            declaration = Declaration(.alias, name, "typealias \(name) = \(type)", at: location)
            declaration.type = type.type
            declaration.mayBeNonisolated = false
        }
        declaration.documentation = documentation
        declaration.isNullable = isNullable
        if !isAlias { declaration.members += nested.flatMap(\.declarations) }
        return declaration
    }

    private var isAlias: Bool {
        if case .alias = kind { true } else { false }
    }
}

extension Declaration {
    /// How a model is read and written as JSON.
    static func jsonModel(
        reading: @escaping @Sendable (inout CodePrinter) -> Void,
        writing: @escaping @Sendable (inout CodePrinter) -> Void
    ) -> [Declaration] {
        [
            fixed(.initializer, "init(from reader: inout JSONReader) throws(JSONError)", reading),
            fixed(.write, "func write(to writer: inout JSONWriter)", writing),
        ]
    }
}

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
    /// Makes the declarations that read and write a model as JSON.
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

extension EnumerationPlan {
    /// Makes an open enumeration.
    func declaration(_ name: Identifier, at location: SourceLocation) -> Declaration {
        var declaration = Declaration(.enumeration, name, "enum \(name): OpenEnum", at: location)
        declaration.isOpenEnum = true
        declaration.type = rawType.type
        declaration.members = cases.map(\.declaration)
        declaration.members += [
            .fixedCase(
                .unrecognized, "case unrecognized(\(rawType))",
                "A value that the document did not list, kept as it came."),
            .fixed(.initializer, "init(rawValue: \(rawType))", makeFromRawValue),
            .fixed(Identifier(checked: "rawValue"), "var rawValue: \(rawType)", giveRawValue),
        ]
        if cases.contains(where: \.isDeprecated) { declaration.members.append(deprecatedCase) }
        return declaration
    }

    private func literal(_ value: Case) -> SwiftCode {
        guard isInteger, let number = Int(value.text) else { return "\(StringLiteral(value.text))" }
        return "\(number)"
    }

    @Sendable private func makeFromRawValue(_ code: inout CodePrinter) {
        let current = cases.filter { !$0.isDeprecated }
        let other: SwiftCode =
            current.count == cases.count
            ? ".unrecognized(rawValue)" : "Self.fromDeprecated(rawValue) ?? .unrecognized(rawValue)"
        guard !current.isEmpty else { return code.line("self = \(other)") }
        code.line("switch rawValue {")
        for value in current { code.caseLine("case \(literal(value))", "self = .\(value.name.member)") }
        code.line("default: self = \(other)")
        code.line("}")
    }

    @Sendable private func giveRawValue(_ code: inout CodePrinter) {
        code.line("switch self {")
        for value in cases { code.caseLine("case .\(value.name.member)", literal(value)) }
        code.line("case .unrecognized(let value): value")
        code.line("}")
    }

    /// A function apart from the initializer, because the compiler warns wherever a deprecated case is made.
    private var deprecatedCase: Declaration {
        let head: SwiftCode = "static func deprecatedCase(_ rawValue: \(rawType)) -> Self?"
        var declaration = Declaration.fixed(Identifier(checked: "deprecatedCase"), head) { code in
            code.line("switch rawValue {")
            for value in cases where value.isDeprecated {
                // Beside an optional, `.none` is nil.
                let type: SwiftCode = value.name.name == "none" ? "Self" : ""
                code.caseLine("case \(literal(value))", "\(type).\(value.name.member)")
            }
            code.line("default: nil")
            code.line("}")
        }
        declaration.isDeprecated = true
        return declaration
    }
}

extension EnumerationPlan.Case {
    fileprivate var declaration: Declaration {
        var declaration = Declaration.enumCase(name, at: location)
        declaration.wire = text
        declaration.isDeprecated = isDeprecated
        return declaration
    }
}

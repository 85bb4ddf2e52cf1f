import SpecDiagnostics

extension EnumerationPlan {
    /// An open enumeration.
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

    /// Apart from the initializer, since the compiler warns of a deprecated case wherever it is made.
    private var deprecatedCase: Declaration {
        let head: SwiftCode = "static func deprecatedCase(_ rawValue: \(rawType)) -> Self?"
        var declaration = Declaration.fixed(Identifier(checked: "deprecatedCase"), head) { code in
            code.line("switch rawValue {")
            for value in cases where value.isDeprecated {
                code.caseLine("case \(literal(value))", ".\(value.name.member)")
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

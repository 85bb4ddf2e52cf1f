import SpecDiagnostics

extension Declaration {
    /// A declaration that every one of the same kind around it has.
    static func fixed(
        _ name: Identifier, _ head: SwiftCode, _ body: (@Sendable (inout CodePrinter) -> Void)? = nil
    ) -> Self {
        var declaration = Self(.fixed, name, head, at: nil)
        declaration.body = body
        return declaration
    }

    /// A declaration that only its own file uses, in full.
    static func hidden(_ head: SwiftCode, _ body: (@Sendable (inout CodePrinter) -> Void)? = nil) -> Self {
        var declaration = Self(.hidden, Identifier(checked: ""), head, at: nil)
        declaration.body = body
        return declaration
    }

    static func property(_ name: Identifier, _ type: TypeReference, at location: SourceLocation?) -> Self {
        var declaration = Self(.property, name, "var \(name): \(type)", at: location)
        declaration.type = type.type
        return declaration
    }

    /// - Parameter head: all before the parameters.
    static func callable(
        _ kind: Kind, _ name: Identifier, _ head: SwiftCode, _ parameters: [ParameterPlan], _ suffix: SwiftCode = "",
        at location: SourceLocation?, _ body: (@Sendable (inout CodePrinter) -> Void)? = nil
    ) -> Self {
        var declaration = Self(kind, name, head, at: location)
        declaration.list = parameters.map(\.code)
        declaration.suffix = suffix
        declaration.parameters = parameters.map(Parameter.init)
        declaration.body = body
        return declaration
    }

    /// A case of an enum.
    ///
    /// - Parameters:
    ///   - list: the values that it carries; nil for none.
    ///   - values: the same for the diff.
    static func enumCase(
        _ name: Identifier, _ list: [SwiftCode]? = nil, _ values: [Parameter] = [], at location: SourceLocation?
    ) -> Self {
        var declaration = Self(.enumCase, name, "case \(name)", at: location)
        declaration.list = list
        declaration.parameters = values
        return declaration
    }

    /// A case that every enum of its kind has.
    static func fixedCase(_ name: Identifier, _ head: SwiftCode, _ documentation: String) -> Self {
        var declaration = fixed(name, head)
        declaration.documentation = [documentation]
        declaration.isCase = true
        declaration.hasGap = false
        return declaration
    }
}

extension Declaration.Parameter {
    init(_ plan: ParameterPlan) {
        self.init(
            label: plan.label.name, wire: plan.wire, type: plan.type.type, defaultValue: plan.defaultValue?.text,
            location: plan.location)
    }
}

extension Identifier {
    static let initializer = Self(checked: "init")
    static let unrecognized = Self(checked: "unrecognized")
    static let write = Self(checked: "write")
}

import SpecDiagnostics

// The texts here are what the printers write between access level and body.
extension Declaration {
    init(_ kind: Kind, _ name: Identifier, _ code: SwiftCode, at location: SourceLocation?) {
        self.init(kind, name: name.name, text: code.text, at: location)
    }

    /// What every declaration of the same kind has.
    static func fixed(_ name: Identifier, _ code: SwiftCode) -> Self {
        Self(.fixed, name, code, at: nil)
    }

    static func property(_ name: Identifier, _ type: TypeReference, at location: SourceLocation?) -> Self {
        var declaration = Self(.property, name, "var \(name): \(type)", at: location)
        declaration.type = type.type
        return declaration
    }

    /// - Parameter prefix: all before the parameters.
    static func callable(
        _ kind: Kind, _ name: Identifier, _ prefix: SwiftCode, _ parameters: [ParameterPlan], _ suffix: SwiftCode = "",
        at location: SourceLocation?
    ) -> Self {
        let list = parameters.map(\.code).joined(separator: ", ")
        var declaration = Self(kind, name, "\(prefix)(\(list))\(suffix)", at: location)
        declaration.parameters = parameters.map(Parameter.init)
        return declaration
    }

    /// A case of an enum, with the values that it carries.
    static func enumCase(
        _ name: Identifier, _ values: [Parameter] = [], text: SwiftCode, at location: SourceLocation?
    ) -> Self {
        var declaration = Self(.enumCase, name, text, at: location)
        declaration.parameters = values
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

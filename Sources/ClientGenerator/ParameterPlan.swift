import SpecDiagnostics

/// A parameter of a method, a function or an initializer: everything decided, nothing printed.
struct ParameterPlan {
    /// The argument label.
    var label: Identifier
    /// The name inside the body, where the label would hide something else.
    var name: Identifier
    var location: SourceLocation
    var type: TypeReference
    var defaultValue: SwiftCode?
    /// Where it is sent and its name there, of a path's variable its number; nil for what is no part of a request.
    var wire: String?

    var code: SwiftCode {
        let names: SwiftCode = label == name ? "\(label)" : "\(label) \(name)"
        let value: SwiftCode = defaultValue.map { " = \($0)" } ?? ""
        return "\(names): \(type)\(value)"
    }
}

extension ParameterPlan {
    init(_ name: Identifier, at location: SourceLocation, _ type: TypeReference, default value: SwiftCode? = nil) {
        self.init(label: name, name: name, location: location, type: type, defaultValue: value)
    }
}

extension StructurePlan {
    /// What an initializer takes, in the order of the properties.
    func parameters(of initializer: Initializer) -> [ParameterPlan] {
        let taken = properties.filter { !initializer.left.contains($0.wireName) }
        var parameters = taken.map { $0.parameter(of: initializer) }
        parameters += unions.map { ParameterPlan($0.name, at: $0.location, $0.type) }
        if let additional {
            parameters.append(
                ParameterPlan(additional.name, at: additional.location, additional.type.map, default: "[:]"))
        }
        return parameters
    }
}

extension StructurePlan.Property {
    fileprivate func parameter(of initializer: StructurePlan.Initializer) -> ParameterPlan {
        if initializer.required.contains(wireName) { return ParameterPlan(name, at: location, type) }
        let value: SwiftCode? =
            switch presence {
            case .required, .requiredNullable: nil
            case .optional: "nil"
            case .optionalNullable: ".absent"
            }
        return ParameterPlan(name, at: location, declaredType, default: value)
    }
}

extension FormPlan.Property {
    var parameter: ParameterPlan {
        ParameterPlan(name, at: location, declaredType, default: isRequired ? nil : "nil")
    }
}

extension ServerPlan {
    /// What the function takes that makes the server: a text for each variable of its URL.
    var parameters: [ParameterPlan] {
        variables.map { variable in
            ParameterPlan(
                variable.name, at: variable.location, .string, default: "\(StringLiteral(variable.defaultValue))")
        }
    }
}

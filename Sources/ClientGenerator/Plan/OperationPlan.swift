import SpecAPI
import SpecDiagnostics
import SpecDocument

/// An operation as a Swift method: all decisions, before printing.
struct OperationPlan: Sendable {
    struct Parameter {
        var wireName: String
        var location: SourceLocation
        var place: ParameterLocation
        /// The argument label.
        var label: Identifier
        /// The name inside the method, where the label would hide something else.
        var name: Identifier
        var type: TypeReference
        var isOptional: Bool
        var encoding: APIParameter.Encoding
        var documentation: String?

        var declaredType: TypeReference { isOptional ? type.optional : type }
    }

    struct Body {
        var label: Identifier
        var name: Identifier
        var location: SourceLocation
        var content: Content
        var isOptional: Bool
        var documentation: String?

        var declaredType: TypeReference { isOptional ? content.type.optional : content.declaredType }
    }

    /// A representation that is sent or read.
    struct Content {
        /// The location of the schema, or of the media type without one.
        var location: SourceLocation
        var kind: APIMediaType.Kind
        /// The type without the optional that nullability adds.
        var type: TypeReference
        /// Whether null is allowed.
        var isNullable: Bool
        /// The media type as the document writes it.
        var mediaType: String
        var encodings: [APIMediaType.Encoding]

        var declaredType: TypeReference { isNullable ? type.optional : type }
    }

    /// The result of the method.
    enum Result {
        case nothing
        case content(Content)
        /// A nested enum with a case for each documented status.
        case output([Answer])
    }

    /// A documented response.
    struct Answer {
        struct Header {
            var wireName: String
            var location: SourceLocation
            var label: Identifier
            var type: TypeReference
            var isRequired: Bool
            var explode: Bool
        }

        var location: SourceLocation
        var status: APIResponseDescription.Status
        var name: Identifier
        var content: Content?
        var headers: [Header]
        var documentation: String?
    }

    var location: SourceLocation
    /// The method in lower case, as in the document.
    var method: String
    var path: String
    var effect: OperationEffect
    /// The path parameters and body members that identify the operation's subject.
    var identifiers: [String]
    var server: ServerChoice
    var security: [APISecurityRequirement]
    var securityLocation: SourceLocation
    var isDeprecated: Bool
    var summary: String?
    var description: String?
    /// The documented success responses.
    var successes: [Declaration.Answer]
    /// The status of a server's response where the method's result has none.
    var successStatus: Int
    var name: Identifier
    /// The enum that holds the operation's own types.
    var namespace: Identifier
    var parameters: [Parameter]
    var body: Body?
    var result: Result
    /// The documented responses other than success, if one of them has content or headers.
    var failures: [Answer]
    var nested: [ModelPlan]

    /// Whether the caller names the server at each call.
    var namesServer: Bool { !server.named.isEmpty }

    var hasNamespace: Bool {
        if case .output = result { return true }
        return !failures.isEmpty || !nested.isEmpty
    }

    /// The type of the method's result at a use; nil where it returns nothing.
    var returnType: TypeReference? {
        switch result {
        case .nothing: nil
        case .content(let content): content.declaredType
        case .output: TypeReference(.named([namespace, Identifier(checked: "Output")]))
        }
    }
}

/// A parameter of a method, function or initializer: all decisions, before printing.
struct ParameterPlan {
    /// The argument label.
    var label: Identifier
    /// The name inside the body, where the label would hide something else.
    var name: Identifier
    var location: SourceLocation
    var type: TypeReference
    var defaultValue: SwiftCode?
    /// The location and name in the request, for a path variable its number; nil if it is not part of a request.
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
    /// Returns the parameters of an initializer, in the order of the properties.
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
        if initializer.required.contains(wireName) {
            return ParameterPlan(name, at: location, demandsNull ? declaredType : type)
        }
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
    /// The parameters of the function that makes the server: a text for each variable of its URL.
    var parameters: [ParameterPlan] {
        variables.map { variable in
            ParameterPlan(
                variable.name, at: variable.location, .string,
                default: variable.defaultValue.map { "\(StringLiteral($0))" })
        }
    }
}

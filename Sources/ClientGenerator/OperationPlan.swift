import SpecAPI
import SpecDocument
import SpecDiagnostics

/// An operation as a Swift method: everything decided, nothing printed.
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
        /// Where the schema stands, or the media type that has none.
        var location: SourceLocation
        var kind: APIMediaType.Kind
        /// Without the optional that nullability adds.
        var type: TypeReference
        /// Whether null is one of its values.
        var isNullable: Bool
        /// As the document writes it.
        var mediaType: String
        var encodings: [APIMediaType.Encoding]

        var declaredType: TypeReference { isNullable ? type.optional : type }
    }

    /// What the method returns.
    enum Result {
        case nothing
        case content(Content)
        /// A nested enum with a case for each documented status.
        case output([Answer])
    }

    /// A documented answer.
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
    /// Lower case, as in the document.
    var method: String
    var path: String
    var effect: OperationEffect
    /// The parameters of the path and members of the body that name the operation's object.
    var identifiers: [String]
    var server: ServerChoice
    var security: [APISecurityRequirement]
    var securityLocation: SourceLocation
    var isDeprecated: Bool
    var summary: String?
    var description: String?
    /// The documented answers of success.
    var successes: [Declaration.Answer]
    /// The status of a server's answer where the method's result has none.
    var successStatus: Int
    var name: Identifier
    /// The enum that holds the operation's own types.
    var namespace: Identifier
    var parameters: [Parameter]
    var body: Body?
    var result: Result
    /// Documented answers besides success that have content.
    var failures: [Answer]
    var nested: [ModelPlan]

    /// Whether the caller names the server at each call.
    var namesServer: Bool { !server.named.isEmpty }

    var hasNamespace: Bool {
        if case .output = result { return true }
        return !failures.isEmpty || !nested.isEmpty
    }

    /// The type of a use of the method's result; nil where it returns nothing.
    var returnType: TypeReference? {
        switch result {
        case .nothing: nil
        case .content(let content): content.declaredType
        case .output: TypeReference(.named([namespace, Identifier(checked: "Output")]))
        }
    }
}

package import SpecDiagnostics

/// A declaration of a client's files with its body. Printing and comparing use the same value.
package struct Declaration: Sendable {
    package enum Kind: Sendable, Hashable {
        case `protocol`
        /// The struct that calls the operations.
        case client
        /// The struct that answers requests.
        case server
        /// The enum that holds an operation's own types.
        case namespace
        case structure
        /// A struct that is sent as `multipart/form-data`.
        case form
        /// An open enumeration.
        case enumeration
        /// An enum with a case for each alternative of a `oneOf` or `anyOf`.
        case union
        /// An enum with a case for each documented success status.
        case output
        /// An enum with a case for each other documented response.
        case failure
        case alias
        case property
        case initializer
        case method
        /// A requirement of the protocol.
        case requirement
        /// A case of an enum.
        case enumCase
        /// A server as a constant.
        case constant
        /// A server as a function of its variables.
        case function
        /// A declaration that all of the same kind have, such as `init(from:)`.
        case fixed
        /// A declaration that code outside of the files cannot use.
        case hidden
    }

    /// A parameter, or a value that a case carries.
    package struct Parameter: Sendable, Hashable {
        /// The argument label.
        package var label: String
        /// The location and name in the request: `query page`; for a path variable its number; nil for a value that is
        /// not part of a request.
        package var wire: String?
        package var type: SwiftType
        /// Nil where the argument is required.
        package var defaultValue: String?
        package var location: SourceLocation?
    }

    /// A success status that an operation documents.
    package struct Answer: Sendable {
        package var status: String
        package var location: SourceLocation
    }

    package var kind: Kind
    /// The name without arguments and backticks: `currency`, `init`, `getBalances`.
    package var name: String
    /// The text before the parameters: `struct Payout: JSONModel`, `func getRate`.
    var head: SwiftCode
    /// The parameters with their names in the body, or the associated values of a case; nil without a list.
    var list: [SwiftCode]?
    /// The text after the list: ` async throws(APIError) -> Rate`.
    var suffix: SwiftCode = ""
    var documentation: [String] = []
    /// The text before the access level: `@Indirect`.
    var attribute: SwiftCode = ""
    /// The text between the access level and the head: `indirect`.
    var modifier: SwiftCode = ""
    /// The initial value of a property.
    var initialValue: SwiftCode?
    /// Prints the text between the braces, before the members; nil for a declaration without braces.
    var body: (@Sendable (inout CodePrinter) -> Void)?
    /// Whether `nonisolated` is written where the type is not nested.
    var mayBeNonisolated = true
    /// Whether new cases of a public enum do not break its users.
    var isOpenEnum = false
    /// Whether it is a case that every enum of this kind has.
    var isCase = false
    /// Whether an empty line precedes it.
    var hasGap: Bool
    /// The location of its origin in the documents, if it has one.
    package var location: SourceLocation?
    /// The type of a property, the result of a method, the target of an alias, or the raw type of an enumeration.
    package var type: SwiftType?
    /// The location at which the document describes ``type``, if not ``location``.
    package var typeLocation: SourceLocation?
    package var parameters: [Parameter] = []
    package var members: [Declaration] = []
    /// The name in requests and responses: a member's name, an enumeration's value, `GET /v1/balance`, a URL. The names
    /// of path variables are left out, because they are not sent.
    package var wire: String?
    package var isDeprecated = false
    /// Whether it is masked wherever it is printed.
    package var isSensitive = false
    /// Whether the component allows null, so that every use of the type is optional.
    package var isNullable = false
    /// The effect of an operation.
    package var effect: String?
    /// The security requirements of an operation, in one line.
    package var security: String?
    /// The location of the security requirements.
    package var securityLocation: SourceLocation?
    package var answers: [Answer] = []
    /// The path of the client's server for this operation only.
    package var server: String?

    /// The source text of ``type``; empty without one.
    package var typeText: String { type?.description ?? "" }

    init(_ kind: Kind, _ name: Identifier, _ head: SwiftCode, at location: SourceLocation?) {
        self.kind = kind
        self.name = name.name
        self.head = head
        self.location = location
        hasGap = ![.property, .enumCase, .requirement].contains(kind)
    }

    /// The declaration in one line, without access level, attributes and initial value.
    package var text: String {
        let list = list.map { "(\($0.joined(separator: ", ")))" as SwiftCode } ?? ""
        return (head + list + suffix).text
    }

    /// The name with argument labels: `init(value:currency:)`; the plain name where there are no arguments.
    package var fullName: String {
        switch kind {
        case .initializer, .method, .requirement, .function:
            "\(name)(\(parameters.map { "\($0.label):" }.joined()))"
        default: name
        }
    }

    package var isType: Bool {
        switch kind {
        case .protocol, .client, .server, .namespace, .structure, .form, .enumeration, .union, .output, .failure,
            .alias:
            true
        case .property, .initializer, .method, .requirement, .enumCase, .constant, .function, .fixed, .hidden: false
        }
    }
}

extension Declaration {
    /// Makes a declaration that all of the same kind have.
    static func fixed(
        _ name: Identifier, _ head: SwiftCode, _ body: (@Sendable (inout CodePrinter) -> Void)? = nil
    ) -> Self {
        var declaration = Self(.fixed, name, head, at: nil)
        declaration.body = body
        return declaration
    }

    /// Makes a declaration that only its own file uses, in full.
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

    /// - Parameter head: The text before the parameters.
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

    /// Makes a case of an enum.
    ///
    /// - Parameters:
    ///   - list: The associated values; nil for none.
    ///   - values: The same for the diff.
    static func enumCase(
        _ name: Identifier, _ list: [SwiftCode]? = nil, _ values: [Parameter] = [], at location: SourceLocation?
    ) -> Self {
        var declaration = Self(.enumCase, name, "case \(name)", at: location)
        declaration.list = list
        declaration.parameters = values
        return declaration
    }

    /// Makes a case that every enum of its kind has.
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

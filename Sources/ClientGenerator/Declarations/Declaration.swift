package import SpecDiagnostics

/// A declaration of a client's files with its body: it is printed from this value, and a diff compares the same one.
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
        /// An enum with a case for each documented status of success.
        case output
        /// An enum with a case for each other documented answer.
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
        /// What every declaration of the same kind around it has, such as `init(from:)`.
        case fixed
        /// What code outside of the files cannot use.
        case hidden
    }

    /// A parameter, or a value that a case carries.
    package struct Parameter: Sendable, Hashable {
        /// The argument label.
        package var label: String
        /// Where it is sent and its name there: `query page`; of a path's variable its number; nil for what is no part of a
        /// request.
        package var wire: String?
        package var type: SwiftType
        /// Nil where the argument has to be given.
        package var defaultValue: String?
        package var location: SourceLocation?
    }

    /// A status of success that an operation documents.
    package struct Answer: Sendable {
        package var status: String
        package var location: SourceLocation
    }

    package var kind: Kind
    /// Without arguments and backticks: `currency`, `init`, `getBalances`.
    package var name: String
    /// The declaration as far as its parameters: `struct Payout: JSONModel`, `func getRate`.
    var head: SwiftCode
    /// The parameters with the names that the body has for them, or what a case carries; nil where there is no list.
    var list: [SwiftCode]?
    /// What follows the list: ` async throws(APIError) -> Rate`.
    var suffix: SwiftCode = ""
    var documentation: [String] = []
    /// Before the access level: `@Indirect`.
    var attribute: SwiftCode = ""
    /// Between the access level and the head: `indirect`.
    var modifier: SwiftCode = ""
    /// Of a property.
    var initialValue: SwiftCode?
    /// Prints what is between the braces, before the members; nil for a declaration without braces.
    var body: (@Sendable (inout CodePrinter) -> Void)?
    /// Whether the word `nonisolated` is written where the type is not nested.
    var mayBeNonisolated = true
    /// Whether new cases of a public enum are no error for its users.
    var isOpenEnum = false
    /// Whether it is a case of an enum that every enum of its kind has.
    var isCase = false
    /// Whether an empty line comes before it.
    var hasGap: Bool
    /// Where the thing stands in the documents that it is generated from; nil where it stands for none.
    package var location: SourceLocation?
    /// Of a property; what a method returns; what an alias stands for; the raw type of an enumeration.
    package var type: SwiftType?
    /// Where the document describes ``type``, if not at ``location``.
    package var typeLocation: SourceLocation?
    package var parameters: [Parameter] = []
    package var members: [Declaration] = []
    /// What stands for it on the wire: a member's name, an enumeration's value, `GET /v1/balance`, a URL. The names of a
    /// path's variables are left out, since nothing is sent of them.
    package var wire: String?
    package var isDeprecated = false
    /// Masked wherever it is printed.
    package var isSensitive = false
    /// Null is a value of the component, so that every use of the type is optional.
    package var isNullable = false
    /// Of an operation.
    package var effect: String?
    /// The security requirements of an operation, in one line.
    package var security: String?
    /// Where they stand.
    package var securityLocation: SourceLocation?
    package var answers: [Answer] = []
    /// The path of the client's server that only this operation is sent to.
    package var server: String?

    /// What ``type`` is in source; empty without one.
    package var typeText: String { type?.description ?? "" }

    init(_ kind: Kind, _ name: Identifier, _ head: SwiftCode, at location: SourceLocation?) {
        self.kind = kind
        self.name = name.name
        self.head = head
        self.location = location
        hasGap = ![.property, .enumCase, .requirement].contains(kind)
    }

    /// In one line, without access level, attributes and initial value.
    package var text: String {
        let list = list.map { "(\($0.joined(separator: ", ")))" as SwiftCode } ?? ""
        return (head + list + suffix).text
    }

    /// With argument labels: `init(value:currency:)`; the plain name of what takes no arguments.
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

public import KurusHTTP

/// An operation's request under construction: the template of its path, its parameters and its content.
///
/// A part that cannot be sent (an empty path parameter, a line break in a header) is remembered and thrown as
/// `APIError.notSent` when the request is sent. It prints as the operation, the method and the template.
public struct APIRequest: Sendable {
    /// The request's method.
    public let method: HTTPMethod
    /// The path with `{name}` for its variables (OpenAPI 3.0.3, "Path Templating").
    public let template: String
    /// The operation's name, for errors.
    public let operation: String
    /// The operation's effect, which decides whether it may be repeated.
    public let effect: OperationEffect

    var pathTexts: [String: String] = [:]
    var queryPairs: [String] = []
    var cookiePairs: [String] = []
    var fields: HTTPFields = [:]
    var content: Content?
    var accepted = "application/json"
    var namedServer: APIServer?
    var ownBasePath: BasePath?
    var requirements: [[String: [String]]] = []
    var identifiers: [String: String] = [:]
    /// The reasons why the request cannot be sent, without values.
    var problems: [String] = []

    struct Content: Sendable {
        let type: String
        let bytes: [UInt8]
    }

    /// Creates a request without parameters and content.
    public init(_ method: HTTPMethod, _ path: String, operation: String, effect: OperationEffect) {
        self.method = method
        template = path
        self.operation = operation
        self.effect = effect
    }

    /// Sets the media types that the answer may have, as the Accept field lists them (RFC 9110 §12.5.1). The default is
    /// `application/json`.
    public mutating func accept(_ mediaTypes: String) {
        accepted = mediaTypes
    }

    /// Sets the server that the caller of the operation names, instead of the client's.
    public mutating func server(_ server: APIServer) {
        namedServer = server
    }

    /// Sets the path before the operation's, for an operation whose servers have another path than the client's server
    /// (OpenAPI 3.0.3 §4.7.5). Scheme, host and port stay the client's.
    ///
    /// - Parameters:
    ///   - path: Begins with a slash; empty for the root.
    ///   - replaced: The paths of the document's servers. The first one that ends the client's path is replaced. A path
    ///     that ends with none of them, such as a proxy's or a test server's, stays and `path` is appended.
    public mutating func basePath(_ path: String, insteadOf replaced: [String] = []) {
        ownBasePath = BasePath(path, insteadOf: replaced)
    }

    /// Adds the caller's identifier of something that the request concerns, for `OutcomeUnknown` and hooks. It is not
    /// sent. A value for the same name replaces the earlier one.
    public mutating func identify(_ name: String, _ value: String) {
        identifiers[name] = value
    }

    /// Adds identifiers from path variables and string members of the JSON content, by the names that the document
    /// lists (`x-kurus-identifiers`). Missing ones are ignored.
    public mutating func identify(by names: [String]) {
        let members = content.map { IdentifyingMembers(names, in: $0.bytes) }
        for name in names {
            if let value = pathTexts[name].flatMap({ PercentEncoding.decode($0) }) ?? members?.values[name] {
                identifiers[name] = value
            }
        }
    }

    /// Sets the operation's security requirements for the signer.
    public mutating func security(_ requirements: [[String: [String]]]) {
        self.requirements = requirements
    }
}

extension APIRequest: MaskedText {
    public var description: String { "\(operation): \(method) \(template)" }
}

/// The change that an operation makes at the provider (`x-kurus-effect`).
///
/// Only `read` is ever repeated automatically; an operation without a declared effect is `commit`.
public enum OperationEffect: String, Hashable, Sendable {
    /// Changes nothing.
    case read
    /// Creates or changes something that moves no money yet.
    case prepare
    /// Moves money, or may.
    case commit
    /// Undoes something that was prepared.
    case undo

    var isRead: Bool { self == .read }
}

public import KurusHTTP

/// An operation's request while it is put together: the template of its path, its parameters and its content.
///
/// What cannot be sent (an empty path parameter, a line break in a header) is remembered and thrown as
/// `APIError.notSent` when the request is sent. Printed as the operation, the method and the template.
public struct APIRequest: Sendable {
    /// The request's method.
    public let method: HTTPMethod
    /// The path with `{name}` for its variables (OpenAPI 3.0.3, "Path Templating").
    public let template: String
    /// The operation's name, for errors.
    public let operation: String
    /// What the operation does, which decides whether it may be repeated.
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
    /// What keeps the request from being sent, in words without values.
    var problems: [String] = []

    struct Content: Sendable {
        let type: String
        let bytes: [UInt8]
    }

    /// A request of an operation, without parameters and content.
    public init(_ method: HTTPMethod, _ path: String, operation: String, effect: OperationEffect) {
        self.method = method
        template = path
        self.operation = operation
        self.effect = effect
    }

    /// The media types that the answer may have, as the Accept field lists them (RFC 9110 §12.5.1); `application/json`
    /// if not called.
    public mutating func accept(_ mediaTypes: String) {
        accepted = mediaTypes
    }

    /// The server that the caller of the operation names, in place of the client's.
    public mutating func server(_ server: APIServer) {
        namedServer = server
    }

    /// The path in front of the operation's, where the document lists another one for it than for the client's server
    /// (OpenAPI 3.0.3 §4.7.5). Scheme, host and port stay the client's.
    ///
    /// - Parameters:
    ///   - path: Begins with a slash; empty for the root.
    ///   - replaced: The paths of the document's servers. The first of them that the client's path ends with makes way; a
    ///     path that ends with none stays, as that of a proxy or of a test's own server, and `path` is added to it.
    public mutating func basePath(_ path: String, insteadOf replaced: [String] = []) {
        ownBasePath = BasePath(path, insteadOf: replaced)
    }

    /// Names a thing that the request is about as the caller knows it, for `OutcomeUnknown` and hooks; it is not sent. A
    /// value for the same name replaces the one before.
    public mutating func identify(_ name: String, _ value: String) {
        identifiers[name] = value
    }

    /// Names what the request is about by its variables of the path and string members of its JSON content, as the
    /// document says which (`x-kurus-identifiers`); those that are not there are passed over.
    public mutating func identify(by names: [String]) {
        let members = content.map { IdentifyingMembers(names, in: $0.bytes) }
        for name in names {
            if let value = pathTexts[name].flatMap({ PercentEncoding.decode($0) }) ?? members?.values[name] {
                identifiers[name] = value
            }
        }
    }

    /// The operation's security requirements, which the signer is given.
    public mutating func security(_ requirements: [[String: [String]]]) {
        self.requirements = requirements
    }
}

extension APIRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(operation): \(method) \(template)" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What carrying out an operation changes at the provider (`x-kurus-effect`).
///
/// Only `read` is repeated by itself, ever; an operation whose effect nobody declared is `commit`.
public enum OperationEffect: String, Hashable, Sendable {
    /// Changes nothing.
    case read
    /// Creates or changes something that moves no money yet.
    case prepare
    /// Moves money, or may.
    case commit
    /// Takes back what was prepared.
    case undo

    var isRead: Bool { self == .read }
}

public import KurusHTTP
public import KurusRuntime

/// One operation of a server: its method, the template of its path, and what answers it.
public struct APIRoute: Sendable {
    /// The method that it answers.
    public let method: HTTPMethod
    /// The path with `{name}` for its variables (OpenAPI 3.0.3, "Path Templating").
    public let path: String
    /// The path in front of it, where it is not the one that the router is given.
    let basePath: BasePath?
    let respond: @Sendable (ServerCall) async throws(APIError) -> HTTPResponse

    /// A route of a server.
    ///
    /// - Parameters:
    ///   - method: The method that it answers.
    ///   - path: The path with its variables in braces.
    ///   - basePath: The path in front, where the document lists another one for it than for other operations.
    ///   - replaced: What it takes the place of in the path that the router is given, as in a request's `basePath`.
    ///   - respond: Answers a call. `APIError.refused` is sent as it is; any other error becomes a 500 without details.
    public init(
        _ method: HTTPMethod, _ path: String, basePath: String? = nil, insteadOf replaced: [String] = [],
        _ respond: @escaping @Sendable (ServerCall) async throws(APIError) -> HTTPResponse
    ) {
        self.method = method
        self.path = path
        self.basePath = basePath.map { BasePath($0, insteadOf: replaced) }
        self.respond = respond
    }

    var template: RouteTemplate { RouteTemplate(PathTemplate(path)) }

    /// Whether the path is text alone, without a variable or percent-encoding.
    var isPlain: Bool { !path.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "%") } }
}

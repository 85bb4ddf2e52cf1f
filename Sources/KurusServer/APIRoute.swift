public import KurusHTTP
public import KurusRuntime

/// One operation of a server: its method, the template of its path, and what answers it.
public struct APIRoute: Sendable {
    public let method: HTTPMethod
    /// The path with `{name}` for its variables (OpenAPI 3.0.3, "Path Templating").
    public let path: String
    let respond: @Sendable (ServerCall) async throws(APIError) -> HTTPResponse

    /// - Parameter respond: Answers a call. `APIError.refused` is sent as it is; any other error becomes a 500 without
    ///   details.
    public init(
        _ method: HTTPMethod, _ path: String,
        _ respond: @escaping @Sendable (ServerCall) async throws(APIError) -> HTTPResponse
    ) {
        self.method = method
        self.path = path
        self.respond = respond
    }

    var template: RouteTemplate { RouteTemplate(PathTemplate(path)) }

    /// Whether the path is text alone, without a variable or percent-encoding.
    var isPlain: Bool { !path.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "%") } }
}

public import KurusHTTP
import KurusJSON
public import KurusRuntime

/// Finds the operation that a request is for and lets it answer.
public enum APIRouter {
    /// Answers a request.
    ///
    /// The most concrete path that matches wins (OpenAPI 3.0.3, "Path Templating Matching"), then the method decides:
    /// HEAD is not implied by GET. Answers 404 or 405 with Allow (RFC 9110 §15.5.6) when nothing matches; 400 and 415
    /// for unreadable requests; 500 for any error of an operation that is not a refusal. Error contents are small JSON
    /// objects with a member `error`, and hold no values of the request.
    ///
    /// - Parameters:
    ///   - request: The request, as the server received it.
    ///   - basePath: The path of the server's URL, which precedes every route's path.
    ///   - routes: The operations that are served.
    public static func respond(
        to request: HTTPRequest, basePath: String = "", _ routes: [APIRoute]
    ) async -> HTTPResponse {
        let candidates = candidates(for: request, basePath, routes)
        guard !candidates.isEmpty else { return failure(404, "no such path") }
        guard let match = candidates.first(where: { $0.route.method == request.method }) else {
            let allowed = Set(candidates.map(\.route.method.rawValue)).sorted()
            return failure(405, "method not allowed", ["Allow": allowed.joined(separator: ", ")])
        }
        return await answer(ServerCall(request, path: match.route.path, values: match.values), match.route)
    }

    /// The routes that match, each group under its own base path: the most concrete ones of the first that has any.
    private static func candidates(
        for request: HTTPRequest, _ basePath: String, _ routes: [APIRoute]
    ) -> [(route: APIRoute, values: [String: String])] {
        var bases: [BasePath?] = []
        for route in routes where !bases.contains(route.basePath) { bases.append(route.basePath) }
        for base in bases {
            guard let path = segments(of: request, base?.applied(to: basePath) ?? basePath) else { continue }
            let group = bases.count == 1 ? routes : routes.filter { $0.basePath == base }
            let found = candidates(for: path, group)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The most concrete routes that match, with the values of their variables.
    private static func candidates(
        for path: [String], _ routes: [APIRoute]
    ) -> [(route: APIRoute, values: [String: String])] {
        // Nothing is more concrete than the path itself.
        let text = path.joined(separator: "/")
        let equal = routes.filter { $0.path == text && $0.isPlain }
        if !equal.isEmpty { return equal.map { ($0, [:]) } }
        let matches = routes.compactMap { route in
            let template = route.template
            return template.match(path).map { (route: route, values: $0, concreteness: template.concreteness) }
        }
        let best = matches.map(\.concreteness).max { $0.lexicographicallyPrecedes($1) }
        return matches.filter { $0.concreteness == best }.map { ($0.route, $0.values) }
    }

    private static func answer(_ call: ServerCall, _ route: APIRoute) async -> HTTPResponse {
        let response: HTTPResponse
        do {
            response = try await route.respond(call)
        } catch {
            guard case .refused(let refusal) = error else { return failure(500, "internal error") }
            response = refusal.response
        }
        let fields = response.fields
        let isSendable = !fields.isIncomplete && fields.allSatisfy { HTTPSyntax.isFieldValue($0.value) }
        return isSendable ? response : failure(500, "internal error")
    }

    /// The raw path under the base path, split at its slashes before anything is decoded.
    private static func segments(of request: HTTPRequest, _ basePath: String) -> [String]? {
        let path = request.target.prefix { $0 != "?" }
        let base = basePath.split(separator: "/").map(String.init)
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        let isUnderBase = segments.starts(with: base) { PathSegment.normalised($0) == PathSegment.normalised($1) }
        guard isUnderBase else { return nil }
        return [""] + segments.dropFirst(base.count)
    }

    private static func failure(_ status: Int, _ error: String, _ fields: HTTPFields = [:]) -> HTTPResponse {
        .json(status, ErrorContent(error: error), fields: fields)
    }
}

/// The content of the router's own answers.
struct ErrorContent: JSONWritable {
    let error: String

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("error", error)
        }
    }
}

/// One operation of a server: its method, the template of its path, and its handler.
public struct APIRoute: Sendable {
    /// The method that it answers.
    public let method: HTTPMethod
    /// The path with `{name}` for its variables (OpenAPI 3.0.3, "Path Templating").
    public let path: String
    /// The path before it, if it differs from the router's.
    let basePath: BasePath?
    let respond: @Sendable (ServerCall) async throws(APIError) -> HTTPResponse

    /// A route of a server.
    ///
    /// - Parameters:
    ///   - method: The method that it answers.
    ///   - path: The path with its variables in braces.
    ///   - basePath: The path before it, if the document lists another one for it than for other operations.
    ///   - replaced: The paths that it replaces in the router's path, as in a request's `basePath`.
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

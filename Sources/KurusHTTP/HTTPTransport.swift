/// Carries a request to its server and brings the response back: the one method that a test replaces.
///
/// A transport sends a request at most once, follows no redirect of a write, and adds no credentials. It throws
/// `TransportError` where it can tell whether anything was sent.
///
/// A transport for tests answers from memory:
/// ```swift
/// struct RecordedTransport: HTTPTransport {
///     let responses: [String: HTTPResponse]
///
///     func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
///         guard let response = responses["\(request.method) \(request.target)"] else {
///             throw TransportError(.notSent, "no response is recorded for this request")
///         }
///         return response
///     }
/// }
/// ```
public protocol HTTPTransport: Sendable {
    /// Sends the request and returns the whole response, whatever its status.
    ///
    /// - Parameters:
    ///   - request: The request, which is sent as it is.
    ///   - timeout: The longest that the whole exchange may take, from the call to the last byte.
    /// - Throws: `TransportError`, `CancellationError`, or an error of the transport's own, which counts as an exchange
    ///   that was interrupted, or cancelled where the task is.
    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse
}

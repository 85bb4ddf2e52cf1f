/// Sends a request and returns its response: the one method that a test replaces.
///
/// A transport sends a request at most once, follows no redirect of a write, and adds no credentials. It throws
/// `TransportError` when it knows whether anything was sent.
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
    /// - Throws: `TransportError`, `CancellationError`, or an error of its own, which counts as an interrupted
    ///   exchange, or as a cancelled one when the task is cancelled.
    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse
}

/// The reason why a transport has no response, by whether anything was sent.
///
/// Any other error counts as if the request had been sent.
public struct TransportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// How far the request got.
    public enum Kind: Hashable, Sendable {
        /// Not a byte of the request left: no such host, no connection, no TLS, or refused by the transport itself.
        case notSent
        /// The time given to the transport ran out after sending began.
        case deadline
        /// The caller gave up after sending began.
        case cancelled
        /// The connection broke, or the answer was not an HTTP response.
        case interrupted
    }

    /// How far the request got.
    public let kind: Kind
    /// The reason, in words that hold no part of the request or response.
    public let reason: String
    /// Whether the same request may succeed when it is sent again, if the caller may send it again at all.
    public let isRetryable: Bool

    /// Creates an error of a transport.
    ///
    /// - Parameters:
    ///   - kind: How far the request got.
    ///   - reason: The reason for people; it must hold nothing secret.
    ///   - isRetryable: False for what the transport would refuse again; true unless given, but for `cancelled`.
    public init(_ kind: Kind, _ reason: String, isRetryable: Bool? = nil) {
        self.kind = kind
        self.reason = reason
        self.isRetryable = isRetryable ?? (kind != .cancelled)
    }

    public var description: String { reason }
}

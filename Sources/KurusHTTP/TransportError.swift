/// Why a transport has no response, by what it means for a write: was anything sent?
///
/// A transport that throws anything else is taken to have sent the request.
public struct TransportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// How far the request got.
    public enum Kind: Hashable, Sendable {
        /// Not a byte of the request left: no such host, no connection, no TLS, or refused by the transport itself.
        case notSent
        /// The time given to the transport ran out after sending began.
        case deadline
        /// The caller gave up after sending began.
        case cancelled
        /// The connection broke, or what came was no HTTP response.
        case interrupted
    }

    /// How far the request got.
    public let kind: Kind
    /// What happened, in words that hold no part of the request or response.
    public let reason: String
    /// Whether the same request may fare better when it is sent again; that it may be sent again is another question.
    public let isRetryable: Bool

    /// An error of a transport.
    ///
    /// - Parameters:
    ///   - kind: How far the request got.
    ///   - reason: What happened, for a person; it must hold nothing secret.
    ///   - isRetryable: False for what the transport would refuse again; true unless given, but for `cancelled`.
    public init(_ kind: Kind, _ reason: String, isRetryable: Bool? = nil) {
        self.kind = kind
        self.reason = reason
        self.isRetryable = isRetryable ?? (kind != .cancelled)
    }

    public var description: String { reason }
}

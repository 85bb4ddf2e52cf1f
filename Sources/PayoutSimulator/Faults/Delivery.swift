public import KurusRuntime

/// What the caller gets for a request.
public enum Delivery: Hashable, Sendable {
    case answer(HTTPResponse)
    /// The answer's head and half of its content; then the connection ends.
    case truncated(HTTPResponse)
    /// The connection ends without a byte.
    case dropped
    /// Nothing until the caller has given up; then, if it still listens, the answer if there is one.
    case tooLate(HTTPResponse?)
}

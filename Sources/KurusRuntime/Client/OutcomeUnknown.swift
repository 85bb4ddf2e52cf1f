/// A write of which nobody here can say whether it was carried out.
public struct OutcomeUnknown: Hashable, Sendable, CustomStringConvertible {
    /// Why nothing is known.
    public enum Cause: Hashable, Sendable {
        /// The connection broke after sending began.
        case transport(TransportFailure)
        /// The time ran out after sending began.
        case deadline(DeadlineExceeded)
        /// The caller gave up after sending began.
        case cancelled
        /// An answer that settles nothing: a redirect, 408, 500 and above, or a failure without the provider's envelope.
        case answer(Refusal)
        /// An answer that does not fit the document, be it a success.
        case unreadable(UnreadableAnswer)
    }

    /// The operation's name.
    public let operation: String
    /// The attempt that ended so, counted from 1.
    public let attempt: Int
    public let cause: Cause

    public init(operation: String, attempt: Int = 1, cause: Cause) {
        self.operation = operation
        self.attempt = attempt
        self.cause = cause
    }

    public var description: String {
        let reason =
            switch cause {
            case .transport(let error): error.description
            case .deadline(let error): error.description
            case .cancelled: "cancelled after sending began"
            case .answer(let refusal): refusal.description
            case .unreadable(let answer): answer.description
            }
        return "the outcome of \(operation) is unknown: \(reason)"
    }
}

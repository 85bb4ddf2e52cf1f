/// A request that was refused before sending.
public struct NotSent: Hashable, Sendable, CustomStringConvertible {
    /// The operation's name.
    public let operation: String
    /// The attempt that ended so, counted from 1; earlier ones of a read failed as well.
    public let attempt: Int
    /// What was wrong, with names of parameters, never their values.
    public let reason: String

    /// An error about a request that stayed here.
    public init(operation: String, attempt: Int = 1, reason: String) {
        self.operation = operation
        self.attempt = attempt
        self.reason = reason
    }

    public var description: String { "\(operation) was not sent: \(reason)" }
}

/// A request that was refused before sending.
public struct NotSent: Hashable, Sendable, CustomStringConvertible {
    /// The operation's name.
    public let operation: String
    /// What was wrong, with names of parameters, never their values.
    public let reason: String

    public init(operation: String, reason: String) {
        self.operation = operation
        self.reason = reason
    }

    public var description: String { "\(operation) was not sent: \(reason)" }
}

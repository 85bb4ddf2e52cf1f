public import KurusJSON

/// A connection that failed; the reason is the transport's, without parts of the request.
public struct TransportFailure: Hashable, Sendable, CustomStringConvertible {
    /// The operation's name.
    public let operation: String
    /// The attempt that ended so, counted from 1.
    public let attempt: Int
    /// The transport's words.
    public let reason: String

    /// An error about a read that got no answer.
    public init(operation: String, attempt: Int = 1, reason: String) {
        self.operation = operation
        self.attempt = attempt
        self.reason = reason
    }

    public var description: String { "\(operation): \(reason)" }
}

/// Time that ran out.
public struct DeadlineExceeded: Hashable, Sendable, CustomStringConvertible {
    /// The operation's name.
    public let operation: String
    /// The attempt during which it did, counted from 1.
    public let attempt: Int
    /// The time that there was.
    public let limit: Duration

    /// An error about a read that took too long.
    public init(operation: String, attempt: Int = 1, limit: Duration) {
        self.operation = operation
        self.attempt = attempt
        self.limit = limit
    }

    public var description: String { "\(operation): no answer within \(limit)" }
}

/// An answer whose content does not fit what the document says of it.
///
/// Printed as the place and the kind of the problem, never with values of the content.
public struct UnreadableAnswer: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// Where and why reading failed.
    public enum Problem: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
        /// The content is not the JSON that was documented; offset in bytes and JSON pointer are the error's.
        case json(JSONError)
        /// The content is not text in its charset.
        case text
        /// A field's value does not fit its schema.
        case field(name: String)
        /// A required field is not there.
        case missingField(name: String)
        /// A status that the document does not describe.
        case undocumentedStatus

        /// In words, masked.
        public var description: String {
            switch self {
            case .json(let error): Redaction.masked(error.description)
            case .text: "the content is not text"
            case .field(let name): "the field \(name) does not fit its schema"
            case .missingField(let name): "the field \(name) is missing"
            case .undocumentedStatus: "the document does not describe"
            }
        }

        /// Without the JSON error, whose path holds names that are data where an object is a map.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }

    /// The operation's name.
    public let operation: String
    /// The attempt that was answered so, counted from 1.
    public let attempt: Int
    /// The answer's status code.
    public let status: Int
    /// What is wrong with the answer.
    public let problem: Problem

    /// An error about an answer that cannot be read.
    public init(operation: String, attempt: Int = 1, status: Int, problem: Problem) {
        self.operation = operation
        self.attempt = attempt
        self.status = status
        self.problem = problem
    }

    /// The JSON pointer (RFC 6901) of the value that did not fit, empty for the whole content; nil where it is not JSON.
    public var path: String? {
        if case .json(let error) = problem { error.path } else { nil }
    }

    /// Where the value begins, in bytes from 0; nil where it is not JSON.
    public var offset: Int? {
        if case .json(let error) = problem { error.offset } else { nil }
    }

    public var description: String {
        if case .undocumentedStatus = problem {
            return "\(operation) was answered with status \(status), which \(problem)"
        }
        return "the answer to \(operation) (status \(status)) cannot be read: \(problem)"
    }

    /// Without the path, whose names are data where an object is a map.
    public var customMirror: Mirror { Mirror(self, children: ["operation": operation, "status": status]) }
}

public import KurusJSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Why an operation gave no answer, by what the caller can do next.
///
/// A write (any effect but `read`) fails with `notSent`, `refused` or `outcomeUnknown`, nothing else. A read fails with
/// `notSent`, `refused`, `transport`, `deadline`, `unreadable` or `cancelled`, and may be repeated.
public enum APIError: Error, Hashable, Sendable {
    /// Nothing left this machine: the request could not be made or signed, or no connection came about. Nothing was
    /// changed at the provider.
    case notSent(NotSent)
    /// The provider said no. For a write this is certain: its status is under 500, and it is no redirect and no 408.
    case refused(Refusal)
    /// A write may or may not have been carried out. Settle it by reading back; never send it again blindly.
    case outcomeUnknown(OutcomeUnknown)
    /// The connection failed while reading.
    case transport(TransportFailure)
    /// The time for a read ran out.
    case deadline(DeadlineExceeded)
    /// A read was answered with content that does not fit the document.
    case unreadable(UnreadableAnswer)
    /// The task that waited for a read was cancelled.
    case cancelled

    /// The answer of the provider that is kept inside: the refusal, or for a write what left its outcome unknown.
    public var refusal: Refusal? {
        switch self {
        case .refused(let refusal): refusal
        case .outcomeUnknown(let unknown): if case .answer(let refusal) = unknown.cause { refusal } else { nil }
        default: nil
        }
    }
}

extension APIError: CustomStringConvertible, CustomDebugStringConvertible, LocalizedError {
    /// Says what happened without values of the request; a provider's text is masked.
    public var description: String {
        switch self {
        case .notSent(let error): error.description
        case .refused(let error): error.description
        case .outcomeUnknown(let error): error.description
        case .transport(let error): error.description
        case .deadline(let error): error.description
        case .unreadable(let error): error.description
        case .cancelled: "cancelled"
        }
    }

    public var debugDescription: String { description }

    public var errorDescription: String? { description }
}

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

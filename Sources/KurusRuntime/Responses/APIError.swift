public import KurusJSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The reason why an operation has no answer, by what the caller can do next.
///
/// A write (any effect but `read`) fails with `notSent`, `refused` or `outcomeUnknown`, nothing else. A read fails with
/// `notSent`, `refused`, `transport`, `deadline`, `unreadable` or `cancelled`, and may be repeated.
public enum APIError: Error, Hashable, Sendable {
    /// Nothing left this machine: the request could not be made or signed, or no connection could be made. Nothing was
    /// changed at the provider.
    case notSent(NotSent)
    /// The provider refused. For a write this is certain: the status is below 500 and neither a redirect nor 408.
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

    /// The provider's answer, if any: the refusal, or for a write the answer that left its outcome unknown.
    public var refusal: Refusal? {
        switch self {
        case .refused(let refusal): refusal
        case .outcomeUnknown(let unknown): if case .answer(let refusal) = unknown.cause { refusal } else { nil }
        default: nil
        }
    }
}

extension APIError: CustomStringConvertible, CustomDebugStringConvertible, LocalizedError {
    /// A description without values of the request; a provider's text is masked.
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
    /// The failed attempt, counted from 1; earlier attempts of a read failed as well.
    public let attempt: Int
    /// The reason, with names of parameters, never their values.
    public let reason: String

    /// Creates an error for a request that was not sent.
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
    /// The failed attempt, counted from 1.
    public let attempt: Int
    /// The transport's reason.
    public let reason: String

    /// Creates an error for a read without an answer.
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
    /// The attempt that ran out of time, counted from 1.
    public let attempt: Int
    /// The time limit.
    public let limit: Duration

    /// Creates an error for a read that took too long.
    public init(operation: String, attempt: Int = 1, limit: Duration) {
        self.operation = operation
        self.attempt = attempt
        self.limit = limit
    }

    public var description: String { "\(operation): no answer within \(limit)" }
}

/// An answer whose content does not fit its document.
///
/// It prints as the location and kind of the problem, without values of the content.
public struct UnreadableAnswer: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The location and reason of the failure.
    public enum Problem: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
        /// The content is not the documented JSON; the error has the byte offset and JSON pointer.
        case json(JSONError)
        /// The content is not text in its charset.
        case text
        /// The content has no fields or parts as its media type has them.
        case form
        /// A field's value does not fit its schema.
        case field(name: String)
        /// A required field is missing.
        case missingField(name: String)
        /// A status that the document does not describe.
        case undocumentedStatus

        /// The problem in words, masked.
        public var description: String {
            switch self {
            case .json(let error): Redaction.masked(error.description)
            case .text: "the content is not text"
            case .form: "the content is not a form"
            case .field(let name): "the field \(name) does not fit its schema"
            case .missingField(let name): "the field \(name) is missing"
            case .undocumentedStatus: "the document does not describe"
            }
        }

        /// No JSON error, because its path may hold names that are data.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }

    /// The operation's name.
    public let operation: String
    /// The attempt that was answered, counted from 1.
    public let attempt: Int
    /// The answer's status code.
    public let status: Int
    /// The problem of the answer.
    public let problem: Problem

    /// Creates an error for an answer that cannot be read.
    public init(operation: String, attempt: Int = 1, status: Int, problem: Problem) {
        self.operation = operation
        self.attempt = attempt
        self.status = status
        self.problem = problem
    }

    /// The JSON pointer (RFC 6901) of the value that did not fit, empty for the whole content; nil when the content is
    /// not JSON.
    public var path: String? {
        if case .json(let error) = problem { error.path } else { nil }
    }

    /// The offset of the value in bytes, from 0; nil when the content is not JSON.
    public var offset: Int? {
        if case .json(let error) = problem { error.offset } else { nil }
    }

    public var description: String {
        if case .undocumentedStatus = problem {
            return "\(operation) was answered with status \(status), which \(problem)"
        }
        return "the answer to \(operation) (status \(status)) cannot be read: \(problem)"
    }

    /// No path, because its names may be data.
    public var customMirror: Mirror { Mirror(self, children: ["operation": operation, "status": status]) }
}

public import KurusHTTP
import KurusJSON

/// A write that may or may not have been carried out.
///
/// Its description and mirror mask the identifiers; the property holds them unmasked, for reading back.
public struct OutcomeUnknown: Hashable, Sendable {
    /// The reason why the outcome is unknown.
    public enum Cause: Hashable, Sendable {
        /// The connection broke after sending began.
        case transport(TransportFailure)
        /// The time ran out after sending began.
        case deadline(DeadlineExceeded)
        /// The caller gave up after sending began.
        case cancelled
        /// An answer that settles nothing about the write: a redirect, 408, 500 and above, or a failure without the
        /// provider's envelope.
        case answer(Refusal)
        /// An answer that does not fit the document, even a success.
        case unreadable(UnreadableAnswer)
    }

    /// The operation's name.
    public let operation: String
    /// The caller's identifiers of what the request concerns (`APIRequest.identify`), by name.
    public let identifiers: [String: String]
    /// The failed attempt, counted from 1.
    public let attempt: Int
    /// The reason why the outcome is unknown.
    public let cause: Cause

    /// Creates an error for a write with an unknown outcome.
    public init(operation: String, identifiers: [String: String] = [:], attempt: Int = 1, cause: Cause) {
        self.operation = operation
        self.identifiers = identifiers
        self.attempt = attempt
        self.cause = cause
    }
}

extension OutcomeUnknown: MaskedText {
    public var description: String {
        "the outcome of \(operation)\(IdentifierText.text(identifiers)) is unknown: \(reason)"
    }

    public var customMirror: Mirror {
        let masked = identifiers.mapValues(Redaction.masked)
        return Mirror(
            self, children: ["operation": operation, "identifiers": masked, "attempt": attempt, "cause": cause])
    }

    private var reason: String {
        switch cause {
        case .transport(let error): error.description
        case .deadline(let error): error.description
        case .cancelled: "cancelled after sending began"
        case .answer(let refusal): refusal.description
        case .unreadable(let answer): answer.description
        }
    }
}

/// The string members of an object that identify a request; other members are skipped.
struct IdentifyingMembers {
    private(set) var values: [String: String] = [:]

    init(_ names: [String], in bytes: [UInt8]) {
        let found: [String: String]? = try? JSONReader.withReader(of: bytes) { reader throws(JSONError) in
            var found: [String: String] = [:]
            while let key = try reader.nextKey() {
                let name = key.string
                if names.contains(name), try reader.peekKind() == .string {
                    found[name] = try reader.read(String.self)
                } else {
                    try reader.skip()
                }
            }
            return found
        }
        values = found ?? [:]
    }
}

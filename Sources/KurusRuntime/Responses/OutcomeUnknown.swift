import KurusJSON

/// A write of which nobody here can say whether it was carried out.
///
/// Printed and reflected with its identifiers masked; the property has them as they are, to read back by.
public struct OutcomeUnknown: Hashable, Sendable {
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
    /// What the caller calls the things that the request is about (`APIRequest.identify`), by name.
    public let identifiers: [String: String]
    /// The attempt that ended so, counted from 1.
    public let attempt: Int
    /// What kept the answer from being known.
    public let cause: Cause

    /// An error about a write whose end nobody saw.
    public init(operation: String, identifiers: [String: String] = [:], attempt: Int = 1, cause: Cause) {
        self.operation = operation
        self.identifiers = identifiers
        self.attempt = attempt
        self.cause = cause
    }
}

extension OutcomeUnknown: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        "the outcome of \(operation)\(IdentifierText.text(identifiers)) is unknown: \(reason)"
    }

    public var debugDescription: String { description }

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

/// The string members of an object that identify a request; everything else of it is skipped.
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

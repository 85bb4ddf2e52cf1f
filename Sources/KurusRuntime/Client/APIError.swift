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

import KurusRuntime

// Failures in this library's own words. The provider's messages may repeat data that was sent, including names and
// accounts, so only a caller that can mask them may show them.
extension APIError {
    package var plainText: String {
        switch self {
        case .notSent(let error): error.description
        case .refused(let refusal): refusal.codeText
        case .outcomeUnknown(let unknown): unknown.plainText
        case .transport(let error): error.description
        case .deadline(let error): error.description
        case .unreadable(let error): error.description
        case .cancelled: "cancelled"
        }
    }
}

extension Refusal {
    /// The status and, in iyzico's envelope, the code.
    var codeText: String {
        guard let failure = IyzicoFailure(self) else { return "refused with status \(status)" }
        return "refused with status \(status)" + (failure.code.map { ", error \($0)" } ?? "")
    }
}

extension OutcomeUnknown {
    fileprivate var plainText: String {
        let reason =
            switch cause {
            case .transport(let error): error.reason
            case .deadline(let error): "no answer within \(error.limit)"
            case .cancelled: "cancelled after sending began"
            case .answer(let refusal): refusal.codeText
            case .unreadable(let answer): answer.description
            }
        return "the outcome of \(operation) is unknown: \(reason)"
    }
}

extension PayoutError {
    /// The provider's messages about this failure, unmasked: they may name recipients.
    package var providerMessages: [String] {
        switch kind {
        case .refused(let refusal, let items): refusal.messages + items.messages
        case .itemsRefused(let items, _): items.messages
        case .notInitialized(let error): error.messages
        case .outcomeUnknown(let error, let readError): (error?.messages ?? []) + (readError?.messages ?? [])
        case .cancellationUnknown(let error): error?.messages ?? []
        case .stillOpen(_, let error): error?.messages ?? []
        default: []
        }
    }
}

extension [RefusedItem] {
    fileprivate var messages: [String] { compactMap(\.message) }
}

extension PayoutReadError {
    fileprivate var messages: [String] {
        if case .api(let error) = self { error.messages } else { [] }
    }
}

extension APIError {
    /// The provider's messages, unmasked.
    package var messages: [String] { refusal?.messages ?? [] }
}

extension Refusal {
    fileprivate var messages: [String] {
        IyzicoFailure(self).flatMap(\.message).map { [$0] } ?? []
    }
}

import KurusHTTP
import KurusJSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Turns the outcome of one request into the error for its effect.
struct RequestOutcome: Sendable {
    let operation: String
    let effect: OperationEffect
    let identifiers: [String: String]
    /// Counted from 1.
    let attempt: Int
    let timeout: Duration

    init(_ request: APIRequest, attempt: Int, timeout: Duration) {
        operation = request.operation
        effect = request.effect
        identifiers = request.identifiers
        self.attempt = attempt
        self.timeout = timeout
    }

    /// Nothing was sent. A write reports so, because it may be sent again.
    var cancelledBeforeSending: APIError {
        effect.isRead ? .cancelled : notSent("cancelled before sending")
    }

    var noTimeLeft: APIError {
        effect.isRead ? .deadline(deadlineExceeded) : notSent("no time is left")
    }

    /// Returns the error for a transport's error.
    func failure(_ failure: TransportError) -> APIError {
        let reason = Redaction.masked(failure.reason)
        return switch failure.kind {
        case .notSent: notSent(reason)
        case .cancelled: effect.isRead ? .cancelled : unknown(.cancelled)
        case .deadline: settled(deadlineExceeded, APIError.deadline, OutcomeUnknown.Cause.deadline)
        case .interrupted:
            settled(
                TransportFailure(operation: operation, attempt: attempt, reason: reason), APIError.transport,
                OutcomeUnknown.Cause.transport)
        }
    }

    /// Returns the error for a response; nil for an answer. A write counts as refused only by a status that rules out
    /// its execution: redirects, 408 and statuses from 500 leave it open, whatever their content.
    func judgement(of response: HTTPResponse, _ meaning: ResponseMeaning) -> APIError? {
        let settlesNothing = 300..<400 ~= response.status || response.status == 408 || response.status >= 500
        if !effect.isRead, settlesNothing { return unknown(.answer(Refusal(response))) }
        return switch meaning {
        case .answer: nil
        case .refusal: .refused(Refusal(response))
        case .unclear: unreadable(.undocumentedStatus, in: response)
        }
    }

    /// Returns the error for an answer that does not fit its document.
    func unreadable(_ problem: UnreadableAnswer.Problem, in response: HTTPResponse) -> APIError {
        if !effect.isRead, problem == .undocumentedStatus { return unknown(.answer(Refusal(response))) }
        let answer = UnreadableAnswer(
            operation: operation, attempt: attempt, status: response.status, problem: problem)
        return settled(answer, APIError.unreadable, OutcomeUnknown.Cause.unreadable)
    }

    private func settled<Failure>(
        _ failure: Failure, _ ofRead: (Failure) -> APIError, _ ofWrite: (Failure) -> OutcomeUnknown.Cause
    ) -> APIError {
        effect.isRead ? ofRead(failure) : unknown(ofWrite(failure))
    }

    private func unknown(_ cause: OutcomeUnknown.Cause) -> APIError {
        .outcomeUnknown(
            OutcomeUnknown(operation: operation, identifiers: identifiers, attempt: attempt, cause: cause))
    }

    private var deadlineExceeded: DeadlineExceeded {
        DeadlineExceeded(operation: operation, attempt: attempt, limit: timeout)
    }

    func notSent(_ reason: String) -> APIError {
        .notSent(NotSent(operation: operation, attempt: attempt, reason: reason))
    }
}

extension TransportError {
    /// Converts any error that a transport throws. Only `TransportError` can report that nothing was sent; other
    /// errors' texts are not shown, since they may hold the URL.
    init(judging error: any Error) {
        if let error = error as? TransportError {
            self = error
        } else if error is CancellationError || Task.isCancelled {
            self.init(.cancelled, "cancelled")
        } else {
            self.init(.interrupted, "the connection failed (\(type(of: error)))")
        }
    }
}

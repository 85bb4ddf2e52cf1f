/// What goes wrong with one request.
///
/// Where a fault makes no sense for an operation, it is none: a stale read of a request that writes, for instance.
public enum Fault: Hashable, Sendable {
    /// The connection ends before anything was read. Nothing is carried out.
    case dropBeforeReading
    /// The connection ends without an answer to a request that was carried out.
    case dropAfterCarryingOut
    /// Carried out; the connection ends in the middle of the answer's content.
    case truncatedAnswer
    /// Carried out; the answer is a proxy's page with status 200.
    case garbageAnswer
    /// 429 with `Retry-After` in seconds (RFC 9110 §10.2.3). Nothing is carried out.
    case tooManyRequests(retryAfter: Int)
    /// A status from 500, with iyzico's envelope (status `failure`) or with a proxy's page.
    case serverError(status: Int, carriedOut: Bool, hasEnvelope: Bool = false)
    /// Carried out, and answered when the caller has given up.
    case slow
    /// Carried out twice in a row; the answer is the second one's.
    case duplicatedDelivery
    /// Never answered, and carried out after that many later requests of the run: 1 to 3.
    case lateDelivery(after: Int)
    /// The answer shows the payout or balance as it was that many of its own changes ago: 1 to 3. A payout that is
    /// younger is not there yet.
    case staleRead(age: Int)

    /// One of each kind that a client can tell apart or that does something else to the money.
    public static let all: [Fault] = [
        .dropBeforeReading, .dropAfterCarryingOut, .truncatedAnswer, .garbageAnswer, .tooManyRequests(retryAfter: 1),
        .serverError(status: 500, carriedOut: true, hasEnvelope: true), .serverError(status: 503, carriedOut: false),
        .serverError(status: 502, carriedOut: true), .slow, .duplicatedDelivery, .lateDelivery(after: 1),
        .lateDelivery(after: 2), .lateDelivery(after: 3), .staleRead(age: 1), .staleRead(age: 2), .staleRead(age: 3),
    ]
}

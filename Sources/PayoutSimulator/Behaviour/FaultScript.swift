public import KurusRuntime

/// The faults of a run's requests.
///
/// Requests count from 0 in the order in which they arrive; one that is delivered late or twice counts once.
///
///     [2: .slow, 3: .staleRead(age: 1)]
public struct FaultScript: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// A call of an operation: its first one is number 0.
    struct Call: Hashable, Sendable {
        let operation: SimulatedOperation
        let number: Int
    }

    var byRequest: [Int: Fault]
    var byCall: [Call: Fault] = [:]

    public init(_ faults: [Int: Fault] = [:]) {
        byRequest = faults
    }

    /// Of two faults for one request the later one counts.
    public init(dictionaryLiteral elements: (Int, Fault)...) {
        byRequest = Dictionary(elements) { $1 }
    }

    /// Returns the script with a fault for one call of an operation, counted from 0. A fault by the request's number
    /// takes precedence.
    public func with(_ fault: Fault, at operation: SimulatedOperation, number: Int = 0) -> FaultScript {
        var script = self
        script.byCall[Call(operation: operation, number: number)] = fault
        return script
    }

    func fault(request: Int, _ operation: SimulatedOperation, earlierCalls: () -> Int) -> Fault? {
        if let fault = byRequest[request] { return fault }
        return byCall.isEmpty ? nil : byCall[Call(operation: operation, number: earlierCalls())]
    }
}

extension FaultScript {
    /// Whether a client can avoid paying twice.
    ///
    /// It cannot if the provider pays again for a repeated authorize and the network delivers the client's one
    /// authorize twice.
    ///
    /// - Parameter operations: The run's requests, as `SimulatedIyzico.operations` has them after it; nil before the
    ///   run, when any request with a duplicated delivery counts as an authorize.
    public func isSurvivable(with behaviour: SimulatedBehaviour, operations: [SimulatedOperation]? = nil) -> Bool {
        guard behaviour.repeatedAuthorize == .paysAgain else { return true }
        let duplicatedCalls = byCall.filter { $0.value == .duplicatedDelivery }.map(\.key.operation)
        let duplicatedRequests = byRequest.filter { $0.value == .duplicatedDelivery }.map { number, _ in
            guard let operations else { return SimulatedOperation.authorize }
            return operations.indices.contains(number) ? operations[number] : .unknown
        }
        return !(duplicatedCalls + duplicatedRequests).contains(.authorize)
    }
}

/// The fault of one request.
///
/// A fault that makes no sense for an operation, such as a stale read of a write, has no effect.
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
    /// Carried out, and answered after the caller has given up.
    case slow
    /// Carried out twice in a row; the second answer is returned.
    case duplicatedDelivery
    /// Never answered, and carried out after this many later requests of the run: 1 to 3.
    case lateDelivery(after: Int)
    /// The answer shows the payout or balance as it was this many of its own changes ago: 1 to 3. A younger payout is
    /// missing.
    case staleRead(age: Int)

    /// One of each kind that a client can distinguish or that affects money differently.
    public static let all: [Fault] = [
        .dropBeforeReading, .dropAfterCarryingOut, .truncatedAnswer, .garbageAnswer, .tooManyRequests(retryAfter: 1),
        .serverError(status: 500, carriedOut: true, hasEnvelope: true), .serverError(status: 503, carriedOut: false),
        .serverError(status: 502, carriedOut: true), .slow, .duplicatedDelivery, .lateDelivery(after: 1),
        .lateDelivery(after: 2), .lateDelivery(after: 3), .staleRead(age: 1), .staleRead(age: 2), .staleRead(age: 3),
    ]
}

/// The delivery to the caller of a request.
public enum Delivery: Hashable, Sendable {
    case answer(HTTPResponse)
    /// The answer's head and half of its content; then the connection ends.
    case truncated(HTTPResponse)
    /// The connection ends without a byte.
    case dropped
    /// Nothing until the caller has given up; then the answer, if there is one and the caller still listens.
    case tooLate(HTTPResponse?)
}

/// The operation of a request to the simulated iyzico, by its path.
public enum SimulatedOperation: Hashable, Sendable, CaseIterable {
    case initialize
    case authorize
    case cancel
    case retrieve
    case getItem
    case getBalance
    /// No operation of the pages.
    case unknown

    init(_ request: HTTPRequest) {
        let path = request.target.prefix { $0 != "?" }.split(separator: "/").drop { $0 != "payout" }.dropFirst()
        switch (path.first, path.count) {
        case ("init", 1): self = .initialize
        case ("auth", 1): self = .authorize
        case ("cancel", 2): self = .cancel
        case ("retrieve", 1): self = .retrieve
        case ("retrieve", 3): self = .getItem
        case ("balance", 1): self = .getBalance
        default: self = .unknown
        }
    }
}

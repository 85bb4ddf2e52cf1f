/// Which requests of a run go wrong, and how.
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

    /// Of two faults for one request the later one stays.
    public init(dictionaryLiteral elements: (Int, Fault)...) {
        byRequest = Dictionary(elements) { $1 }
    }

    /// The script with a fault for one call of an operation, the first being number 0. A fault by the request's number
    /// goes before it.
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
    /// Whether a client can come through without paying twice.
    ///
    /// It cannot where the provider pays again for a repeated authorize, and the network delivers the one authorize that
    /// the client sent twice.
    ///
    /// - Parameter operations: The run's requests, as `SimulatedIyzico.operations` has them after it; nil before the run,
    ///   when any request with a duplicated delivery is taken to be an authorize.
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

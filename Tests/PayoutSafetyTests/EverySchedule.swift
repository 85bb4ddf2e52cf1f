import PayoutSimulator

/// The faults that one request can meet, one of each kind that does something else to what happens at the provider or to
/// what the caller learns.
enum RequestFaults {
    /// For a read, whether it was carried out makes no difference but one step of time.
    static let reads: [Fault] = [
        .dropBeforeReading, .garbageAnswer, .serverError(status: 500, carriedOut: true, hasEnvelope: true),
        .tooManyRequests(retryAfter: 1), .staleRead(age: 1), .staleRead(age: 2), .staleRead(age: 3),
    ]

    static let writes: [Fault] = [
        .dropBeforeReading, .dropAfterCarryingOut, .garbageAnswer, .tooManyRequests(retryAfter: 1),
        .serverError(status: 500, carriedOut: true, hasEnvelope: true), .serverError(status: 503, carriedOut: false),
        .duplicatedDelivery, .lateDelivery(after: 1), .lateDelivery(after: 2), .lateDelivery(after: 3),
    ]

    static func all(for operation: SimulatedOperation) -> [Fault] {
        switch operation {
        case .initialize, .authorize, .cancel: writes
        default: reads
        }
    }
}

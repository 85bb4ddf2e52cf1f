import IyzicoMassPayoutAPI
import KurusRuntime

// Steps 2 and 3: until the provider has the payout and its requestId is known.
extension PayoutRun {
    /// The request that the payout is to be; nil when it is followed from here on.
    mutating func initialized() async throws(PayoutError) -> PayoutRequest? {
        if let request = state.initialized { return request }
        guard let order else { throw failure(.orderNeeded) }
        if state.initializations == 0 {
            if try await isFollowedInstead() { return nil }
        } else if try await isFoundBeyondInitial() {
            return nil
        }
        return try await initialize(order)
    }

    /// Looks for a payout that this journal never started.
    private mutating func isFollowedInstead() async throws(PayoutError) -> Bool {
        let found: PayoutSnapshot
        do {
            found = try await snapshot(.externalID(state.payout.id))
        } catch {
            guard error.saysThereIsNone else { throw failure(.notInitialized(error)) }
            return false
        }
        if found.status.isInitial { throw failure(.startedElsewhere) }
        try record(.following)
        return true
    }

    /// After an initialize whose outcome is not known: only what somebody else authorized keeps it from being repeated.
    private mutating func isFoundBeyondInitial() async throws(PayoutError) -> Bool {
        guard let found = try? await snapshot(.externalID(state.payout.id)) else { return false }
        if found.status.isInitial {
            if let id = found.requestID { try record(.initialized(requestID: id, refusedItems: found.refusedIDs)) }
            return false
        }
        try record(.following)
        return true
    }

    /// Sends it until it is answered, reading back in between. It moves no money, so that repeating it is safe whatever a
    /// repeated one does.
    private mutating func initialize(_ order: MassPayout) async throws(PayoutError) -> PayoutRequest? {
        var pauses = PayoutFollower(payouts, patience: payouts.settings.patience)
        var last: APIError?
        for attempt in 1...max(1, payouts.settings.initializations) {
            if attempt > 1 {
                guard await pauses.pause() else { break }
            }
            tell(.initializing(attempt: attempt))
            last = try await sendInitialize(order)
            if let request = state.initialized { return request }
            if try await isFoundBeyondInitial() { return nil }
            if let request = state.initialized { return request }
            if let last { try stopIfCertain(last) }
        }
        throw failure(Task.isCancelled ? .interrupted : .notInitialized(last.map { .api($0) } ?? .noPayout))
    }

    /// - Returns: what kept it from being answered; nil also where the answer names no request.
    private mutating func sendInitialize(_ order: MassPayout) async throws(PayoutError) -> APIError? {
        try record(.initializing)
        let response: MassPayoutInitializeResponse
        do throws(APIError) {
            response = try await payouts.operations.initialize(locale: payouts.settings.locale, body: order.request)
        } catch {
            return error
        }
        guard let id = response.requestId, !id.isEmpty else { return nil }
        refusedItems = RefusedItem.list(response)
        try record(.initialized(requestID: id, refusedItems: refusedItems.compactMap(\.itemID)))
        tell(.initialized(requestID: id, refusedItems: refusedItems.count))
        return nil
    }

    /// What need not be tried again: nothing left this machine, or the provider said no.
    private func stopIfCertain(_ error: APIError) throws(PayoutError) {
        switch error {
        case .notSent: throw failure(.notInitialized(.api(error)))
        case .refused(let refusal):
            let items = refusal.read(MassPayoutInitializeResponse.self).map { RefusedItem.list($0) }
            throw failure(.refused(refusal, items: items ?? []))
        default: break
        }
    }
}

extension RefusedItem {
    static func list(_ response: MassPayoutInitializeResponse) -> [RefusedItem] {
        (response.invalidItems ?? []).map {
            RefusedItem(itemID: $0.externalId, errorCode: $0.errorCode?.text, message: $0.errorMessage)
        }
    }
}

extension MassPayoutErrorCode {
    /// The code, whether it came as a string or as a number.
    var text: String {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .unrecognized(let value): "\(value)"
        }
    }
}

extension PayoutReadError {
    /// Whether a provider that was never asked to make the payout says that there is none. Failures of keys, limits and
    /// the provider's own say nothing of it.
    var saysThereIsNone: Bool {
        switch self {
        case .noPayout: true
        case .api(.refused(let refusal)): refusal.saysThereIsNone
        default: false
        }
    }
}

extension Refusal {
    /// Codes that iyzico's services use for signatures, keys and the request limit.
    private static let codesOfOtherFailures: Set<String> = ["1000", "1001", "1007", "1009", "50000"]

    fileprivate var saysThereIsNone: Bool {
        guard status < 500, ![401, 403, 408, 429].contains(status) else { return false }
        let code = read(MassPayoutRetrieveResponse.self)?.errorCode?.text
        return !Self.codesOfOtherFailures.contains(code ?? "")
    }
}

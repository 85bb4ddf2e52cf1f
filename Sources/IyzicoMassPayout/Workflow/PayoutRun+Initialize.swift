import IyzicoMassPayoutAPI
import KurusRuntime

// Steps 2 and 3 of `MassPayouts`: until the provider has the payout and its requestId is known.
extension PayoutRun {
    /// Returns the payout's request; nil when it is only followed from here on.
    mutating func initialized() async throws(PayoutError) -> PayoutRequest? {
        if let request = state.initialized { return request }
        if state.initializations == 0 {
            if try await isFollowedInstead() { return nil }
        } else {
            switch try await findInitialized() {
            case .nothing: break
            case .request(let request): return request
            case .followed: return nil
            }
        }
        guard let order else { throw failure(.orderNeeded) }
        return try await initialize(order)
    }

    /// Looks for a payout that this journal never started or cannot have started.
    private mutating func isFollowedInstead() async throws(PayoutError) -> Bool {
        switch await reading(.externalID(state.payout.id)) {
        case .success(let found):
            guard found.stage != .unknown else { throw failure(.notInitialized(.noPayout)) }
            if !state.isStartedElsewhere { try await record(.startedElsewhere) }
            guard found.stage == .beyond else {
                throw failure(.startedElsewhere(initializations: state.initializations))
            }
            try await record(.following(requestID: found.requestID))
            return true
        case .failure(let error):
            // A payout that was seen once exists, even if an older answer lacks it.
            if state.isStartedElsewhere { throw failure(.startedElsewhere(initializations: state.initializations)) }
            guard error.saysThereIsNone else { throw failure(.notInitialized(error)) }
            return false
        }
    }

    /// The finding after an initialize with an unknown outcome.
    private enum Found {
        case nothing
        /// Its items have its requestId, which is recorded.
        case request(PayoutRequest)
        /// Another party authorized it, which is recorded.
        case followed
    }

    private mutating func findInitialized() async throws(PayoutError) -> Found {
        guard case .success(let found) = await reading(.externalID(state.payout.id)) else { return .nothing }
        switch found.stage {
        case .unknown: return .nothing
        case .beyond:
            try await record(.following(requestID: found.requestID))
            return .followed
        case .initial:
            guard let id = found.requestID else { return .nothing }
            try await record(.initialized(requestID: id, refusedItems: found.refusedIDs))
            return .request(PayoutRequest(id: id, refusedItems: Set(found.refusedIDs)))
        }
    }

    /// Sends initialize until it is answered, reading back in between. It moves no money, so repeating it is safe
    /// whatever its effect.
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
            try await forgetIfNotDone(last)
            switch try await findInitialized() {
            case .nothing: break
            case .request(let request): return request
            case .followed: return nil
            }
            if let refusal = last.flatMap(\.certainRefusal) { throw self.refused(refusal) }
        }
        throw failure(Task.isCancelled ? .interrupted : .notInitialized(last.map { .api($0) } ?? .noPayout))
    }

    /// - Returns: The error; nil for an answer, also for one without a request.
    private mutating func sendInitialize(_ order: MassPayout) async throws(PayoutError) -> APIError? {
        try await record(.initializing)
        let response: MassPayoutInitializeResponse
        do throws(APIError) {
            response = try await payouts.operations.initialize(locale: payouts.settings.locale, body: order.request)
        } catch {
            return error
        }
        guard let id = response.requestId, !id.isEmpty else { return nil }
        refusedItems = RefusedItem.list(response)
        try await record(.initialized(requestID: id, refusedItems: refusedItems.compactMap(\.itemID)))
        tell(.initialized(requestID: id, refusedItems: refusedItems.count))
        return nil
    }

    /// Takes back the count of an attempt that was certainly not carried out. Without any other attempt, a payout of
    /// this id at the provider counts as another party's. An initialize that the network delivered twice is refused in
    /// the same way; its payout is then never authorized, and `startedElsewhere` explains how to clear it.
    private mutating func forgetIfNotDone(_ error: APIError?) async throws(PayoutError) {
        switch error {
        case .notSent(let reason)?:
            try await record(.notInitialized)
            throw failure(.notInitialized(.api(.notSent(reason))))
        case .refused(let refusal)?:
            try await record(.notInitialized)
            // If another attempt is unknown, the refusal may be for the repeated externalId.
            guard state.initializations > 0 else { throw refused(refusal) }
        default: break
        }
    }

    private func refused(_ refusal: Refusal) -> PayoutError {
        let items = refusal.read(MassPayoutInitializeResponse.self).map { RefusedItem.list($0) }
        return failure(.refused(refusal, items: items ?? []))
    }
}

extension APIError {
    /// The refusal of a write.
    fileprivate var certainRefusal: Refusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
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
    /// The code, sent as a string or a number.
    package var text: String {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .unrecognized(let value): "\(value)"
        }
    }
}

extension PayoutReadError {
    /// Whether a provider that was never asked to create the payout reports that it does not exist. Failures of keys,
    /// limits and the provider itself do not count.
    var saysThereIsNone: Bool {
        switch self {
        case .noPayout: true
        case .api(.refused(let refusal)): refusal.saysThereIsNone
        default: false
        }
    }
}

extension Refusal {
    fileprivate var saysThereIsNone: Bool {
        guard status < 500, ![401, 403, 408, 429].contains(status) else { return false }
        return IyzicoFailure(self)?.code?.isAboutTheCaller != true
    }
}

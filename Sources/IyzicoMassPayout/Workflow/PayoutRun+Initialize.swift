import IyzicoMassPayoutAPI
import KurusRuntime

// Steps 2 and 3: until the provider has the payout and its requestId is known.
extension PayoutRun {
    /// The request that the payout is to be; nil when it is followed from here on.
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

    /// Looks for a payout that this journal never started, or cannot have.
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
            // What was seen once is there, even where an older answer lacks it.
            if state.isStartedElsewhere { throw failure(.startedElsewhere(initializations: state.initializations)) }
            guard error.saysThereIsNone else { throw failure(.notInitialized(error)) }
            return false
        }
    }

    /// What there is after an initialize whose outcome is not known.
    private enum Found {
        case nothing
        /// Its requestId is told by its items; it is recorded.
        case request(PayoutRequest)
        /// Somebody else authorized it; that is recorded.
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

    /// - Returns: what kept it from being answered; nil also where the answer names no request.
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

    /// An attempt that was not carried out is not counted as one that may have been; where no other is, what the provider
    /// has under this id is taken to be somebody else's. An initialize that the network delivered twice is refused so,
    /// too: its payout is then never authorized, and `startedElsewhere` says how to clear it.
    private mutating func forgetIfNotDone(_ error: APIError?) async throws(PayoutError) {
        switch error {
        case .notSent(let reason)?:
            try await record(.notInitialized)
            throw failure(.notInitialized(.api(.notSent(reason))))
        case .refused(let refusal)?:
            try await record(.notInitialized)
            // With another attempt unknown, its repeated externalId may be what is refused.
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
    /// What a write was refused with.
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
    /// The code, whether it came as a string or as a number.
    package var text: String {
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
    fileprivate var saysThereIsNone: Bool {
        guard status < 500, ![401, 403, 408, 429].contains(status) else { return false }
        return IyzicoFailure(self)?.code?.isAboutTheCaller != true
    }
}

import IyzicoMassPayoutAPI
import KurusRuntime
import Synchronization

/// A worker's access to the provider, which pauses before each request.
struct SteeredOperations: IyzicoMassPayoutOperations {
    let worker: Int
    let world: SteeredWorld

    func initialize(
        locale: LocaleQuery, body: MassPayoutInitializeRequest
    ) async throws(APIError) -> MassPayoutInitializeResponse {
        guard case .initialized(let response) = try await answer(.initialize(locale, body)) else { throw .cancelled }
        return response
    }

    func authorize(locale: LocaleQuery, body: MassPayoutAuthRequest) async throws(APIError) -> MassPayoutAuthResponse {
        guard case .done(let response) = try await answer(.authorize(locale, body)) else { throw .cancelled }
        return response
    }

    func cancel(requestId: String, locale: LocaleQuery) async throws(APIError) -> MassPayoutAuthResponse {
        guard case .done(let response) = try await answer(.cancel(locale, requestID: requestId)) else {
            throw .cancelled
        }
        return response
    }

    func retrieve(
        locale: LocaleQuery, body: MassPayoutRetrieveRequest
    ) async throws(APIError) -> MassPayoutRetrieveResponse {
        guard case .retrieved(let response) = try await answer(.retrieve(locale, body)) else { throw .cancelled }
        return response
    }

    func getBalance(locale: LocaleQuery) async throws(APIError) -> MassPayoutBalanceResponse {
        throw .cancelled
    }

    func getItem(referenceCode: String, locale: LocaleQuery) async throws(APIError) -> MassPayoutItemRetrieveResponse {
        throw .cancelled
    }

    private func answer(_ call: ProviderCall) async throws(APIError) -> ProviderCall.Answer {
        let result: Result<ProviderCall.Answer, APIError>
        switch await world.stand(worker, before: .request(call.operation), sending: call) {
        case .go: result = await world.carryOut(call, for: worker)
        case .meet(let fault):
            result = await world.carryOut(call, meeting: fault, for: worker)
            if fault == .late { world.state.withLock { $0.send(.request(call), from: worker) } }
        case .die: throw .notSent(NotSent(operation: "\(call.operation)", reason: "the worker has crashed"))
        }
        return try result.get()
    }
}

import HTTPTestSupport
import IyzicoMassPayoutAPI
import KurusRuntime

/// A provider before whose reads a test does something.
struct InterposedOperations: IyzicoMassPayoutOperations {
    private let base: any IyzicoMassPayoutOperations
    private let beforeRetrieve: @Sendable (MassPayoutRetrieveRequest) async -> Void

    init(
        _ base: any IyzicoMassPayoutOperations,
        beforeRetrieve: @escaping @Sendable (MassPayoutRetrieveRequest) async -> Void
    ) {
        self.base = base
        self.beforeRetrieve = beforeRetrieve
    }

    func initialize(
        locale: LocaleQuery, body: MassPayoutInitializeRequest
    ) async throws(APIError) -> MassPayoutInitializeResponse {
        try await base.initialize(locale: locale, body: body)
    }

    func authorize(locale: LocaleQuery, body: MassPayoutAuthRequest) async throws(APIError) -> MassPayoutAuthResponse {
        try await base.authorize(locale: locale, body: body)
    }

    func cancel(requestId: String, locale: LocaleQuery) async throws(APIError) -> MassPayoutAuthResponse {
        try await base.cancel(requestId: requestId, locale: locale)
    }

    func retrieve(
        locale: LocaleQuery, body: MassPayoutRetrieveRequest
    ) async throws(APIError) -> MassPayoutRetrieveResponse {
        await beforeRetrieve(body)
        return try await base.retrieve(locale: locale, body: body)
    }

    func getBalance(locale: LocaleQuery) async throws(APIError) -> MassPayoutBalanceResponse {
        try await base.getBalance(locale: locale)
    }

    func getItem(referenceCode: String, locale: LocaleQuery) async throws(APIError) -> MassPayoutItemRetrieveResponse {
        try await base.getItem(referenceCode: referenceCode, locale: locale)
    }
}

/// A clock for workflows that sleep.
enum ManualTestClock {
    static var passing: ManualClock { ManualClock(passesSleep: true) }
}

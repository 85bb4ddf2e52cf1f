import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime

/// Counts what the provider refuses, by operation and code, in a journal that keeps counts.
struct CountedRefusals: IyzicoMassPayoutOperations {
    private let operations: any IyzicoMassPayoutOperations
    private let journal: (any ObservedJournal)?

    init(_ operations: any IyzicoMassPayoutOperations, in journal: any PayoutJournal) {
        self.operations = operations
        self.journal = journal as? any ObservedJournal
    }

    func initialize(
        locale: LocaleQuery, body: MassPayoutInitializeRequest
    ) async throws(APIError) -> MassPayoutInitializeResponse {
        let response = try await counted("initialize") { () async throws(APIError) in
            try await operations.initialize(locale: locale, body: body)
        }
        for item in response.invalidItems ?? [] {
            await journal?.count(CountedRefusal(operation: "item", code: item.errorCode?.text))
        }
        return response
    }

    func authorize(
        locale: LocaleQuery, body: MassPayoutAuthRequest
    ) async throws(APIError) -> MassPayoutAuthResponse {
        try await counted("authorize") { () async throws(APIError) in
            try await operations.authorize(locale: locale, body: body)
        }
    }

    func cancel(requestId: String, locale: LocaleQuery) async throws(APIError) -> MassPayoutAuthResponse {
        try await counted("cancel") { () async throws(APIError) in
            try await operations.cancel(requestId: requestId, locale: locale)
        }
    }

    func getBalance(locale: LocaleQuery) async throws(APIError) -> MassPayoutBalanceResponse {
        try await counted("getBalance") { () async throws(APIError) in
            try await operations.getBalance(locale: locale)
        }
    }

    func retrieve(
        locale: LocaleQuery, body: MassPayoutRetrieveRequest
    ) async throws(APIError) -> MassPayoutRetrieveResponse {
        try await counted("retrieve") { () async throws(APIError) in
            try await operations.retrieve(locale: locale, body: body)
        }
    }

    func getItem(
        referenceCode: String, locale: LocaleQuery
    ) async throws(APIError) -> MassPayoutItemRetrieveResponse {
        try await counted("getItem") { () async throws(APIError) in
            try await operations.getItem(referenceCode: referenceCode, locale: locale)
        }
    }

    private func counted<Answer>(
        _ operation: String, _ call: () async throws(APIError) -> Answer
    ) async throws(APIError) -> Answer {
        do throws(APIError) {
            return try await call()
        } catch {
            if let journal, case .refused(let refusal) = error {
                let code = IyzicoFailure(refusal)?.code?.rawValue
                await journal.count(CountedRefusal(operation: operation, code: code))
            }
            throw error
        }
    }
}

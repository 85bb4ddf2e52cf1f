import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime

/// The provider's operations as a run calls them.
///
/// Refusals are counted by operation and code in a journal that keeps counts. A call that changes something is finished
/// even if its task is cancelled, so that the run learns whether a payment was authorized; once the task is cancelled,
/// none is begun.
struct RunOperations: IyzicoMassPayoutOperations {
    private let operations: any IyzicoMassPayoutOperations
    private let journal: (any ObservedJournal)?
    private let authorized: @Sendable (String) -> Void

    /// - Parameter authorized: Called with the requestId of each authorization that the provider confirms.
    init(
        _ operations: any IyzicoMassPayoutOperations, in journal: any PayoutJournal,
        authorized: @escaping @Sendable (String) -> Void
    ) {
        self.operations = operations
        self.journal = journal as? any ObservedJournal
        self.authorized = authorized
    }

    func initialize(
        locale: LocaleQuery, body: MassPayoutInitializeRequest
    ) async throws(APIError) -> MassPayoutInitializeResponse {
        try await finished("initialize") { () async throws(APIError) in
            let response = try await operations.initialize(locale: locale, body: body)
            for item in response.invalidItems ?? [] {
                await journal?.count(CountedRefusal(operation: "item", code: item.errorCode?.text))
            }
            return response
        }
    }

    func authorize(
        locale: LocaleQuery, body: MassPayoutAuthRequest
    ) async throws(APIError) -> MassPayoutAuthResponse {
        let answer = try await finished("authorize") { () async throws(APIError) in
            try await operations.authorize(locale: locale, body: body)
        }
        authorized(body.requestId)
        return answer
    }

    func cancel(requestId: String, locale: LocaleQuery) async throws(APIError) -> MassPayoutAuthResponse {
        try await finished("cancel") { () async throws(APIError) in
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

    private func finished<Answer: Sendable>(
        _ operation: String, _ write: @escaping @Sendable () async throws(APIError) -> Answer
    ) async throws(APIError) -> Answer {
        if Task.isCancelled { throw .notSent(NotSent(operation: operation, reason: "the run was stopped")) }
        let task = Task { () async -> Result<Answer, APIError> in
            do throws(APIError) {
                return .success(try await counted(operation, write))
            } catch {
                return .failure(error)
            }
        }
        return try await task.value.get()
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

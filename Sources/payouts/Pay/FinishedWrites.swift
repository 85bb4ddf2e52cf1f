import IyzicoMassPayoutAPI
import KurusRuntime

/// Lets what changes something at the provider come to its answer although its task is cancelled: whether a payment was
/// authorized is known then. Nothing is begun once the task is cancelled.
struct FinishedWrites: IyzicoMassPayoutOperations {
    private let operations: any IyzicoMassPayoutOperations

    private let authorized: @Sendable (String) -> Void

    /// - Parameter authorized: Told the requestId of what the provider says that it authorized.
    init(_ operations: any IyzicoMassPayoutOperations, authorized: @escaping @Sendable (String) -> Void) {
        self.operations = operations
        self.authorized = authorized
    }

    func initialize(
        locale: LocaleQuery, body: MassPayoutInitializeRequest
    ) async throws(APIError) -> MassPayoutInitializeResponse {
        try await finished("initialize") { [operations] () async throws(APIError) in
            try await operations.initialize(locale: locale, body: body)
        }
    }

    func authorize(
        locale: LocaleQuery, body: MassPayoutAuthRequest
    ) async throws(APIError) -> MassPayoutAuthResponse {
        let answer = try await finished("authorize") { [operations] () async throws(APIError) in
            try await operations.authorize(locale: locale, body: body)
        }
        authorized(body.requestId)
        return answer
    }

    func cancel(requestId: String, locale: LocaleQuery) async throws(APIError) -> MassPayoutAuthResponse {
        try await finished("cancel") { [operations] () async throws(APIError) in
            try await operations.cancel(requestId: requestId, locale: locale)
        }
    }

    func getBalance(locale: LocaleQuery) async throws(APIError) -> MassPayoutBalanceResponse {
        try await operations.getBalance(locale: locale)
    }

    func retrieve(
        locale: LocaleQuery, body: MassPayoutRetrieveRequest
    ) async throws(APIError) -> MassPayoutRetrieveResponse {
        try await operations.retrieve(locale: locale, body: body)
    }

    func getItem(
        referenceCode: String, locale: LocaleQuery
    ) async throws(APIError) -> MassPayoutItemRetrieveResponse {
        try await operations.getItem(referenceCode: referenceCode, locale: locale)
    }

    private func finished<Answer: Sendable>(
        _ operation: String, _ write: @escaping @Sendable () async throws(APIError) -> Answer
    ) async throws(APIError) -> Answer {
        if Task.isCancelled { throw .notSent(NotSent(operation: operation, reason: "the run was stopped")) }
        let task = Task { () async -> Result<Answer, APIError> in
            do throws(APIError) {
                return .success(try await write())
            } catch {
                return .failure(error)
            }
        }
        return try await task.value.get()
    }
}

import IyzicoMassPayoutAPI
import KurusRuntime
import Synchronization

/// The simulated provider with answers that a test changes, and a note of every call.
final class TamperedOperations: IyzicoMassPayoutOperations {
    typealias Retrieval =
        @Sendable (MassPayoutRetrieveRequest, MassPayoutRetrieveResponse) -> MassPayoutRetrieveResponse

    private let base: any IyzicoMassPayoutOperations
    private let called = Mutex<[String]>([])
    private let retrieval: Retrieval
    private let failures: Mutex<[String: [APIError]]>

    /// - Parameters:
    ///   - failures: Thrown, in order, by an operation's calls in place of calling it.
    ///   - retrieval: Changes an answer to retrieve.
    init(
        _ base: any IyzicoMassPayoutOperations, failures: [String: [APIError]] = [:],
        retrieval: @escaping Retrieval = { $1 }
    ) {
        self.base = base
        self.failures = Mutex(failures)
        self.retrieval = retrieval
    }

    /// The operations called, in order.
    var calls: [String] { called.withLock { $0 } }

    /// Those that change something.
    var writes: [String] { calls.filter { $0 != "retrieve" } }

    private func call(_ operation: String) throws(APIError) {
        called.withLock { $0.append(operation) }
        let failure = failures.withLock { failures in
            failures[operation]?.isEmpty == false ? failures[operation]?.removeFirst() : nil
        }
        if let failure { throw failure }
    }

    func initialize(
        locale: LocaleQuery, body: MassPayoutInitializeRequest
    ) async throws(APIError) -> MassPayoutInitializeResponse {
        try call("initialize")
        return try await base.initialize(locale: locale, body: body)
    }

    func authorize(locale: LocaleQuery, body: MassPayoutAuthRequest) async throws(APIError) -> MassPayoutAuthResponse {
        try call("authorize")
        return try await base.authorize(locale: locale, body: body)
    }

    func cancel(requestId: String, locale: LocaleQuery) async throws(APIError) -> MassPayoutAuthResponse {
        try call("cancel")
        return try await base.cancel(requestId: requestId, locale: locale)
    }

    func retrieve(
        locale: LocaleQuery, body: MassPayoutRetrieveRequest
    ) async throws(APIError) -> MassPayoutRetrieveResponse {
        try call("retrieve")
        return retrieval(body, try await base.retrieve(locale: locale, body: body))
    }

    func getBalance(locale: LocaleQuery) async throws(APIError) -> MassPayoutBalanceResponse {
        try await base.getBalance(locale: locale)
    }

    func getItem(referenceCode: String, locale: LocaleQuery) async throws(APIError) -> MassPayoutItemRetrieveResponse {
        try await base.getItem(referenceCode: referenceCode, locale: locale)
    }
}

import IyzicoMassPayoutAPI
import KurusRuntime
import Synchronization

/// Answers retrieve by a rule, and notes what was asked for.
final class PagedOperations: IyzicoMassPayoutOperations {
    struct Call: Hashable, Sendable {
        let type: String
        let page: Int
        let size: Int
    }

    private let asked = Mutex<[Call]>([])
    private let answer: @Sendable (Call, Int) -> MassPayoutRetrieveResponse

    /// - Parameter answer: Returns the answer to a call, given the number of calls before it.
    init(_ answer: @escaping @Sendable (Call, Int) -> MassPayoutRetrieveResponse) {
        self.answer = answer
    }

    var calls: [Call] { asked.withLock { $0 } }

    func retrieve(
        locale: LocaleQuery, body: MassPayoutRetrieveRequest
    ) async throws(APIError) -> MassPayoutRetrieveResponse {
        let call = Call(type: body.itemType?.rawValue ?? "none", page: body.page, size: body.size)
        let number = asked.withLock { asked in
            asked.append(call)
            return asked.count - 1
        }
        return answer(call, number)
    }

    func initialize(
        locale: LocaleQuery, body: MassPayoutInitializeRequest
    ) async throws(APIError) -> MassPayoutInitializeResponse { throw .cancelled }
    func authorize(locale: LocaleQuery, body: MassPayoutAuthRequest) async throws(APIError) -> MassPayoutAuthResponse {
        throw .cancelled
    }
    func cancel(requestId: String, locale: LocaleQuery) async throws(APIError) -> MassPayoutAuthResponse {
        throw .cancelled
    }
    func getBalance(locale: LocaleQuery) async throws(APIError) -> MassPayoutBalanceResponse { throw .cancelled }
    func getItem(referenceCode: String, locale: LocaleQuery) async throws(APIError) -> MassPayoutItemRetrieveResponse {
        throw .cancelled
    }
}

extension MassPayoutRetrieveResponse {
    static func page(
        _ ids: [String], page: Int? = nil, size: Int? = nil, total: Int? = nil, inside: Bool = false,
        status: MassPayoutSummary.MassPayoutStatus = .inProgress,
        item: MassPayoutItemDetail.ItemStatus = .processing
    ) -> MassPayoutRetrieveResponse {
        let items = ids.map { MassPayoutItemDetail(itemExternalId: $0, referenceCode: "ref \($0)", itemStatus: item) }
        let summary = MassPayoutSummary(externalId: "p", massPayoutStatus: status)
        return inside
            ? MassPayoutRetrieveResponse(
                massPayout: summary,
                massPayoutItems: MassPayoutItemsPage(items: items, page: page, size: size, total: total))
            : MassPayoutRetrieveResponse(
                massPayout: summary, massPayoutItems: MassPayoutItemsPage(items: items), page: page, size: size,
                total: total)
    }
}

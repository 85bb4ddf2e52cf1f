import IyzicoMassPayoutAPI
import KurusRuntime

/// Walks the pages of a payout's items: the accepted ones, then the refused ones, each from page 0.
///
/// Where page, size and total stand is not certain (beside the items in the schema, among them in the guide's sample),
/// so both places are read. Whether a provider may answer with smaller pages than were asked for is not documented, so a
/// short page ends the walk only where no total is given.
struct PageCursor: Sendable {
    private let operations: any IyzicoMassPayoutOperations
    private let reference: PayoutReference
    private let locale: LocaleQuery
    private let size: Int
    private var types: ArraySlice<MassPayoutRetrieveRequest.ItemType> = [.valid, .invalid]
    private var page = 0
    /// How many items of the type at hand came.
    private var count = 0
    private var seen: Set<ItemKey> = []
    /// What the page before called itself, where it did.
    private var lastNumber: Int?

    /// Far beyond any payout, for answers that never end.
    private static let mostPages = 100_000

    /// What tells items apart; those without any id are all kept.
    private enum ItemKey: Hashable {
        case reference(String)
        case external(String)
    }

    struct Page: Sendable {
        let payout: MassPayoutSummary
        let type: MassPayoutRetrieveRequest.ItemType
        let items: [MassPayoutItemDetail]
    }

    init(
        _ operations: any IyzicoMassPayoutOperations, _ reference: PayoutReference, pageSize: Int, locale: LocaleQuery
    ) {
        self.operations = operations
        self.reference = reference
        self.locale = locale
        size = max(1, pageSize)
    }

    /// The next page, nil after the last.
    mutating func next() async throws(PayoutReadError) -> Page? {
        guard let type = types.first else { return nil }
        let response = try await retrieve(type)
        guard let payout = response.massPayout else { throw .noPayout }
        let items = response.massPayoutItems?.items ?? []
        // Repeats on one page stay: what is there twice has to be seen to be there twice.
        let fresh = items.filter { item in Self.key(of: item).map { !seen.contains($0) } ?? true }
        seen.formUnion(items.compactMap { Self.key(of: $0) })
        count += fresh.count
        try advance(response, items.count, fresh.count)
        return Page(payout: payout, type: type, items: fresh)
    }

    private func retrieve(
        _ type: MassPayoutRetrieveRequest.ItemType
    ) async throws(PayoutReadError) -> MassPayoutRetrieveResponse {
        do throws(APIError) {
            return try await operations.retrieve(
                locale: locale, body: reference.request(page: page, size: size, type))
        } catch {
            throw .api(error)
        }
    }

    private static func key(of item: MassPayoutItemDetail) -> ItemKey? {
        item.referenceCode.map { .reference($0) } ?? item.itemExternalId.map { .external($0) }
    }

    private mutating func advance(
        _ response: MassPayoutRetrieveResponse, _ count: Int, _ fresh: Int
    ) throws(PayoutReadError) {
        let total = response.total ?? response.massPayoutItems?.total
        let size = response.size ?? response.massPayoutItems?.size ?? size
        let number = response.page ?? response.massPayoutItems?.page
        defer { lastNumber = number }
        let isLast = count == 0 || total.map { self.count >= $0 } ?? (count < size)
        // A provider that does not know itemType gives the same items for both types.
        if isLast || (fresh == 0 && page == 0 && types.count == 1) {
            types = types.dropFirst()
            (page, self.count) = (0, 0)
        } else if fresh == 0 || page >= Self.mostPages || (page > 0 && number != nil && number == lastNumber) {
            throw .pagesRepeat(page: page)
        } else {
            page += 1
        }
    }
}

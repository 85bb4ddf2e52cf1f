public import IyzicoMassPayoutAPI
import KurusRuntime

/// The items of a payout, read page by page on demand: accepted ones, then refused ones.
///
/// Throws `PayoutReadError`. Nothing is read before the first item is requested, and every iteration reads again.
public struct PayoutItems: AsyncSequence, Sendable {
    public typealias Element = MassPayoutItemDetail
    public typealias Failure = PayoutReadError

    let cursor: PageCursor

    public func makeAsyncIterator() -> Iterator {
        Iterator(cursor: cursor)
    }

    /// Reads the pages one after the other.
    public struct Iterator: AsyncIteratorProtocol {
        var cursor: PageCursor
        private var items: ArraySlice<MassPayoutItemDetail> = []
        private var isEnded = false

        init(cursor: PageCursor) {
            self.cursor = cursor
        }

        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(PayoutReadError) -> MassPayoutItemDetail? {
            while items.isEmpty, !isEnded {
                if let page = try await cursor.next() {
                    items = page.items[...]
                } else {
                    isEnded = true
                }
            }
            return items.popFirst()
        }
    }
}

/// Reads the pages of a payout's items: the accepted ones, then the refused ones, each from page 0.
///
/// The location of page, size and total is uncertain (beside the items in the schema, among them in the guide's
/// sample), so both are read. It is not documented whether pages may be smaller than requested, so a short page is the
/// last only if no total is given.
struct PageCursor: Sendable {
    private let operations: any IyzicoMassPayoutOperations
    private let reference: PayoutReference
    private let locale: LocaleQuery
    private let size: Int
    private var types: ArraySlice<MassPayoutRetrieveRequest.ItemType> = [.valid, .invalid]
    private var page = 0
    /// The number of items of the current type so far.
    private var count = 0
    private var seen: Set<ItemKey> = []
    /// The number of the previous page, if it had one.
    private var lastNumber: Int?

    /// A limit far beyond any payout, against answers that never end.
    private static let mostPages = 100_000

    /// The identity of an item; items without any id are all kept.
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

    /// Reads the next page; nil after the last.
    mutating func next() async throws(PayoutReadError) -> Page? {
        guard let type = types.first else { return nil }
        let response = try await retrieve(type)
        guard let payout = response.massPayout else { throw .noPayout }
        let items = response.massPayoutItems?.items ?? []
        // Repeats on one page stay, so that a double item is noticed.
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
        // A provider that ignores itemType returns the same items for both types.
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

/// Shows the payer's ids of items whole, except for ids that hold a person's account, phone or identity number, which
/// some payers use as ids.
enum ItemID {
    static func text(_ id: String) -> String {
        let parts = id.unicodeScalars.split { !($0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "+") }
        let isOfAPerson = isRecipient(id) || parts.contains { isRecipient(String($0)) }
        return isOfAPerson ? Redaction.masked(id) : id
    }

    private static func isRecipient(_ text: String) -> Bool {
        let account = IBAN.canonicalText(of: text)
        let isNumber = text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
        return IBAN.hasForm(account) && IBAN.hasValidCheckDigits(account)
            || isNumber && TurkishIdentityNumber.problem(of: text) == nil || isPhone(text)
    }

    /// A number in international form (ITU-T E.164: at most 15 digits), or a Turkish mobile number without its plus.
    private static func isPhone(_ text: String) -> Bool {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "+") }
        guard digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return false }
        if text.hasPrefix("+") { return 7...15 ~= digits.count }
        return ["5", "05", "905"].contains { text.hasPrefix($0) && digits.count == 9 + $0.utf8.count }
    }
}

/// The end of an item, in the payer's terms; the raw values are the journal's.
public enum ItemEnd: String, Hashable, Sendable, CaseIterable {
    /// SUCCESS: sent to the bank and completed.
    case paid
    /// FAILED: not paid, and its amount not yet returned to the balance ("refund pending"). It is closed, since it can
    /// no longer be paid, and it is never offered for payment again automatically.
    case failed
    /// DEPOSIT_SUCCESS: failed, and its amount and commission were returned to the balance.
    case refunded
    /// DEPOSIT_FAIL: failed, and returning its amount failed too. Ask the provider.
    case refundFailed
    /// INVALID: never accepted.
    case refused
    /// MASS_PAYOUT_CANCELED, or cancelled before it was authorized.
    case canceled
    /// Not paid because the balance did not suffice for its payout (INSUFFICIENT_BALANCE).
    case unfunded
    /// Anything else: INIT, QUEUED, PROCESSING, an undocumented status, or an item missing from the answer.
    case open

    /// Whether at most a refund can still happen.
    public var isClosed: Bool { self != .open }

    /// Whether the money may be paid in a new payout: it was not paid and is not held anywhere.
    public var isUnpaid: Bool {
        switch self {
        case .refunded, .refused, .canceled, .unfunded: true
        case .paid, .failed, .refundFailed, .open: false
        }
    }
}

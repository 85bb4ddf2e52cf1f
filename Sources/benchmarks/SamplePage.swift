import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime

/// A page of items of the operation retrieve, as text, as generated models, and as structures for Codable.
struct SamplePage {
    let items: Int

    /// The JSON text, with trailing zeros in amounts as in iyzico's samples. It is built item by item, to use no more
    /// memory than its size.
    var text: [UInt8] {
        var text = Array(#"{"status":"success","systemTime":1794900000000,"locale":"tr","massPayout":"#.utf8)
        text.reserveCapacity(items * 480 + 1024)
        text += JSONWriter.bytes(of: Self.summary)
        text += #","massPayoutItems":{"items":["#.utf8
        for index in 0..<items {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            text += JSONWriter.bytes(of: SampleItem(index))
        }
        text += #"]},"page":0,"size":\#(items),"total":\#(items)}"#.utf8
        return text
    }

    var model: MassPayoutRetrieveResponse {
        MassPayoutRetrieveResponse(
            status: .success, systemTime: 1_794_900_000_000, locale: "tr", massPayout: Self.summary,
            massPayoutItems: MassPayoutItemsPage(items: (0..<items).map { SampleItem($0).model }), page: 0, size: items,
            total: items)
    }

    var codable: CodablePage {
        let summary = CodablePage.Summary(
            externalId: Self.summary.externalId, merchantId: Self.summary.merchantId,
            totalAmount: Self.summary.totalAmount, totalSuccessfulAmount: Self.summary.totalSuccessfulAmount,
            massPayoutStatus: .completed, totalCommissionAmount: Self.summary.totalCommissionAmount,
            currency: Self.summary.currency)
        return CodablePage(
            status: .success, systemTime: 1_794_900_000_000, locale: "tr", massPayout: summary,
            massPayoutItems: CodablePage.Items(items: (0..<items).map { SampleItem($0).codable }), page: 0, size: items,
            total: items)
    }

    private static let summary = MassPayoutSummary(
        externalId: "2026-11-salaries", merchantId: 3_405_672, totalAmount: 987_654_321.5,
        totalSuccessfulAmount: 987_654_321, massPayoutStatus: .completed, totalCommissionAmount: 12345.25,
        currency: "TRY")
}

/// Checks that a page was read completely.
protocol SampleTotals {
    var sampleCount: Int { get }
    var sampleTotal: Decimal { get }
}

extension SampleTotals {
    /// - Throws: `UnexpectedPage` unless every item is there with its amount.
    func expect(items: Int) throws(UnexpectedPage) {
        guard sampleCount == items, sampleTotal == SampleItem.total(of: items) else { throw UnexpectedPage() }
    }
}

struct UnexpectedPage: Error {}

extension MassPayoutRetrieveResponse: SampleTotals {
    var sampleCount: Int { massPayoutItems?.items?.count ?? 0 }
    // Only the first and the last item are compared: adding up a page's Decimals would take longer than reading it.
    var sampleTotal: Decimal {
        (massPayoutItems?.items?.first?.totalAmount ?? 0) + (massPayoutItems?.items?.last?.totalAmount ?? 0)
    }
}

extension CodablePage: SampleTotals {
    var sampleCount: Int { massPayoutItems?.items?.count ?? 0 }
    var sampleTotal: Decimal {
        (massPayoutItems?.items?.first?.totalAmount ?? 0) + (massPayoutItems?.items?.last?.totalAmount ?? 0)
    }
}

/// A retrieved page for JSONDecoder and JSONEncoder: the members of the generated models, with synthesized Codable.
struct CodablePage: Codable {
    enum Status: String, Codable {
        case success
        case failure
    }

    struct Summary: Codable {
        var externalId: String?
        var merchantId: Int?
        var totalAmount: Decimal?
        var totalSuccessfulAmount: Decimal?
        var massPayoutStatus: PayoutStatus?
        var totalCommissionAmount: Decimal?
        var currency: String?
        var receivedDate: String?
        var completedDate: String?
        var canceledDate: String?
    }

    enum PayoutStatus: String, Codable {
        case initialized = "INIT"
        case inProgress = "IN_PROGRESS"
        case publishedToQueue = "PUBLISHED_TO_QUEUE"
        case completed = "COMPLETED"
        case fail = "FAIL"
        case insufficientBalance = "INSUFFICIENT_BALANCE"
        case canceled = "CANCELED"
        case success = "SUCCESS"
        case iyzicoInsufficientBalance = "IYZICO_INSUFFICIENT_BALANCE"
    }

    struct Items: Codable {
        var items: [Item]?
        var page: Int?
        var size: Int?
        var total: Int?
    }

    struct Item: Codable {
        var itemExternalId: String?
        var referenceCode: String?
        var recipientType: RecipientType?
        var recipientInfo: String?
        var recipientName: String?
        var description: String?
        var itemStatus: ItemStatus?
        var errorMessages: [String]?
        var totalAmount: Decimal?
        var commissionAmount: Decimal?
        var currencyCode: String?
        var errorMessage: String?
        var massPayoutRequestId: String?
    }

    enum RecipientType: String, Codable {
        case phone = "PHONE"
        case iban = "IBAN"
        case identityNumber = "IDENTITY_NUMBER"
        case memberID = "MEMBER_ID"
    }

    enum ItemStatus: String, Codable {
        case failed = "FAILED"
        case success = "SUCCESS"
        case initialized = "INIT"
        case invalid = "INVALID"
        case processing = "PROCESSING"
        case massPayoutCanceled = "MASS_PAYOUT_CANCELED"
        case queued = "QUEUED"
        case depositSuccess = "DEPOSIT_SUCCESS"
        case depositFail = "DEPOSIT_FAIL"
    }

    var status: Status?
    var systemTime: Int?
    var locale: String?
    var massPayout: Summary?
    var massPayoutItems: Items?
    var page: Int?
    var size: Int?
    var total: Int?
    var errorCode: String?
    var errorMessage: String?
    var errorGroup: String?
    var conversationId: String?
}

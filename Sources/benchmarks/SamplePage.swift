import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime

/// A page of items as retrieve answers with: as text, as the generated models, and as structures for Codable.
struct SamplePage {
    let items: Int

    /// The JSON text, amounts with the trailing zeros that iyzico's samples have. Built item by item, so that making it
    /// takes no more memory than it has.
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

/// Told apart from a page that was not read whole.
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
    // The first and the last: adding up a page's Decimals would take longer than reading it.
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

import Foundation
import SpecDiff
import SpecPipeline
import Testing

/// iyzico's Turkish pages of version 1.0.1 beside the English ones of version 1.0.0: every structural difference between
/// them is reported once, and nothing else.
@Suite struct TurkishPagesTests {
    /// A page in both languages, and of each difference the wire level, the rule, the subject, and what was.
    struct Pages: Sendable, CustomTestStringConvertible {
        let english: String
        let turkish: String
        /// The Turkish page is in specs/, as published; the others are transcriptions.
        var isPublished = false
        let expected: [String]

        var testDescription: String { turkish }
    }

    private static let version = "none api-version-changed: the API (1.0.0)"

    static let pages: [Pages] = [
        Pages(
            english: "mass-payout-initalize", turkish: "toplu-odeme-baslatma",
            expected: [
                "breaking request-property-became-enum: property `currency` of `Amount`",
                "breaking request-property-enum-value-removed: property `purpose` of `MassPayoutInitializeRequest` (CASHBACK)",
                "breaking request-property-enum-value-removed: property `purpose` of `MassPayoutInitializeRequest` (DONATIONS)",
                "breaking request-property-enum-value-removed: property `purpose` of `MassPayoutInitializeRequest` (REBATES)",
                "info request-property-became-optional: property `conversationId` of `MassPayoutInitializeRequest`",
                "info request-property-min-items-unset: property `items` of `MassPayoutInitializeRequest` (1)",
                "info response-non-success-status-added: the response `400`",
                version,
            ]),
        Pages(english: "mass-payout-auth", turkish: "toplu-odeme-tamamlama", expected: [version]),
        Pages(
            english: "mass-payout-cancel", turkish: "toplu-odeme-iptal-etme",
            expected: [
                version,
                "none swift-declaration-changed: `MassPayoutAuthResponse` (struct MassPayoutAuthResponse: JSONModel)",
            ]),
        Pages(english: "mass-payout-reporting", turkish: "toplu-odeme-sorgulama", expected: [version]),
        Pages(
            english: "retrieve-mass-payout", turkish: "toplu-odeme-raporlama",
            expected: [
                "breaking new-required-request-property: property `itemType` of `MassPayoutRetrieveRequest`",
                "info request-body-required-alternatives-widened: `MassPayoutRetrieveRequest`"
                    + " (`requestId` or `externalMassPayoutId`)",
                version,
            ]),
        Pages(
            english: "retrieve-mass-payout-balance", turkish: "bakiye-sorgulama", isPublished: true,
            expected: [version]),
    ]

    @Test(arguments: pages)
    func findsEachStructuralDifferenceOnce(_ pages: Pages) throws {
        let changes = try pages.report.changes.map { change in
            let was = change.was.map { " (\($0))" } ?? ""
            return "\(change.wire.word) \(change.rule): \(change.subject)\(was)"
        }
        #expect(changes.sorted() == pages.expected)
    }

    @Test func findsNothingOnTheWireOrInSwiftBetweenTheBalancePages() throws {
        let report = try #require(Self.pages.last).report
        #expect(report.wire == .none)
        #expect(report.source == .none)
        #expect(report.baseVersion == "1.0.0")
        #expect(report.revisionVersion == "1.0.1")
        #expect(!report.prose.isEmpty)
        #expect(report.samples.isEmpty)
    }
}

extension TurkishPagesTests.Pages {
    /// The Turkish page, as a version of the English one.
    fileprivate var report: APIComparison {
        get throws {
            let fixtures = isPublished ? "specs/iyzico-mass-payout/tr" : "Tests/Fixtures/Diff/turkish-pages"
            return .of(
                try Self.side("specs/iyzico-mass-payout/en/\(english).md"), try Self.side("\(fixtures)/\(turkish).md"))
        }
    }

    private static func side(_ path: String) throws -> ClientReading {
        let root = URL(filePath: #filePath).appending(path: "../../..").standardized
        let text = String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
        return .pages([(path, text)])
    }
}

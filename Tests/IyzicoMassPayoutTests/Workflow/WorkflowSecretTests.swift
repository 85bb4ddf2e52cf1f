import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import SecretSearch
import Testing

/// Nothing of the workflow prints who is paid, even where ids of items and a provider's texts hold it; an order's id is
/// printed whole.
@Suite struct WorkflowSecretTests {
    static let iban = "TR320010009999901234567890"
    static let phone = "+905551234567"
    static let name = "Gizlenen"
    static let secrets = PlantedSecrets([iban, "5551234567", name])
    /// Digits in an order's id are no recipient's.
    static let order = "salaries-202611"
    static let request = "1234567890"

    static let item = ItemReport(
        id: iban, end: .failed, status: .unrecognized(iban), amount: 1, commission: 0, referenceCode: iban,
        messages: ["no account \(iban)", phone, "\(name) is unknown"])
    static let report = PayoutReport(
        id: order, requestID: request, status: .unrecognized(iban), currency: "TRY", items: [item], isFinal: false)
    static let refusal = Refusal(
        status: 400, body: Array(#"{"status":"failure","errorMessage":"\#(iban) \#(phone) \#(name)"}"#.utf8))
    static let unknown = APIError.outcomeUnknown(
        OutcomeUnknown(operation: "authorize", identifiers: ["requestId": iban], cause: .answer(refusal)))
    static let read = PayoutReadError.api(.refused(refusal))

    static let earlier = EarlierItem(
        orderID: order, payoutID: order, itemID: iban, amount: 1, currency: "TRY", recipient: RecipientHash("h"),
        recordedAt: Date(timeIntervalSince1970: 0), end: .paid)
    static let query = RepeatQuery(
        orderID: order,
        items: [RepeatQuery.Item(id: iban, amount: 1, currency: "TRY", recipients: [RecipientHash("h")])],
        reach: .days(45))
    static let recording = OrderRecording(
        RecordedPlan(id: order, payouts: [recorded]), query: query, allowing: [], actor: "a", token: "t")
    static let repeats = recording.repeats(
        EarlierItems(items: [earlier], readAt: Date(timeIntervalSince1970: 0)))
    static let owner = LeaseOwner(token: "t", actor: "a", host: "h", process: 1)
    static let recorded = RecordedPayout(
        id: order, currency: "TRY", bodyHash: "h",
        items: [RecordedItem(id: iban, amount: 1, recipient: RecipientHash("h"))])

    static let kinds: [PayoutError.Kind] = [
        .journal(.badLine(path: "/j", line: 1)),
        .differentOrder([
            .added(itemID: iban), .missing(itemID: iban), .amount(itemID: iban, recorded: 1, given: 2),
            .recipient(itemID: iban), .currency(recorded: "TRY", given: "USD"), .division, .other(payoutID: order),
        ]),
        .repeats(repeats), .alreadyRunning(owner), .overtaken, .unknownPayout,
        .tooSoonToAuthorizeAgain(earliest: Date(timeIntervalSince1970: 0)),
        .orderNeeded, .notReleased, .startedElsewhere(initializations: 2), .requestIDNeeded, .notInitialized(read),
        .refused(refusal, items: [RefusedItem(itemID: iban, errorCode: iban, message: name)]),
        .itemsRefused([RefusedItem(itemID: iban, errorCode: phone, message: "\(name) \(phone)")], isCanceled: true),
        .mismatch([
            .externalID, .missingItem(iban), .unexpectedItem(iban), .repeatedItem(iban),
            .amount(itemID: iban, ordered: 1, found: nil), .currency(itemID: iban, ordered: "TRY", found: iban),
        ]),
        .authorizationNotSent(NotSent(operation: "authorize", reason: "no connection")), .outcomeUnknown(unknown, read),
        .cancellationUnknown(unknown), .stillOpen(report, read), .interrupted,
    ]

    @Test(arguments: kinds)
    func errorsShowNoRecipient(_ kind: PayoutError.Kind) {
        let error = PayoutError(payoutID: Self.order, requestID: Self.request, kind: kind, money: .unknown)
        #expect(error.description.hasPrefix("payout \(Self.order): "))
        #expect(Self.secrets.found(in: error) == [])
        #expect(Self.secrets.found(in: kind) == [])
        #expect(!error.advice.isEmpty && !error.description.isEmpty)
    }

    @Test func reportsShowNoRecipient() {
        #expect(Self.secrets.found(in: Self.report) == [])
        #expect(Self.secrets.found(in: Self.item) == [])
        #expect(Self.secrets.found(in: PayoutProgress.read(Self.report)) == [])
        #expect(Self.secrets.found(in: PayoutReadError.pagesRepeat(page: 2)) == [])
        #expect(Self.secrets.found(in: Self.read) == [])
    }

    @Test func entriesOfTheJournalShowNoRecipient() async throws {
        let journal = MemoryJournal()
        _ = journal.record(Self.recording)
        let steps: [JournalStep] = [
            .pinned(requestID: "r-1", refusedItems: [Self.iban]),
            .ended([RecordedEnd(itemID: Self.iban, end: .paid, referenceCode: Self.iban)]),
        ]
        for (after, step) in steps.enumerated() {
            let append = JournalAppend(payoutID: Self.order, after: after, token: "\(after)", actor: "a", step: step)
            #expect(Self.secrets.found(in: append) == [])
            #expect(Self.secrets.found(in: journal.append(append)) == [])
        }
        #expect(Self.secrets.found(in: try #require(journal.order(Self.order))) == [])
        #expect(Self.secrets.found(in: try #require(journal.payout(Self.order))) == [])
        #expect(Self.secrets.found(in: Self.repeats) == [])
        #expect(Self.secrets.found(in: Self.query) == [])
    }
}

import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime
import SecretSearch
import Testing

/// People's data never reaches text, whatever holds it and however it is printed.
@Suite struct IyzicoMaskingTests {
    private static let secrets = ["Ayşe Gizli", "AyşeGizli@example.com"]

    private static let item = MassPayoutItem(
        itemExternalId: "i-1", recipientType: .memberId, recipientInfo: secrets[1],
        amount: Amount(value: 1, currency: "TRY"), description: "Ekim", recipientName: secrets[0])

    private static let detail = MassPayoutItemDetail(
        itemExternalId: "i-1", recipientInfo: secrets[1], recipientName: secrets[0], description: "Ekim")

    private static let holders: [any Sendable] = [
        item, [item], ["a": item], [item, nil] as [MassPayoutItem?],
        MassPayoutInitializeRequest(externalId: "e", conversationId: "c", items: [item]),
        detail, MassPayoutItemsPage(items: [detail]),
        MassPayoutRetrieveResponse(massPayoutItems: MassPayoutItemsPage(items: [detail])),
        [[MassPayoutRetrieveResponse(massPayoutItems: MassPayoutItemsPage(items: [detail]))]],
    ]

    @Test(arguments: holders.indices)
    func recipientsAreMaskedWhereverTheyArePrinted(_ index: Int) throws {
        let holder = Self.holders[index]
        for text in texts(of: holder) {
            #expect(Self.secrets.allSatisfy { !text.contains($0) }, "\(text)")
        }
        #expect("\(holder)".contains("‹redacted›"))
    }

    /// The item has a property `description`, which must not be taken for the model's own.
    @Test func itemWithPropertyNamedDescriptionPrintsAsModel() {
        let item = Self.item
        let text = """
            MassPayoutItem(itemExternalId: "i-1", recipientType: "MEMBER_ID", recipientInfo: "‹redacted›", amount: \
            {value: 1, currency: "TRY"}, description: "Ekim", recipientName: "‹redacted›")
            """
        #expect(item.description == "Ekim")
        #expect("\(item)" == text)
        #expect(String(describing: item) == text)
        #expect(String(reflecting: item) == text)
        #expect("\([item])" == "[\(text)]")
        #expect("\(Optional(item) as MassPayoutItem?)" == "Optional(\(text))")
        var printed = ""
        print(item, terminator: "", to: &printed)
        #expect(printed == text)
        var dumped = ""
        dump(item, to: &dumped)
        #expect(dumped.hasPrefix("▿ \(text)\n"))
        #expect(
            Mirror(reflecting: item).children.map(\.label) == [
                "itemExternalId", "recipientType", "recipientInfo", "amount", "description", "recipientName",
            ])
    }

    @Test func modelsWithoutThatPropertyHaveADescription() {
        let request = MassPayoutAuthRequest(requestId: "79cdefc1")
        #expect(request.description == #"MassPayoutAuthRequest(requestId: "79cdefc1")"#)
        #expect(request.debugDescription == request.description)
        #expect(
            MassPayoutItem.RecipientType.unrecognized("TR92 0086 4021 0000 2353 9835 28").description == "‹redacted›")
        #expect("\(MassPayoutItem.RecipientType.iban)" == "IBAN")
        #expect(String(describing: MassPayoutItem.RecipientType.iban) == "IBAN")
    }

    @Test func refusedRequestsAndUnreadableAnswersPrintNoRecipient() async throws {
        let text = #"{"massPayoutItems":{"items":[{"recipientName":"\#(Self.secrets[0])","totalAmount":[]}]}}"#
        for answer in [HTTPResponse.content(text), .content(400, #"{"errorMessage":"TR920086402100002353983528"}"#)] {
            let client = IyzicoMassPayoutClient(
                APIClient(server: IyzicoMassPayoutClient.production, transport: RecordingTransport(answer)))
            do {
                _ = try await client.retrieve(
                    locale: .tr, body: MassPayoutRetrieveRequest(requestId: "r", page: 0, size: 1))
                Issue.record("no error")
            } catch {
                for text in texts(of: error) {
                    #expect(!text.contains("Gizli") && !text.contains("TR92"), "\(text)")
                }
            }
        }
    }

    /// Sensitive members are written to the wire and to Codable all the same.
    @Test func maskedMembersAreStillSent() throws {
        #expect(json(Self.item).contains(#""recipientInfo":"AyşeGizli@example.com""#))
        let stored = try JSONDecoder().decode(MassPayoutItem.self, from: JSONEncoder().encode(Self.item))
        #expect(stored == Self.item)
    }
}

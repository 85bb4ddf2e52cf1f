import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime
import Testing

/// The complete requests of every operation of the mass payout client.
@Suite struct IyzicoRequestTests {
    typealias Case = RequestCase<IyzicoMassPayoutClient>

    static let base = "https://sandbox-api.iyzipay.com/v1/mass/payout"
    static let json = "Accept: application/json\nContent-Type: application/json"

    @Test(arguments: [
        Case("getBalance", "GET \(base)/balance?locale=tr\nAccept: application/json") {
            _ = try await $0.getBalance(locale: .tr)
        },
        Case("unrecognized locale", "GET \(base)/balance?locale=de-DE%26x\nAccept: application/json") {
            _ = try await $0.getBalance(locale: .unrecognized("de-DE&x"))
        },
        Case("authorize", "POST \(base)/auth?locale=en\n\(json)\n\n{\"requestId\":\"r-1\"}") {
            _ = try await $0.authorize(locale: .en, body: MassPayoutAuthRequest(requestId: "r-1"))
        },
        Case("cancel has no content", "POST \(base)/cancel/r-1?locale=tr\nAccept: application/json") {
            _ = try await $0.cancel(requestId: "r-1", locale: .tr)
        },
        Case("getItem", "GET \(base)/retrieve/items/a%2Fb%20%C3%BC?locale=en\nAccept: application/json") {
            _ = try await $0.getItem(referenceCode: "a/b ü", locale: .en)
        },
        Case(
            "initialize",
            """
            POST \(base)/init?locale=tr
            \(json)

            {"externalId":"e-1","conversationId":"c-1","purpose":"SALARY","items":[{"itemExternalId":"i-1",\
            "recipientType":"IBAN","recipientInfo":"TR920086402100002353983528","amount":{"value":100.5,\
            "currency":"TRY"},"description":"Ücret \\"Ekim\\"","recipientName":"John Doe","nonWithdrawable":false},\
            {"itemExternalId":"i-2","recipientType":"PHONE","recipientInfo":"+905555856935","amount":{"value":\
            12345678901234567890.12345678,"currency":"TRY"},"description":""}]}
            """
        ) { client in
            _ = try await client.initialize(locale: .tr, body: sampleInitializeRequest())
        },
    ])
    func sends(_ operation: Case) async throws {
        try await operation.run(server: IyzicoMassPayoutClient.sandbox) { IyzicoMassPayoutClient($0) }
    }

    /// The page asks for `anyOf` of two required lists beside its properties; none of them is lost.
    @Test(arguments: [
        Case(
            "both",
            """
            POST \(base)/retrieve?locale=tr
            \(json)

            {"requestId":"r-1","externalMassPayoutId":"e-1","page":0,"size":40,"itemType":"VALID"}
            """
        ) { client in
            let body = MassPayoutRetrieveRequest(
                requestId: "r-1", externalMassPayoutId: "e-1", page: 0, size: 40, itemType: .valid)
            _ = try await client.retrieve(locale: .tr, body: body)
        },
        Case(
            "requestId alone",
            "POST \(base)/retrieve?locale=tr\n\(json)\n\n{\"requestId\":\"r-1\",\"page\":1,\"size\":20}"
        ) { client in
            let body = MassPayoutRetrieveRequest(requestId: "r-1", page: 1, size: 20)
            _ = try await client.retrieve(locale: .tr, body: body)
        },
        Case(
            "externalMassPayoutId alone",
            """
            POST \(base)/retrieve?locale=en
            \(json)

            {"externalMassPayoutId":"e-1","page":0,"size":1,"itemType":"INVALID"}
            """
        ) { client in
            let body = MassPayoutRetrieveRequest(externalMassPayoutId: "e-1", page: 0, size: 1, itemType: .invalid)
            _ = try await client.retrieve(locale: .en, body: body)
        },
    ])
    func retrieveSendsWhatEachInitializerTakes(_ operation: Case) async throws {
        try await operation.run(server: IyzicoMassPayoutClient.sandbox) { IyzicoMassPayoutClient($0) }
    }

    @Test func serversAreTheDocumented() {
        #expect(IyzicoMassPayoutClient.production.url == "https://api.iyzipay.com")
        #expect(IyzicoMassPayoutClient.sandbox.url == "https://sandbox-api.iyzipay.com")
    }

    static func sampleInitializeRequest() throws -> MassPayoutInitializeRequest {
        let large = try #require(Decimal(string: "12345678901234567890.12345678"))
        return MassPayoutInitializeRequest(
            externalId: "e-1", conversationId: "c-1", purpose: .salary,
            items: [
                MassPayoutItem(
                    itemExternalId: "i-1", recipientType: .iban, recipientInfo: "TR920086402100002353983528",
                    amount: Amount(value: 100.5, currency: "TRY"), description: "Ücret \"Ekim\"",
                    recipientName: "John Doe", nonWithdrawable: false),
                MassPayoutItem(
                    itemExternalId: "i-2", recipientType: .phone, recipientInfo: "+905555856935",
                    amount: Amount(value: large, currency: "TRY"), description: ""),
            ])
    }
}

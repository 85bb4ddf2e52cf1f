import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import Testing

@Suite struct ConnectedClientTests {
    private static func credentials(_ prefix: String = "sandbox-") throws -> IyzicoCredentials {
        try IyzicoCredentials(apiKey: prefix + "key", secretKey: prefix + "secret")
    }

    private static func payout() throws -> MassPayout {
        let item = PayoutItem(
            id: "1", recipient: .phone("+905551112233"), amount: try Money("1.10", .tryLira), description: "Ağustos")
        return try MassPayout(id: "p", items: [item])
    }

    @Test func sendsSignedRequests() async throws {
        let transport = RecordingTransport(#"{"status":"success","requestId":"r"}"#)
        let client = try IyzicoMassPayoutClient.connected(
            credentials: Self.credentials(), transport: transport, randomKey: { "random" })
        let payout = try Self.payout()
        let answer = try await client.initialize(locale: .tr, body: payout.request)
        #expect(answer.requestId == "r")
        let request = try #require(transport.requests.first)
        #expect(request.url.absoluteString == "https://sandbox-api.iyzipay.com/v1/mass/payout/init?locale=tr")
        #expect(request.body == JSONWriter.bytes(of: payout.request))
        let field = try #require(request.fields["Authorization"])
        let authorization = try #require(IYZWSv2.Authorization(fieldValue: field))
        #expect(authorization.apiKey == "sandbox-key")
        #expect(authorization.randomKey == "random")
        let isValid = authorization.isValid(
            secretKey: "sandbox-secret", path: "/v1/mass/payout/init", body: request.body ?? [])
        #expect(isValid)
        #expect(
            request.fields.map(\.name.text).sorted() == [
                "Accept", "Authorization", "Content-Type", "x-iyzi-client-version", "x-iyzi-rnd",
            ])
    }

    @Test func keysChooseTheirServer() async throws {
        for prefix in ["sandbox-", ""] {
            let transport = RecordingTransport(#"{"status":"success"}"#)
            let client = try IyzicoMassPayoutClient.connected(
                credentials: Self.credentials(prefix), transport: transport)
            _ = try await client.getBalance(locale: .en)
            #expect(transport.requests.first?.url.host() == "\(prefix.isEmpty ? "" : "sandbox-")api.iyzipay.com")
            #expect(transport.requests.first?.fields["Content-Type"] == "application/json")
        }
    }

    @Test func otherHostsAreRefusedBeforeAnythingIsSent() async throws {
        let transport = RecordingTransport("{}")
        let error = #expect(throws: KeyHostMismatch.self) {
            try IyzicoMassPayoutClient.connected(
                credentials: Self.credentials(), server: IyzicoMassPayoutClient.production, transport: transport)
        }
        #expect(error?.description == "a sandbox key is not sent to api.iyzipay.com: it is for sandbox-api.iyzipay.com")
        #expect(throws: KeyHostMismatch(isSandbox: false, host: "sandbox-api.iyzipay.com")) {
            try IyzicoMassPayoutClient.connected(
                credentials: Self.credentials(""), server: IyzicoMassPayoutClient.sandbox, transport: transport)
        }
        _ = try IyzicoMassPayoutClient.connected(
            credentials: Self.credentials(), server: IyzicoMassPayoutClient.production, transport: transport,
            hosts: .any)
        #expect(transport.requests.isEmpty)
    }

    @Test func bodysStatusDecidesWhatARefusalIs() async throws {
        let transport = RecordingTransport(#"{"status":"failure","errorCode":"11"}"#)
        let client = try IyzicoMassPayoutClient.connected(credentials: Self.credentials(), transport: transport)
        let error = await #expect(throws: APIError.self) {
            try await client.authorize(locale: .tr, body: MassPayoutAuthRequest(requestId: "r"))
        }
        guard case .refused(let refusal) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(IyzicoFailure(refusal)?.code == .invalidRequest)
    }

    /// A success with a status of failure contradicts itself: nobody knows what was done.
    @Test func successWithAnotherStatusLeavesAWriteUnknown() async throws {
        let transport = RecordingTransport(#"{"status":"success"}"#, status: 400)
        let client = try IyzicoMassPayoutClient.connected(credentials: Self.credentials(), transport: transport)
        let error = await #expect(throws: APIError.self) {
            try await client.authorize(locale: .tr, body: MassPayoutAuthRequest(requestId: "r"))
        }
        guard case .outcomeUnknown = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}

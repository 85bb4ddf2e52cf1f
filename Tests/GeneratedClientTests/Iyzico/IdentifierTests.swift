import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime
import Testing

/// A write with an unknown outcome names its subject by the caller's own ids.
@Suite struct IdentifierTests {
    private let client = IyzicoMassPayoutClient(
        APIClient(
            server: IyzicoMassPayoutClient.sandbox,
            transport: FailingTransport(error: TransportError(.interrupted, "reset"))))

    private func identifiers(
        _ call: (IyzicoMassPayoutClient) async throws(APIError) -> Void
    ) async -> [String: String]? {
        do throws(APIError) {
            try await call(client)
            return nil
        } catch {
            guard case .outcomeUnknown(let unknown) = error else { return nil }
            return unknown.identifiers
        }
    }

    @Test func initializeNamesThePayout() async {
        let item = MassPayoutItem(
            itemExternalId: "i", recipientType: .iban, recipientInfo: "TR0", amount: Amount(value: 1, currency: "TRY"),
            description: "d")
        let body = MassPayoutInitializeRequest(externalId: "2026-11", conversationId: "c \"1\"", items: [item])
        let found = await identifiers { client async throws(APIError) in
            _ = try await client.initialize(locale: .en, body: body)
        }
        #expect(found == ["externalId": "2026-11", "conversationId": "c \"1\""])
    }

    @Test func authorizeNamesTheRequest() async {
        let found = await identifiers { client async throws(APIError) in
            _ = try await client.authorize(locale: .en, body: MassPayoutAuthRequest(requestId: "r/1"))
        }
        #expect(found == ["requestId": "r/1"])
    }

    @Test func cancelNamesTheRequestOfItsPath() async {
        let found = await identifiers { client async throws(APIError) in
            _ = try await client.cancel(requestId: "r/1 ü", locale: .en)
        }
        #expect(found == ["requestId": "r/1 ü"])
    }
}

private struct FailingTransport: HTTPTransport {
    let error: TransportError

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        throw error
    }
}

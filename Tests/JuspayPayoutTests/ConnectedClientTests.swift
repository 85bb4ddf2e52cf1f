import Foundation
import JuspayPayout
import JuspayPayoutAPI
import KurusRuntime
import SecretSearch
import Testing

@Suite struct ConnectedClientTests {
    private static let sample = """
        {"DUMMY_IMPS":{"lastUpdated":"2020-07-27T09:05:08Z","balance":"9999999999"},
        "YESBIZ_UPI":{"lastUpdated":"2020-07-27T09:05:08Z","balance":"1111.44"},
        "LONG":{"balance":"12345678901234567890123456.123456789012"},"NONE":{}}
        """

    @Test func sendsBasicAuthorization() async throws {
        let transport = RecordingTransport("{}")
        let client = try Self.client(transport, "key")
        _ = try await client.getBalances()
        let request = try #require(transport.requests.first)
        #expect(request.method == .get)
        #expect(request.url.absoluteString == "https://api.juspay.in/payout/merchant/v1/getways/balance")
        #expect(request.fields.map(\.name.text).sorted() == ["Accept", "Authorization"])
        // The Base64 of "key:".
        #expect(request.fields["Authorization"] == "Basic a2V5Og==")
        #expect(request.body == nil)
    }

    @Test(arguments: ["application/json", "text/plain"])
    func readsExactBalances(contentType: String) async throws {
        let client = try Self.client(RecordingTransport(Self.sample, contentType: contentType), "key")
        let balances = try await JuspayBalances(client).balances()
        #expect(balances["DUMMY_IMPS"] == 9_999_999_999)
        #expect(balances["YESBIZ_UPI"] == Decimal(string: "1111.44"))
        #expect(balances["LONG"] == Decimal(string: "12345678901234567890123456.123456789012"))
        #expect(balances["NONE"] == nil)
        #expect(balances["OTHER"] == nil)
        #expect(balances.accounts["YESBIZ_UPI"]?.lastUpdated == DateTime("2020-07-27T09:05:08Z"))
    }

    @Test(arguments: [
        (400, #"{"errorCode":"E01","errorMessage":"m","userMessage":"u","error":"e"}"#),
        (401, #"{"response":{"errorCode":"E01","errorMessage":"m","userMessage":"u","error":"e"},"code":"401"}"#),
        (500, #"{"errorCode":"E01","response":{"errorMessage":"m","userMessage":"u","error":"e"}}"#),
    ])
    func readsErrorsOfEitherForm(status: Int, body: String) async throws {
        let client = try Self.client(RecordingTransport(body, status: status), "key")
        let error = await #expect(throws: APIError.self) { try await client.getBalances() }
        let failure = JuspayFailure(try #require(error?.refusal))
        #expect(failure.status == status)
        #expect(failure.code == .e01)
        #expect(failure.message == "m")
        #expect(failure.userMessage == "u")
        #expect(failure.error == "e")
    }

    @Test(arguments: ["", "<html>", "[]", "{}", #"{"errorCode":1,"errorMessage":{},"error":true,"response":"x"}"#])
    func otherErrorsHaveTheirStatus(body: String) {
        let failure = JuspayFailure(Refusal(status: 404, body: Array(body.utf8)))
        #expect(failure.status == 404)
        #expect([failure.code?.rawValue, failure.message, failure.userMessage, failure.error] == [nil, nil, nil, nil])
        #expect("\(failure)" == "Juspay's failure with status 404")
    }

    @Test func printsFailuresMasked() {
        let body = #"{"errorCode":"E02","errorMessage":"key 123456789 of TR330006100519786457841326"}"#
        let failure = JuspayFailure(Refusal(status: 401, body: Array(body.utf8)))
        #expect("\(failure)" == "Juspay's failure E02 with status 401: key ‹redacted› of ‹redacted›")
        for form in texts(of: failure) { #expect(!form.contains("123456") && !form.contains("0006"), "\(form)") }
    }

    @Test(arguments: [
        ("https://api.juspay.in", true), ("HTTPS://example.com", true), ("http://127.0.0.1:8080", true),
        ("http://localhost", true), ("http://api.juspay.in", false), ("http://127.0.0.1.example.com", false),
        ("ftp://api.juspay.in", false),
    ])
    func sendsTheKeyEncryptedOnly(server: String, isAllowed: Bool) throws {
        let credentials = try JuspayCredentials(apiKey: "key")
        let url = try #require(URL(string: server))
        var request = HTTPRequest(method: .get, url: url)
        let signer = JuspaySigner(credentials)
        if isAllowed {
            try signer.sign(&request, security: [])
            _ = try Self.client(RecordingTransport("{}"), "key", APIServer(server))
        } else {
            #expect(throws: UnencryptedServer()) { try signer.sign(&request, security: []) }
            #expect(throws: UnencryptedServer()) {
                try Self.client(RecordingTransport("{}"), "key", APIServer(server))
            }
        }
        #expect(request.fields.contains("Authorization") == isAllowed)
    }

    private static func client(
        _ transport: RecordingTransport, _ apiKey: String, _ server: APIServer = JuspayPayoutClient.production
    ) throws -> JuspayPayoutClient {
        try .connected(credentials: JuspayCredentials(apiKey: apiKey), server: server, transport: transport)
    }
}

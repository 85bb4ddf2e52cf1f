import Foundation
import JuspayPayoutAPI
import KurusRuntime
import Testing

@Suite struct JuspayTests {
    @Test func asksForBalancesWithBasicAuthorization() async throws {
        let transport = RecordingTransport(.content("{}"))
        let signer = RequirementRecorder()
        let client = JuspayPayoutClient(
            APIClient(server: JuspayPayoutClient.production, transport: transport, signer: signer))
        #expect(try await client.getBalances().isEmpty)
        #expect(
            transport.requests.map(\.wireText) == [
                "GET https://api.juspay.in/payout/merchant/v1/getways/balance\nAccept: application/json"
            ])
        #expect(signer.requirements == [[["basicAuth": []]]])
    }

    @Test func serversAreTheDocumented() {
        #expect(JuspayPayoutClient.production.url == "https://api.juspay.in")
        #expect(JuspayPayoutClient.sandbox.url == "https://sandbox.juspay.in")
    }

    @Test func sampleMapSurvivesRoundTrip() async throws {
        let samples = try SamplePage("juspay-payout/get-balance.md").samples
        #expect(samples.count == 1)
        let transport = RecordingTransport(.content(samples[0]))
        let client = JuspayPayoutClient(APIClient(server: JuspayPayoutClient.sandbox, transport: transport))
        let balances = try await client.getBalances()
        #expect(balances.keys.sorted() == ["CFGEN_IMPS", "CFGEN_UPI", "DUMMY_IMPS", "DUMMY_NEFT"])
        #expect(balances["CFGEN_UPI"]?.balance == Decimal(string: "1111.44"))
        #expect(balances["DUMMY_IMPS"]?.balance == 9_999_999_999)
        #expect(balances["DUMMY_IMPS"]?.lastUpdated == DateTime("2020-07-27T09:05:08Z"))
        #expect(try read(JSONValue.self, json(balances)) == (try read(JSONValue.self, samples[0])))
    }

    /// Amounts are strings here: they are read from numbers too, and written as strings.
    @Test func balanceIsWrittenAsString() throws {
        let balances = try read(AccountBalances.self, #"{"A":{"balance":1111.440}}"#)
        #expect(json(balances) == #"{"A":{"balance":"1111.44"}}"#)
    }

    @Test(
        arguments: [
            (400, #"{"errorCode":"E01","errorMessage":"m","userMessage":"u","error":true}"#),
            (401, #"{"response":{"errorCode":"E02","error":"x"},"code":401}"#),
            (403, #"{"errorCode":"E08"}"#), (404, "{}"), (500, #"{"errorCode":"E99"}"#),
        ] as [(Int, String)])
    func errorsAreReadByStatusInEitherForm(status: Int, text: String) throws {
        let content = try read(PayoutErrorResponse.self, text)
        #expect(json(content) == text)
        let expected: GetBalancesOperation.Failure =
            switch status {
            case 400: .badRequest(content)
            case 401: .unauthorized(content)
            case 403: .forbidden(content)
            case 404: .notFound(content)
            default: .internalServerError(content)
            }
        #expect(GetBalancesOperation.Failure(Refusal(status: status, body: Array(text.utf8))) == expected)
    }

    @Test func unknownErrorCodesAreKept() throws {
        let content = try read(PayoutErrorResponse.self, #"{"errorCode":"E99","response":{"errorCode":"E90"}}"#)
        #expect(content.errorCode == .unrecognized("E99"))
        #expect(content.response?.errorCode == .e90)
    }
}

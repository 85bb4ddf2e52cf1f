import JuspayPayout
import JuspayPayoutAPI
import KurusRuntime
import SecretSearch
import Testing

/// The key is planted wherever it goes, and looked for in every text.
@Suite struct SecretSearchTests {
    private static let secrets = PlantedSecrets(["planted-key", "TR330006100519786457841326", "9876543210"])

    private func expectNoSecret(in value: Any, _ location: SourceLocation = #_sourceLocation) {
        #expect(Self.secrets.found(in: value) == [], sourceLocation: location)
    }

    @Test func credentialsAndWhatHoldsThem() throws {
        let credentials = try JuspayCredentials(apiKey: "planted-key")
        expectNoSecret(in: credentials)
        expectNoSecret(in: JuspaySigner(credentials))
        let client = try JuspayPayoutClient.connected(
            credentials: credentials, server: JuspayPayoutClient.production, transport: RecordingTransport("{}"))
        expectNoSecret(in: client)
        expectNoSecret(in: JuspayBalances(client))
    }

    @Test(arguments: ["planted-key:", "planted-key planted-key", "planted-keyş"])
    func refusedCredentials(apiKey: String) throws {
        let error = #expect(throws: InvalidAPIKey.self) { try JuspayCredentials(apiKey: apiKey) }
        expectNoSecret(in: try #require(error))
    }

    @Test(arguments: [
        #"{"errorCode":"9876543210","errorMessage":"TR330006100519786457841326","userMessage":"9876543210"}"#,
        #"{"response":{"error":"9876543210"},"errorMessage":"9876543210","code":"9876543210"}"#,
    ])
    func failures(body: String) async throws {
        let client = try JuspayPayoutClient.connected(
            credentials: JuspayCredentials(apiKey: "planted-key"), server: JuspayPayoutClient.production,
            transport: RecordingTransport(body, status: 401))
        let error = await #expect(throws: APIError.self) { try await client.getBalances() }
        expectNoSecret(in: try #require(error))
        expectNoSecret(in: JuspayFailure(try #require(error?.refusal)))
    }

    @Test func requestsThatWereRefusedByTheSigner() async throws {
        let signer = JuspaySigner(try JuspayCredentials(apiKey: "planted-key"))
        let client = JuspayPayoutClient(
            APIClient(server: APIServer("http://example.com"), transport: RecordingTransport("{}"), signer: signer))
        let error = await #expect(throws: APIError.self) { try await client.getBalances() }
        expectNoSecret(in: try #require(error))
    }
}

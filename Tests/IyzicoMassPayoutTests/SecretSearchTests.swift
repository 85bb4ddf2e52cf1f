import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import SecretSearch
import Testing

/// Keys, recipients and names are planted in everything that takes them, and looked for in every text.
@Suite struct SecretSearchTests {
    private static let iban = "TR330006100519786457841326"
    private static let keys = ["sandbox-planted-api", "sandbox-planted-secret"]
    private static let secrets = PlantedSecrets(
        keys + [iban, "905551112233", "10000000146", "member-planted", "Planted Person"])

    private static let recipients: [Recipient] = [
        .iban(iban, name: "Planted Person"), .phone("+905551112233"), .identityNumber("10000000146"),
        .memberID("member-planted"),
    ]

    private static func credentials() throws -> IyzicoCredentials {
        try IyzicoCredentials(apiKey: keys[0], secretKey: keys[1])
    }

    /// Items whose ids and descriptions repeat the recipient, as careless callers' do.
    private static func items() throws -> [PayoutItem] {
        try recipients.map { recipient in
            PayoutItem(
                id: "pay \(iban)", recipient: recipient, amount: try Money("1", .tryLira),
                description: "for Planted Person, \(iban)")
        }
    }

    private func expectNoSecret(in value: Any, _ location: SourceLocation = #_sourceLocation) {
        #expect(Self.secrets.found(in: value) == [], sourceLocation: location)
    }

    @Test func credentialsAndWhatHoldsThem() throws {
        let credentials = try Self.credentials()
        expectNoSecret(in: credentials)
        expectNoSecret(in: IyzicoSigner(credentials))
        expectNoSecret(in: KeyHostMismatch(isSandbox: true, host: "api.iyzipay.com"))
        let transport = RecordingTransport("{}")
        expectNoSecret(in: try IyzicoMassPayoutClient.connected(credentials: credentials, transport: transport))
    }

    @Test(arguments: [
        ("\(keys[0]) \(keys[0])", keys[1]), ("\(keys[0]):", keys[1]), (keys[0], "\(keys[1])\u{200B}\(keys[1])"),
        (keys[0], "ş\(keys[1])"), (keys[0], "planted"),
    ])
    func refusedCredentials(apiKey: String, secretKey: String) throws {
        let error = #expect(throws: InvalidCredentials.self) {
            try IyzicoCredentials(apiKey: apiKey, secretKey: secretKey)
        }
        expectNoSecret(in: try #require(error))
    }

    @Test func authorizations() throws {
        let authorization = IYZWSv2.Authorization(apiKey: Self.keys[0], randomKey: "r", signature: Self.keys[1])
        expectNoSecret(in: authorization)
    }

    @Test(arguments: recipients) func recipientsAndTheirMaskedForm(recipient: Recipient) {
        expectNoSecret(in: recipient)
        expectNoSecret(in: recipient.masked)
    }

    @Test func payoutsAndTheirRequests() throws {
        for item in try Self.items() {
            expectNoSecret(in: item)
            let payout = try MassPayout(id: "salaries-202611", items: [item])
            expectNoSecret(in: payout)
            expectNoSecret(in: payout.items)
        }
    }

    @Test func refusedPayouts() throws {
        let error = #expect(throws: InvalidMassPayout.self) {
            try MassPayout(id: "salaries-202611\n", items: Self.items() + [Self.brokenItem()], checks: .all)
        }
        expectNoSecret(in: try #require(error))
        for problem in try #require(error).problems { expectNoSecret(in: problem) }
    }

    private static func brokenItem() throws -> PayoutItem {
        PayoutItem(
            id: "\(iban)\u{202E}", recipient: .iban("\(iban)\u{202E}", name: "Planted Person\u{200B}"),
            amount: try Money("1", .usd), description: "Planted Person\n\(iban)")
    }

    @Test(arguments: [
        "x TR330006100519786457841326", "905551112233TRY", "TR33 0006 1005 1978 6457 8413 26",
    ])
    func refusedAmounts(text: String) throws {
        let error = #expect(throws: InvalidMoney.self) { try Money(text, .tryLira) }
        expectNoSecret(in: try #require(error))
        let unknown = #expect(throws: InvalidMoney.self) { try Currency(text) }
        expectNoSecret(in: try #require(unknown))
    }

    @Test func failures() throws {
        let body =
            #"{"status":"failure","errorCode":"905551112233","errorMessage":"no \#(Self.iban)","errorGroup":"\#(Self.iban)"}"#
        let failure = try #require(IyzicoFailure(Refusal(status: 400, body: Array(body.utf8))))
        expectNoSecret(in: failure)
    }

    @Test func requestsThatWereRefusedByTheSigner() async throws {
        let signer = IyzicoSigner(try Self.credentials())
        let client = IyzicoMassPayoutClient(
            APIClient(server: IyzicoMassPayoutClient.production, transport: RecordingTransport("{}"), signer: signer))
        let error = await #expect(throws: APIError.self) { try await client.getBalance(locale: .tr) }
        expectNoSecret(in: try #require(error))
        #expect(error?.description.contains("KeyHostMismatch") == true)
    }
}

import IyzicoMassPayout
import SecretSearch
import Testing

@Suite struct IyzicoCredentialsTests {
    @Test(arguments: [
        "key", " key", "key\n", "\t key\r\n", "\u{A0}key\u{A0}", "\u{FEFF}key", "\u{200B}key\u{200D}\u{2060}",
        "\u{3000}key\u{2028}",
    ])
    func removesWhatCopyingAdds(apiKey: String) throws {
        let credentials = try IyzicoCredentials(apiKey: apiKey, secretKey: apiKey)
        let plain = try IyzicoCredentials(apiKey: "key", secretKey: "key")
        #expect(credentials.fingerprint == plain.fingerprint)
        #expect(credentials.journalSecret == plain.journalSecret)
    }

    @Test(
        arguments: [
            ("", "s", [.empty(.apiKey)]), ("a", " \n", [.empty(.secretKey)]),
            ("", "", [.empty(.apiKey), .empty(.secretKey)]),
            ("a b", "s", [.holdsSpace(.apiKey)]), ("a", "s\u{200B}t", [.holdsSpace(.secretKey)]),
            ("a\0b", "s", [.holdsSpace(.apiKey)]), ("a\u{7F}", "s", [.holdsSpace(.apiKey)]),
            ("ключ", "s", [.notASCII(.apiKey)]), ("a", "sş", [.notASCII(.secretKey)]),
            ("a:b", "s", [.holdsSeparator(.apiKey)]), ("a&b", "s", [.holdsSeparator(.apiKey)]),
            ("sandbox-a", "s", [.mixed]), ("a", "sandbox-s", [.mixed]),
            ("sandbox-a b", "", [.holdsSpace(.apiKey), .empty(.secretKey)]),
        ] as [(String, String, [InvalidCredentials.Problem])])
    func refusesWhatNoKeyIs(apiKey: String, secretKey: String, problems: [InvalidCredentials.Problem]) {
        #expect(throws: InvalidCredentials(problems: problems)) {
            try IyzicoCredentials(apiKey: apiKey, secretKey: secretKey)
        }
    }

    /// No field holds the secret key.
    @Test func secretKeysMayHoldSeparators() throws {
        _ = try IyzicoCredentials(apiKey: "a", secretKey: "s:&=+/")
    }

    @Test(arguments: [("sandbox-a", "sandbox-s", true), ("a", "s", false), ("asandbox-", "s", false)])
    func knowsTheSandboxsKeys(apiKey: String, secretKey: String, isSandbox: Bool) throws {
        #expect(try IyzicoCredentials(apiKey: apiKey, secretKey: secretKey).isSandbox == isSandbox)
    }

    @Test func fingerprintAndJournalKeyAreFixed() throws {
        let credentials = try IyzicoCredentials(apiKey: "sandbox-test-api-key", secretKey: "sandbox-test-secret-key")
        #expect(credentials.fingerprint == "3579c8192da8")
        #expect(
            Hexadecimal.text(credentials.journalSecret.firstVersionKey.bytes)
                == "652fbd5d48ddd7211f443c6750c718531bc6f92fbd15ff4dcf3a2b8b2139581a")
    }

    @Test func printsNoKey() throws {
        let credentials = try IyzicoCredentials(apiKey: "planted-api-key", secretKey: "planted-secret")
        #expect("\(credentials)" == "production key \(credentials.fingerprint)")
        for form in texts(of: credentials) { #expect(!form.contains("planted"), "\(form)") }
        let error = #expect(throws: InvalidCredentials.self) {
            try IyzicoCredentials(apiKey: "planted key", secretKey: "planted:ş")
        }
        for form in texts(of: try #require(error)) { #expect(!form.contains("planted"), "\(form)") }
    }
}

import Foundation
import KurusRuntime
import SecretSearch
import Testing

@Suite struct SecretTests {
    private static let text = "sk-planted-7Qz"
    private let secret = Secret(SecretTests.text)
    private let search = PlantedSecrets([SecretTests.text])

    @Test func printsAsRedacted() {
        #expect("\(secret)" == "‹redacted›")
        #expect(secret.description == "‹redacted›")
        #expect(secret.debugDescription == "‹redacted›")
        #expect(String(reflecting: secret) == "‹redacted›")
        #expect("\(Optional(secret) as Secret?)" == "Optional(‹redacted›)")
        var dumped = ""
        dump(secret, to: &dumped)
        #expect(dumped == "- ‹redacted›\n")
        #expect(Mirror(reflecting: secret).children.isEmpty)
    }

    @Test func noTextShowsIt() {
        struct Holder {
            let secret: Secret
            let list: [Secret]
            let table: [String: Secret]
            let pair: (Secret, Int)
        }
        let holder = Holder(secret: secret, list: [secret], table: ["a": secret], pair: (secret, 1))
        #expect(search.found(in: secret) == [])
        #expect(search.found(in: holder) == [])
        #expect(search.found(in: Result<Secret, any Error>.success(secret)) == [])
    }

    @Test func isNotEncoded() {
        struct Account: Encodable {
            let name: String
            let key: Secret
        }
        let encoders: [() throws -> Data] = [
            { try JSONEncoder().encode(secret) }, { try JSONEncoder().encode(Account(name: "a", key: secret)) },
            { try PropertyListEncoder().encode([secret]) },
        ]
        for encode in encoders {
            #expect(
                performing: { try encode() },
                throws: { error in
                    error is EncodingError && search.found(in: error) == []
                })
        }
    }

    @Test func isRevealedToWhatSigns() {
        #expect(secret.reveal { $0 } == Self.text)
        #expect(secret.reveal { $0.count } == 14)
        #expect(throws: CancellationError.self) { try secret.reveal { _ in throw CancellationError() } }
    }

    @Test func equalTextsAreEqualSecrets() {
        #expect(secret == Secret(Self.text))
        #expect(secret != Secret("other"))
        #expect(Set([secret, Secret(Self.text)]).count == 1)
    }
}

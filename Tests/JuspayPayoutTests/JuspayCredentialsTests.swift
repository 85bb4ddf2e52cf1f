import Foundation
import JuspayPayout
import KurusRuntime
import SecretSearch
import Testing

@Suite struct JuspayCredentialsTests {
    @Test(arguments: ["key", " key\n", "\u{FEFF}key\u{A0}", "\u{200B}key"])
    func removesWhatCopyingAdds(apiKey: String) throws {
        var request = HTTPRequest(method: .get, url: try #require(URL(string: "https://api.juspay.in")))
        try JuspaySigner(JuspayCredentials(apiKey: apiKey)).sign(&request, security: [])
        #expect(request.fields["Authorization"] == "Basic a2V5Og==")
    }

    @Test(
        arguments: [
            ("", .empty), (" \u{200B}", .empty), ("a b", .holdsSpace), ("a\nb", .holdsSpace), ("a\u{AD}b", .holdsSpace),
            ("ş", .notASCII), ("a:b", .holdsColon), ("a:", .holdsColon),
        ] as [(String, InvalidAPIKey)])
    func refusesWhatNoKeyIs(apiKey: String, problem: InvalidAPIKey) {
        #expect(throws: problem) { try JuspayCredentials(apiKey: apiKey) }
        for form in texts(of: problem) where !apiKey.isEmpty && apiKey != "ş" {
            #expect(!form.contains(apiKey), "\(form)")
        }
    }

    @Test func printsNoKey() throws {
        let credentials = try JuspayCredentials(apiKey: "planted")
        let forms = texts(of: credentials) + texts(of: JuspaySigner(credentials))
        for form in forms { #expect(!form.contains("planted"), "\(form)") }
        #expect("\(JuspaySigner(credentials))" == "JuspaySigner(JuspayCredentials(‹redacted›))")
    }
}

import Foundation
import KurusRuntime
import Testing

@Suite struct RequestTargetTests {
    @Test(arguments: [
        ("https://api.example.com", "/v1/items", "/v1/items"),
        ("https://api.example.com/", "/v1/items", "/v1/items"),
        ("https://api.example.com/base/v2", "/items", "/base/v2/items"),
        ("https://api.example.com/base//", "/items/", "/base/items/"),
        ("https://api.example.com:8443/%62ase", "/a//b", "/%62ase/a//b"),
        ("http://127.0.0.1:80", "/", "/"),
        ("https://api.example.com", "items", "/items"),
        ("https://api.example.com", "/a b/ü/%2f/{/:@!$&'()*+,;=", "/a%20b/%C3%BC/%2f/%7B/:@!$&'()*+,;="),
        ("https://api.example.com", "/50%", "/50%25"),
    ])
    func keepsBasePathAndLiterals(server: String, path: String, target: String) async throws {
        #expect(try await captured(.get, path, server: server) { _ in }?.target == target)
    }

    @Test(arguments: [
        ("a/b", "a%2Fb"), ("a b", "a%20b"), ("a?b#c", "a%3Fb%23c"), ("%2F", "%252F"), ("şifre", "%C5%9Fifre"),
        ("...", "..."), ("a-b._~", "a-b._~"), ("\u{0}\r\n", "%00%0D%0A"), ("+;=,:@", "%2B%3B%3D%2C%3A%40"),
    ])
    func encodesEverythingButUnreservedInPathValues(value: String, text: String) async throws {
        #expect(try await captured(.get, "/x/{id}/y") { $0.path("id", value) }?.target == "/x/\(text)/y")
    }

    @Test func mixesTextAndVariables() async throws {
        let request = try await captured(.get, "/x/{a}~{b}.json/{a}") {
            $0.path("a", 1)
            $0.path("b", "two")
        }
        #expect(request?.target == "/x/1~two.json/1")
    }

    @Test func bytesReachTheTransportAsTheyWereBuilt() async throws {
        let request = try await captured(.get, "/x/{id}") {
            $0.path("id", "../é")
            $0.query("a[]", "1 + 1 = 2", allowReserved: true)
            $0.query("filter", ["a": "é/ü"] as JSONValue, .deepObject)
        }
        let target = "/x/..%2F%C3%A9?a%5B%5D=1%20%2B%201%20=%202&filter%5Ba%5D=%C3%A9%2F%C3%BC"
        #expect(request.map { Array($0.target.utf8) } == Array(target.utf8))
        #expect(request?.url.absoluteString == "https://api.example.com\(target)")
    }

    /// Only the path is the operation's: the host is the client's, listed in the document or not.
    @Test(arguments: [
        ("https://api.example.com/v1", "/v2", ["/v1"], "https://api.example.com/v2/x"),
        ("https://sandbox.example.com/v1/", "/v2", ["/v1"], "https://sandbox.example.com/v2/x"),
        ("https://api.example.com/v1", "", ["/v1"], "https://api.example.com/x"),
        ("https://api.example.com", "/v2", [], "https://api.example.com/v2/x"),
        ("http://127.0.0.1:8080", "/v2", ["/v1"], "http://127.0.0.1:8080/v2/x"),
        ("http://127.0.0.1:8080/proxy/v1", "/v2", ["/v1"], "http://127.0.0.1:8080/proxy/v2/x"),
        ("https://api.example.com/api/v1", "/v2", ["/api/v1", "/v1"], "https://api.example.com/v2/x"),
        ("https://api.example.com/xv1", "/v2", ["/v1"], "https://api.example.com/xv1/v2/x"),
        ("https://v1/v1", "v2", ["v1/"], "https://v1/v2/x"),
        ("https://api.example.com/v1", "//other.example.com", ["/v1"], "https://api.example.com//other.example.com/x"),
        ("https://api.example.com", "@other.example.com", [], "https://api.example.com/@other.example.com/x"),
    ])
    func basePathTakesThePlaceOfTheClients(
        server: String, path: String, replaced: [String], url: String
    ) async throws {
        let request = try await captured(.get, "/x", server: server) { $0.basePath(path, insteadOf: replaced) }
        #expect(request?.url.absoluteString == url)
    }

    @Test func namedServerWins() async throws {
        let request = try await captured(.get, "/x") { $0.server(APIServer("https://other.example.com/v9/")) }
        #expect(request?.url.absoluteString == "https://other.example.com/v9/x")
    }
}

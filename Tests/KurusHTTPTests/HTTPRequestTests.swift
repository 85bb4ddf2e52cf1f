import Foundation
import KurusHTTP
import Testing

@Suite struct HTTPRequestTests {
    @Test(arguments: [
        ("https://api.example.com", "/"),
        ("https://api.example.com?a=1", "/?a=1"),
        ("https://api.example.com/", "/"),
        ("https://user@api.example.com:8443/v1/a%2Fb/%2e%2E?q=%41+b&r=a/b?c#part", "/v1/a%2Fb/%2e%2E?q=%41+b&r=a/b?c"),
        ("http://[::1]:8080/a//b/", "/a//b/"),
        ("https://api.example.com/a/../b", "/a/../b"),
    ])
    func targetIsTheURLsOwnText(url: String, target: String) throws {
        let url = try #require(URL(string: url, encodingInvalidCharacters: false))
        #expect(HTTPRequest(method: .get, url: url).target == target)
    }

    @Test(arguments: [
        ("https://a.example/v1/items/abc?token=secret", "POST a.example"),
        ("https://user:secret@a.example:8443/v1/accounts/secret", "POST a.example"),
        ("http://[::1]/secret", "POST ::1"), ("secret", "POST no host"),
    ])
    func printsMethodAndHost(url: String, description: String) throws {
        let url = try #require(URL(string: url))
        let request = HTTPRequest(
            method: .post, url: url, fields: ["Authorization": "secret"], body: Array("secret".utf8))
        #expect(request.description == description)
    }

    @Test func noTextShowsFieldsQueryOrContent() throws {
        let url = try #require(URL(string: "https://a.example/v1?token=planted-query"))
        let fields: HTTPFields = ["Authorization": "planted-field"]
        let request = HTTPRequest(method: .post, url: url, fields: fields, body: Array("planted-content".utf8))
        let response = HTTPResponse(status: 200, fields: fields, body: Array("planted-content".utf8))
        for value in [request, response, fields] as [any Sendable] {
            var dumped = ""
            dump(value, to: &dumped)
            let texts = [
                dumped, "\(value)", String(reflecting: value), "\(Mirror(reflecting: value).children.map(\.value))",
            ]
            #expect(texts.allSatisfy { !$0.contains("planted") && !$0.contains("112, 108, 97") }, "\(texts)")
        }
    }
}

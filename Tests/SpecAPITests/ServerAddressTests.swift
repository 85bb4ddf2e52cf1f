import SpecAPI
import Testing

/// Equivalent spellings of an address are equal (RFC 3986 §6.2), and no others are.
@Suite struct ServerAddressTests {
    @Test(arguments: [
        ("https://api.example.com", "https://api.example.com"), ("HTTPS://API.Example.com/", "https://api.example.com"),
        ("https://api.example.com:443//", "https://api.example.com"), ("http://a.example:80/v1", "http://a.example/v1"),
        ("https://a.example:/v1/", "https://a.example/v1"), ("http://a.example:443", "http://a.example:443"),
        ("https://user:pw@a.example/x", "https://a.example/x"),
        ("https://a.example/%7euser/%2f", "https://a.example/~user/%2F"),
        ("https://a.example/a/./b/../c", "https://a.example/a/c"), ("https://a.example/..", "https://a.example"),
        ("https://a.example/V1", "https://a.example/V1"), ("https://[::1]:8443/", "https://[::1]:8443"),
        ("https://[::1]", "https://[::1]"), ("//a.example/v1", "//a.example/v1"), ("a.example/v1", "//a.example/v1"),
        ("localhost:8080", "//localhost:8080"), ("/v1/", "/v1"), ("v1", "/v1"), ("v1.0/api", "/v1.0/api"),
        ("./v1", "/v1"),
        ("/", "/"), ("", "/"), ("/https://a.example", "/https:/a.example"),
        ("{scheme}://A.example/", "{scheme}://a.example"),
    ])
    func isNormalized(_ url: String, _ normalized: String) {
        #expect(ServerAddress.normalized(url) == normalized)
        #expect(ServerAddress.normalized(normalized) == normalized)
    }
}

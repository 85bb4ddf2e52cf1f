import Testing

@testable import kurus

/// The addresses from which pages may be fetched.
struct PageAddressTests {
    @Test(arguments: [
        "https://example.com/page.md", "http://127.0.0.1:8080/page.md", "http://localhost/page.md",
        "https://example.com",
    ])
    func takes(_ text: String) {
        #expect(PageAddress(text)?.text == text)
    }

    @Test(arguments: [
        "http://example.com/page.md", "http://10.0.0.1/page.md", "ftp://example.com/x", "file:///etc/passwd", "page.md",
        "https:///page.md", "", "http://127.0.0.1.example.com/", "http://localhost@example.com/",
        "https://name@example.com/", "https://name:secret@example.com/a.md",
        "https://:secret@example.com/a.md", "https://@example.com/",
    ])
    func refuses(_ text: String) {
        #expect(PageAddress(text) == nil)
    }

    @Test(arguments: [
        ("https://example.com/a/b.md", "c.md", "https://example.com/a/c.md"),
        ("https://example.com/a.md", "/b.md", "https://example.com/b.md"),
        ("https://example.com/a.md", "https://docs.example.org/b.md", "https://docs.example.org/b.md"),
        ("https://example.com/a.md", "http://example.com/b.md", nil),
        ("https://example.com/a.md", "http://127.0.0.1/b.md", nil),
        ("https://example.com/a.md", "https://localhost/b.md", nil),
        ("https://example.com/a.md", "ftp://example.com/b.md", nil),
        ("https://example.com/a.md", "file:///etc/passwd", nil),
        ("https://example.com/a.md", "//docs.example.org/b.md", "https://docs.example.org/b.md"),
        ("https://example.com/a.md", "https://name:secret@example.com/b.md", nil),
        ("https://example.com/a.md", "https://169.254.169.254/latest", nil),
        ("https://example.com/a.md", "https://10.0.0.1/b.md", nil),
        ("https://example.com/a.md", "https://127.1/b", nil),
        ("https://example.com/a.md", "https://2130706433/b.md", nil),
        ("https://example.com/a.md", "https://0x7f.0x1/b.md", nil),
        ("https://example.com/a.md", "https://[::1]/b.md", nil),
        ("https://example.com/a.md", "https://[::ffff:10.0.0.1]/b.md", nil),
        ("https://example.com/a.md", "https://localhost./b.md", nil),
        ("https://example.com/a.md", "https://x.localhost/b.md", nil),
        ("https://example.com/a.md", "https://intranet/b.md", nil),
        ("https://example.com/a.md", "https://printer.local/b.md", nil),
        ("https://example.com/a.md", "https://metadata.google.internal/b.md", nil),
        // Whoever names such a host in kurus.json means it.
        ("https://intranet/a.md", "https://INTRANET/b.md", "https://INTRANET/b.md"),
        ("http://127.0.0.1:80/a.md", "http://127.0.0.1:81/b.md", "http://127.0.0.1:81/b.md"),
        ("http://127.0.0.1:80/a.md", "http://example.com/b.md", nil),
        ("http://127.0.0.1:80/a.md", "https://example.com/b.md", "https://example.com/b.md"),
    ])
    func followsOnlyToWhereItMay(_ text: String, _ location: String, _ next: String?) throws {
        let address = try #require(PageAddress(text))
        #expect(address.redirected(to: location)?.text == next)
    }
}

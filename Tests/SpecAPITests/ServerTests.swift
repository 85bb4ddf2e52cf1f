import SourceText
import SpecAPI
import SpecDiagnostics
import SpecDocument
import SpecTree
import SpecTestSupport
import Testing

/// The destination of operations of pages with other servers: never a host that the caller did not choose.
@Suite struct ServerTests {
    /// The `servers` of pages, each with one operation, and the expected choices.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        /// The text of each array; nil for a page without one.
        let pages: [String?]
        /// The expected servers of the client.
        let servers: [String]
        /// The expected choice of each page's operation.
        let choices: [String]
        var severities: [Diagnostic.Severity] = []
        var decisions: [(page: String, use: PageServers.Use)] = []

        init(
            _ description: String, _ pages: [String?], servers: [String], _ choices: [String],
            _ severities: [Diagnostic.Severity] = [], decisions: [(page: String, use: PageServers.Use)] = []
        ) {
            testDescription = description
            self.pages = pages
            self.servers = servers
            self.choices = choices
            self.severities = severities
            self.decisions = decisions
        }
    }

    private static let production = "https://api.lumen.example"
    private static let sandbox = "https://sandbox-api.lumen.example"

    private static func list(_ urls: String...) -> String {
        "[\(urls.map { #"{"url": "\#($0)"}"# }.joined(separator: ", "))]"
    }

    private static let both = list(production, sandbox)
    private static let client = ["client", "client"]

    static let pages: [Case] = [
        Case("equal lists", [both, both], servers: [production, sandbox], client),
        Case("another order", [both, list(sandbox, production)], servers: [production, sandbox], client),
        Case(
            "a slash at the end, case and default port",
            [both, list("HTTPS://API.lumen.example:443/", sandbox + "//")],
            servers: [production, sandbox], client),
        Case(
            "http beside https", [both, list("http://api.lumen.example", sandbox)], servers: [production, sandbox],
            client),
        Case("no servers", [both, nil], servers: [production, sandbox], client, [.warning]),
        Case("an empty list", [both, "[]"], servers: [production, sandbox], client, [.warning]),
        Case("no servers first", [nil, both], servers: [production, sandbox], client, [.warning]),
        Case("no servers anywhere", [nil, "[]"], servers: [], client),
        Case("production alone", [both, list(production)], servers: [production, sandbox], client, [.error]),
        Case("production alone first", [list(production), both], servers: [production, sandbox], client, [.error]),
        Case(
            "each a server of its own", [list(production), list(sandbox)], servers: [production, sandbox], client,
            [.error, .error]),
        Case(
            "production alone, sent to the client's server", [both, list(production)], servers: [production, sandbox],
            client, decisions: [("2.json", .client)]),
        Case(
            "production alone, named by the caller", [list(production), both], servers: [production, sandbox],
            ["named \(production)", "client"], decisions: [("1.json", .parameter)]),
        Case(
            "another host, named by the caller", [both, list("https://files.lumen.example")],
            servers: [production, sandbox], ["client", "named https://files.lumen.example"],
            decisions: [("2.json", .parameter)]),
        Case(
            "another host, sent to the client's server", [both, list("https://files.lumen.example")],
            servers: [production, sandbox], client, [.error], decisions: [("2.json", .client)]),
        Case(
            "a decision that nothing needs", [both, both], servers: [production, sandbox], client, [.error],
            decisions: [("2.json", .client)]),
        Case(
            "a decision about no page", [both, both], servers: [production, sandbox], client, [.error],
            decisions: [("3.json", .client)]),
        Case(
            "another base path", [both, list(production + "/v2", sandbox + "/v2")], servers: [production, sandbox],
            ["client", "client at /v2"]),
        Case(
            "another base path in place of one",
            [list(production + "/v1", sandbox + "/v1"), list(sandbox, production)],
            servers: [production + "/v1", sandbox + "/v1"], ["client", "client at / for /v1"]),
        Case(
            "another version behind different paths",
            [list(production + "/v1", sandbox + "/test/v1"), list(production + "/v2", sandbox + "/test/v2")],
            servers: [production + "/v1", sandbox + "/test/v1"], ["client", "client at /v2 for /v1"]),
        Case(
            "base paths that change differently",
            [list(production + "/v1", sandbox + "/v1"), list(production + "/v2", sandbox + "/v3")],
            servers: [production + "/v1", sandbox + "/v1"], client, [.error]),
        Case(
            "production alone at another base path, sent to the client's server",
            [list(production + "/v1", sandbox + "/v1"), list(production + "/v2")],
            servers: [production + "/v1", sandbox + "/v1"], ["client", "client at /v2 for /v1"],
            decisions: [("2.json", .client)]),
        Case(
            "environments that only paths tell apart, one of them missing",
            [list(production + "/live", production + "/test"), list(production + "/live")],
            servers: [production + "/live", production + "/test"], client, [.error]),
        Case(
            "such an environment is not guessed",
            [list(production + "/live", production + "/test"), list(production + "/live")],
            servers: [production + "/live", production + "/test"], client, [.error], decisions: [("2.json", .client)]),
        Case("a relative URL", [both, list("/")], servers: [production, sandbox], client),
        Case(
            "a relative base path", [both, list("v2")], servers: [production, sandbox], ["client", "client at /v2"]),
        Case(
            "a URL without a scheme", [both, list("api.lumen.example", "//sandbox-api.lumen.example")],
            servers: [production, sandbox], client),
        Case(
            "values of a variable are environments",
            [
                both,
                #"[{"url": "https://{env}.lumen.example", "variables": {"env": {"default": "api", "enum": ["api", "sandbox-api"]}}}]"#,
            ], servers: [production, sandbox], client),
        Case(
            "a value of a variable is missing",
            [
                both,
                #"[{"url": "https://{env}.lumen.example", "variables": {"env": {"default": "api", "enum": ["api"]}}}]"#,
            ], servers: [production, sandbox], client, [.error]),
        Case(
            "another default of a free variable",
            [
                #"[{"url": "https://{bank}.example", "variables": {"bank": {"default": "a"}}}]"#,
                #"[{"url": "https://{name}.example", "variables": {"name": {"default": "b"}}}]"#,
            ], servers: ["https://{bank}.example", "https://{name}.example"], client, [.error, .error]),
        Case(
            "the same server twice, as an overlay may add it", [list(production, sandbox, sandbox + "/")],
            servers: [production, sandbox], ["client"]),
    ]

    @Test(arguments: pages)
    func mergesServersOfPages(_ example: Case) throws {
        let documents = example.pages.enumerated().map { index, servers in
            ResolvedAPI.document(
                paths: #"{"/\#(index)": {"post": {"responses": {"200": {"description": "OK"}}}}}"#,
                more: servers.map { #""servers": \#($0), "# } ?? "")
        }
        let place = SourceLocation(file: SourceFile("kurus.json", "{}"), offset: 0)
        let options = ResolveOptions(
            pageServers: example.decisions.map { PageServers(page: $0.page, use: $0.use, location: place) })
        let resolved = try ResolvedAPI(documents, options: options)
        #expect(resolved.api.servers.map(\.url) == example.servers)
        #expect(resolved.api.operations.map(\.server.text) == example.choices)
        #expect(resolved.diagnostics.all.map(\.severity) == example.severities, "\(resolved.messages)")
    }

    /// The servers of the document and of its one operation, and the destination of the operation.
    static let operations: [(document: String, own: String, choice: String, isWarned: Bool)] = [
        (both, list("https://files.lumen.example"), "named https://files.lumen.example", false),
        (both, list(production), "client", true), (both, list(production + "/v2"), "client at /v2", true),
        (both, list(sandbox + "/v2", production + "/v2"), "client at /v2", false),
        (both, list(production, sandbox, "https://eu.lumen.example"), "client", false),
        (
            list(production + "/live", production + "/test"), list(production + "/live"), "named \(production)/live",
            false
        ),
        // One path would make one of the two environments; relative ones of their own keep them apart.
        (list(production + "/live", production + "/test"), list("/v2"), "named \(production)/v2", false),
        (
            list(production + "/live/v1", production + "/test/v1"), list("../v2"),
            "named \(production)/v2", false
        ),
        (list(production + "/live/v1", production + "/test/v1"), list("v2"), "client at /v2 for /v1", false),
        (list(production + "/a/v1"), list("v2"), "client at /a/v2 for /a/v1", false),
        (list(production + "/a/v1"), list("./v2/"), "client at /a/v2 for /a/v1", false),
        (list(production + "/a/v1"), list("../v2"), "client at /v2 for /a/v1", false),
        (list(production + "/a/v1"), list("../../../v2"), "client at /v2 for /a/v1", false),
        (list(production + "/a/v1"), list("/v2"), "client at /v2 for /a/v1", false),
        (list(production + "/a/v1"), list(""), "client", false),
        (
            list(production + "/v1"), list(production + "/a", production + "/b"),
            "named \(production)/a \(production)/b", false
        ),
        (list(production + "/v1"), list(production), "client at / for /v1", false),
        ("[]", list(production), "named \(production)", false), ("[]", list("/v2"), "client at /v2", false),
        (list("/v1"), list("/v2"), "client at /v2 for /v1", false),
        (list("/v1"), list(production), "named \(production)", false),
        (
            #"[{"url": "https://api.lumen.example/{base}", "variables": {"base": {"default": "v1"}}}]"#,
            list(production + "/v2"), "named \(production)/v2", false
        ),
        (
            list(production), #"[{"url": "https://{shard}.lumen.example"}]"#, "named https://{shard}.lumen.example",
            false
        ),
    ]

    @Test(arguments: operations)
    func keepsOperationsAtTheCallersServer(_ document: String, _ own: String, _ choice: String, isWarned: Bool) throws {
        let resolved = try ResolvedAPI([
            ResolvedAPI.document(
                paths: #"{"/a": {"post": {"servers": \#(own), "responses": {"200": {"description": "OK"}}}}}"#,
                more: #""servers": \#(document), "#)
        ])
        #expect(resolved.api.operations.first?.server.text == choice)
        let warnings = resolved.diagnostics.all.filter { $0.id == .differingServers }
        #expect(warnings.map(\.severity) == (isWarned ? [.warning] : []))
    }
}

extension ServerChoice {
    /// The choice as text: `client`, `client at /v2 for /v1`, or `named` with the URLs that the document lists.
    var text: String {
        switch self {
        case .client: "client"
        case .clientWithPath(let base):
            "client at " + (base.path.isEmpty ? "/" : base.path)
                + (base.replaced.isEmpty ? "" : " for " + base.replaced.joined(separator: " "))
        case .named(let servers): "named " + servers.map(\.url).joined(separator: " ")
        }
    }
}

import ClientGenerator
import SourceText
import SpecAPI
import SpecDiagnostics
import SpecPipeline
import Testing

/// The Swift names of servers: from kurus.json, else from the host; never from the description, which is prose.
@Suite struct ServerNameTests {
    private static let cases: [(server: String, names: [String: String], constant: String)] = [
        (#"{"url": "https://api.bank.example/v1"}"#, [:], "apiBankExample"),
        (#"{"url": "https://api.bank.example", "description": "Production"}"#, [:], "apiBankExample"),
        (#"{"url": "https://api.bank.example", "description": "Canlı"}"#, [:], "apiBankExample"),
        (#"{"url": "https://api.bank.example"}"#, ["https://api.bank.example": "production"], "production"),
        (#"{"url": "https://api.bank.example"}"#, ["https://api.bank.example": "init"], "initServer"),
        (#"{"url": "http://127.0.0.1:8080"}"#, [:], "_127001"),
        (#"{"url": "/v1"}"#, [:], "server"),
    ]

    @Test(arguments: cases)
    func areNamedByConfigurationOrHost(_ server: String, _ names: [String: String], _ constant: String) throws {
        let text = """
            {"openapi": "3.0.3", "info": {"title": "Bank", "version": "1"}, "servers": [\(server)], "paths": {}}
            """
        let client = try #require(Self.client(text, ResolveOptions(serverNames: names)))
        #expect(client.contains("public static let \(constant) = APIServer("))
    }

    @Test func tellServersOfOneHostApart() throws {
        let text = """
            {"openapi": "3.0.3", "info": {"title": "Bank", "version": "1"}, "paths": {},
             "servers": [{"url": "https://bank.example/v1"}, {"url": "https://bank.example/v2"}]}
            """
        let client = try #require(Self.client(text, ResolveOptions()))
        #expect(client.contains(#"static let bankExample = APIServer("https://bank.example/v1")"#))
        #expect(client.contains(#"static let bankExample2 = APIServer("https://bank.example/v2")"#))
    }

    /// The third server itself takes the second of three names.
    @Test func giveNoNameTwice() throws {
        let names = ["https://a.example": "bank", "https://b.example": "bank", "https://c.example": "bank2"]
        let text = """
            {"openapi": "3.0.3", "info": {"title": "Bank", "version": "1"}, "paths": {},
             "servers": [{"url": "https://c.example"}, {"url": "https://a.example"}, {"url": "https://b.example"},
                         {"url": "https://bank3"}]}
            """
        let client = try #require(Self.client(text, ResolveOptions(serverNames: names)))
        let constants = client.matches(of: /static let (\w+) =/).map { String($0.1) }
        #expect(constants == ["bank2", "bank", "bank3", "bank34"])
    }

    @Test func tellVariablesApart() throws {
        let text = """
            {"openapi": "3.0.3", "info": {"title": "Bank", "version": "1"}, "paths": {},
             "servers": [{"url": "https://{api-version}.bank.example/{api_version}/{api-version}",
                          "variables": {"api-version": {"default": "a"}, "api_version": {"default": "b"}}}]}
            """
        let client = try #require(Self.client(text, ResolveOptions()))
        #expect(client.contains(#"(apiVersion: String = "a", api_version: String = "b")"#))
        #expect(client.contains(#"apiVersion + ".bank.example/" + api_version + "/" + apiVersion)"#))
    }

    @Test func nameServersOfOperations() throws {
        let text = """
            {"openapi": "3.0.3", "info": {"title": "Bank", "version": "1"}, "servers": [{"url": "https://api.bank.example"}],
             "paths": {"/a": {"servers": [{"url": "https://files.bank.example"}],
                              "post": {"parameters": [{"name": "server", "in": "query", "schema": {"type": "string"}}],
                                       "responses": {"200": {"description": "OK"}}}}}}
            """
        let client = try #require(
            Self.client(text, ResolveOptions(serverNames: ["https://files.bank.example": "files"])))
        #expect(client.contains(#"static let files = APIServer("https://files.bank.example")"#))
        #expect(client.contains("func postA(server: APIServer, serverValue: String? = nil)"))
        #expect(client.contains("request.server(server)"))
    }

    private static func client(_ text: String, _ options: ResolveOptions) -> String? {
        let file = SourceFile(path: "bank.json", bytes: Array(text.utf8))
        return ClientPipeline(
            pages: [ClientPipeline.PageText(file: file, mayBeProse: false)], overlays: [], resolveOptions: options,
            clientOptions: ClientOptions(module: "BankAPI", source: "bank.json"), place: .path("bank.json")
        ).read(.generating).client()?.files.last?.text
    }
}

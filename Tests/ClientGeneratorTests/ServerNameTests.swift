import ClientGenerator
import SourceText
import SpecAPI
import SpecDiagnostics
import Testing

/// What servers are called in Swift: by kurus.json, else by their host; their description is prose.
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

    private static func client(_ text: String, _ options: ResolveOptions) -> String? {
        let file = SourceFile(path: "bank.json", bytes: Array(text.utf8))
        var diagnostics = Diagnostics()
        return ClientPipeline(
            pages: [ClientPipeline.PageText(file: file, mayBeProse: false)], overlays: [], resolveOptions: options,
            clientOptions: ClientOptions(module: "BankAPI", source: "bank.json"), place: .path("bank.json")
        ).client(diagnostics: &diagnostics)?.files.last?.text
    }
}

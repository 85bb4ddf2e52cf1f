import ClientGenerator
import Foundation
import SpecAPI
import SpecDiagnostics
import SpecDocument
import SpecPages
import Testing

/// The clients of the documents in Tests/Fixtures/Documents are committed in Tests/Clients, where they are compiled.
///
/// `KURUS_RECORD=1 swift test` writes them anew, and fails.
@Suite struct GoldenClientTests {
    struct Client: Sendable, CustomTestStringConvertible {
        var module: String
        var document: String
        var access: AccessLevel = .public
        var testDescription: String { module }
    }

    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    @Test(arguments: [
        Client(module: "HostileTextAPI", document: "hostile-text.json"),
        Client(module: "NamelessAPI", document: "nameless.json", access: .internal),
        Client(module: "EveryTypeAPI", document: "every-type.json"),
        Client(module: "EveryParameterAPI", document: "every-parameter.json", access: .package),
        Client(module: "EveryBodyAPI", document: "every-body.json"),
    ])
    func generatesTheCommittedClient(_ client: Client) throws {
        let path = "Tests/Fixtures/Documents/\(client.document)"
        let data = try Data(contentsOf: Self.tests.appending(path: "Fixtures/Documents/\(client.document)"))
        let folder = Self.tests.appending(path: "Clients/\(client.module)")
        var diagnostics = Diagnostics()
        let files = try generate(SourceFile(path: path, bytes: [UInt8](data)), client, &diagnostics)
        #expect(diagnostics.all.filter { $0.severity == .error }.map(\.message) == [])
        for file in files {
            let url = folder.appending(path: file.name)
            if ProcessInfo.processInfo.environment["KURUS_RECORD"] == "1" {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data(file.text.utf8).write(to: url)
                Issue.record("recorded \(file.name)")
            } else {
                let committed = try String(contentsOf: url, encoding: .utf8)
                #expect(file.text == committed, "\(file.name) differs; KURUS_RECORD=1 writes it anew")
            }
        }
    }

    private func generate(
        _ file: SourceFile, _ client: Client, _ diagnostics: inout Diagnostics
    ) throws -> [GeneratedFile] {
        let documents = Page.documents(in: file, diagnostics: &diagnostics).compactMap { page in
            OpenAPIDocument.decode(page.root, diagnostics: &diagnostics)
                .map { SourceDocument(page: page, document: $0) }
        }
        let api = API.resolve(documents, diagnostics: &diagnostics)
        let options = ClientOptions(
            module: client.module, source: client.document, access: client.access, emit: Set(ClientPart.allCases))
        return ClientGenerator.generate(api, options: options, diagnostics: &diagnostics)
    }
}

import ClientGenerator
import SpecAPI
import SpecDiagnostics
import SpecPipeline
import SpecTestSupport
import Testing

/// Tests/Fixtures/BadInput: each folder holds faulty pages, and all that is printed about them. KURUS_RECORD=1 rewrites
/// the expected texts. Those named `server-…` are read for a server too.
@Suite struct BadInputTests {
    @Test(arguments: Fixture.all(in: "BadInput"))
    func reportsEverythingThatIsWrong(_ fixture: Fixture) throws {
        let emit: Set<ClientPart> = fixture.name.hasPrefix("server-") ? [.types, .client, .server] : [.types, .client]
        let reading = try ClientPipeline(fixture, emit: emit).read(.generating)
        let diagnostics = reading.clientDiagnostics
        #expect(try diagnostics.text == fixture.expected("expected.txt", recording: diagnostics.text))
        #expect(!diagnostics.all.isEmpty)
        #expect((reading.client() == nil) == diagnostics.hasErrors)
    }
}

extension ClientPipeline {
    /// Runs a fixture's files through the pipeline, as `kurus generate` does.
    init(_ fixture: Fixture, module: String = "BadAPI", emit: Set<ClientPart> = [.types, .client]) throws {
        self.init(
            pages: try fixture.inputs().map { PageText(file: $0, mayBeProse: false) }, overlays: [],
            resolveOptions: try fixture.options().map { try ResolveOptions($0) } ?? ResolveOptions(),
            clientOptions: ClientOptions(module: module, source: fixture.name, emit: emit), place: .none)
    }
}

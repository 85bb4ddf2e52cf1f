import ClientGenerator
import SpecAPI
import SpecDiagnostics
import SpecTestSupport
import Testing

/// Tests/Fixtures/Golden: small documents, and all the source that comes of them. KURUS_RECORD=1 writes it anew.
@Suite struct GoldenTests {
    @Test(arguments: Fixture.all(in: "Golden"))
    func printsTheSource(_ fixture: Fixture) throws {
        var diagnostics = Diagnostics()
        let client = try ClientPipeline(fixture, module: "SampleAPI").client(diagnostics: &diagnostics)
        #expect(diagnostics.text.isEmpty)
        let text = try #require(client).files.map(\.text).joined(separator: "\n")
        #expect(try text == fixture.expected("expected.swift", recording: text))
    }
}

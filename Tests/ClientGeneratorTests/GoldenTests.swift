import ClientGenerator
import SpecAPI
import SpecDiagnostics
import SpecPipeline
import SpecTestSupport
import Testing

/// Tests/Fixtures/Golden: small documents, and the source of their clients; for `server-stub`, also of its server.
/// KURUS_RECORD=1 rewrites it.
@Suite struct GoldenTests {
    @Test(arguments: Fixture.all(in: "Golden"))
    func printsTheSource(_ fixture: Fixture) throws {
        let emit: Set<ClientPart> = fixture.name == "server-stub" ? [.types, .client, .server] : [.types, .client]
        let reading = try ClientPipeline(fixture, module: "SampleAPI", emit: emit).read(.generating)
        #expect(reading.clientDiagnostics.text.isEmpty)
        let text = try #require(reading.client()).files.map(\.text).joined(separator: "\n")
        #expect(try text == fixture.expected("expected.swift", recording: text))
    }
}

import ClientGenerator
import SpecAPI
import SpecDiagnostics
import SpecPipeline
import SpecTestSupport
import Testing

/// Tests/Fixtures/Golden: small documents, and all the source generated from them. KURUS_RECORD=1 rewrites it.
@Suite struct GoldenTests {
    @Test(arguments: Fixture.all(in: "Golden"))
    func printsTheSource(_ fixture: Fixture) throws {
        let reading = try ClientPipeline(fixture, module: "SampleAPI").read(.generating)
        #expect(reading.clientDiagnostics.text.isEmpty)
        let text = try #require(reading.client()).files.map(\.text).joined(separator: "\n")
        #expect(try text == fixture.expected("expected.swift", recording: text))
    }
}

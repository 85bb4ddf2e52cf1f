import ClientGenerator
import SourceText
import SpecAPI
import SpecDiagnostics
import SpecPipeline
import SpecTestSupport
import Testing

/// Input that only a machine writes: it results in a client or a diagnostic, and soon.
@Suite struct ExtremeInputTests {
    private func outcome(_ text: String) -> (client: GeneratedClient?, diagnostics: Diagnostics) {
        let pipeline = ClientPipeline(
            pages: [ClientPipeline.PageText(file: SourceFile("input.json", text), mayBeProse: false)], overlays: [],
            resolveOptions: ResolveOptions(), clientOptions: ClientOptions(module: "TestAPI", source: "input.json"),
            place: .none)
        let reading = pipeline.read(.generating)
        return (reading.client(), reading.clientDiagnostics)
    }

    private func document(_ schemas: String) -> String {
        #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": {\#(schemas)}}}"#
    }

    @Test func refusesArraysThatAreTooDeep() {
        let depth = 100_000
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let (client, diagnostics) = outcome(document(#""X": {"default": \#(text)}"#))
        #expect(client == nil)
        #expect(diagnostics.all.map(\.id) == [.jsonSyntax])
        #expect(diagnostics.text.utf8.count < 2_000)
    }

    @Test(arguments: [
        (#"{"items": "#, "}"), (#"{"properties": {"a": "#, "}}"), (#"{"allOf": [{"type": "object"}, "#, "]}"),
    ])
    func refusesSchemasThatAreTooDeep(_ open: String, _ close: String) {
        let depth = 160
        let schema = String(repeating: open, count: depth) + "{}" + String(repeating: close, count: depth)
        let (client, diagnostics) = outcome(document(#""X": \#(schema)"#))
        #expect(client == nil)
        #expect(diagnostics.all.filter { $0.severity == .error }.map(\.id) == [.unsupportedFeature])
    }

    @Test(arguments: [(#"{"items": "#, "}"), (#"{"properties": {"a": "#, "}}"), (#"{"additionalProperties": "#, "}")])
    func generatesSchemasThatAreDeep(_ open: String, _ close: String) {
        let depth = 60
        let schema =
            String(repeating: open, count: depth) + #"{"type": "string"}"# + String(repeating: close, count: depth)
        let (client, diagnostics) = outcome(document(#""X": \#(schema)"#))
        #expect(client != nil, "\(diagnostics.text.prefix(1_000))")
    }

    @Test func takesNamesOfAnyLength() throws {
        let name = String(repeating: "long", count: 25_000)
        let (client, diagnostics) = outcome(
            document(
                #""\#(name)": {"type": "object", "properties": {"\#(name)": {"type": "string", "enum": ["\#(name)"]}}}"#
            ))
        #expect(diagnostics.text.isEmpty)
        #expect(try #require(client).types == 1)
    }

    @Test func cutsLongNamesInExcerpts() {
        let name = String(repeating: "long", count: 25_000)
        let (client, diagnostics) = outcome(document(##""X": {"$ref": "#/components/schemas/\##(name)"}"##))
        #expect(client == nil)
        #expect(diagnostics.all.map(\.id) == [.danglingReference])
    }

    static let links: [@Sendable (Int) -> String] = [
        { ##""S\##($0)": {"$ref": "#/components/schemas/S\##($0 + 1)"}"## },
        { ##""S\##($0)": {"items": {"$ref": "#/components/schemas/S\##($0 + 1)"}}"## },
        { ##""S\##($0)": {"additionalProperties": {"$ref": "#/components/schemas/S\##($0 + 1)"}}"## },
        { ##""S\##($0)": {"properties": {"a": {"$ref": "#/components/schemas/S\##($0 + 1)"}}}"## },
        { ##""S\##($0)": {"oneOf": [{"$ref": "#/components/schemas/S\##($0 + 1)"}, {"type": "string"}]}"## },
    ]

    /// The last one is a decimal in a string, whose written form every alias has to know.
    @Test(arguments: links.indices)
    func generatesChainsOfManySchemas(_ index: Int) {
        let length = 2_000
        let last = #""S\#(length)": {"type": "string", "format": "decimal"}"#
        let schemas = (0..<length).map(Self.links[index]) + [last]
        let (client, diagnostics) = outcome(document(schemas.joined(separator: ", ")))
        #expect(client != nil || diagnostics.hasErrors)
    }
}

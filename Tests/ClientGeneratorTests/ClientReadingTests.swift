import ClientGenerator
import SourceText
import SpecAPI
import SpecDiagnostics
import SpecPipeline
import SpecTestSupport
import Testing

@Suite struct ClientReadingTests {
    /// Input that the generator rejects is still compared as far as possible.
    @Test(arguments: Fixture.all(in: "BadInput"))
    func goesOnAfterErrors(_ fixture: Fixture) throws {
        let pipeline = try ClientPipeline(fixture)
        let reading = pipeline.read(.comparing)
        let diagnostics = pipeline.read(.generating).clientDiagnostics
        #expect(diagnostics.text == reading.clientDiagnostics.text)
        #expect(try reading.pages.map(\.path) == fixture.inputs().map(\.path))
        let found = Set(reading.diagnostics.all.map(\.message))
        #expect(diagnostics.all.allSatisfy { $0.id == .noDocument || found.contains($0.message) })
    }

    @Test(arguments: Fixture.all(in: "Golden"))
    func reportsNothingInValidInput(_ fixture: Fixture) throws {
        let reading = try ClientPipeline(fixture, module: "SampleAPI").read(.comparing)
        #expect(reading.diagnostics.text.isEmpty)
        #expect(reading.documents.count == reading.pages.count)
        #expect(reading.declarations?.module == "SampleAPI")
    }

    @Test func keepsWhatCanBeRead() {
        let broken =
            ##"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"get": {"operationId": "a", "responses": {"200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Missing"}}}}}}}}, "components": {"schemas": {"Kept": {"type": "object", "properties": {"x": {"type": "string"}}}}}}"##
        let reading = ClientPipeline(document: broken).read(.comparing)
        #expect(reading.diagnostics.hasErrors)
        #expect(reading.declarations?.declarations.map(\.name).contains("Kept") == true)
        #expect(
            reading.declarations?.declarations.first?.members.map(\.text) == [
                "func a() async throws(APIError) -> JSONValue"
            ])
    }

    @Test func blamesNoOverlayForPagesThatCannotBeRead() {
        let overlay =
            #"{"overlay": "1.0.0", "info": {"title": "O", "version": "1"}, "actions": [{"target": "$.paths['/gone']", "remove": true}]}"#
        let page = #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}}"#
        let whole = ClientPipeline(document: page, overlay: overlay).read(.comparing)
        #expect(whole.diagnostics.all.map(\.id) == [.overlayMatchesNothing])
        let half = ClientPipeline(documents: [page, "{"], overlay: overlay).read(.comparing)
        #expect(half.diagnostics.hasErrors)
        #expect(!half.diagnostics.all.map(\.id).contains(.overlayMatchesNothing))
        #expect(half.documents.count == 1)
    }
}

extension ClientPipeline {
    init(document: String, overlay: String? = nil) {
        self.init(documents: [document], overlay: overlay)
    }

    init(documents: [String], overlay: String? = nil) {
        self.init(
            pages: documents.enumerated().map { PageText(file: SourceFile("page\($0).json", $1), mayBeProse: false) },
            overlays: overlay.map { [SourceFile("overlay.json", $0)] } ?? [], resolveOptions: ResolveOptions(),
            clientOptions: ClientOptions(module: "SampleAPI", source: "page.json"), place: .none)
    }
}

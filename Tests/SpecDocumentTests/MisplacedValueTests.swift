import SeededRandom
import SourceText
import SpecDiagnostics
import SpecDocument
import SpecTree
import SpecTestSupport
import Testing

struct MisplacedValueTests {
    /// Puts values of the complete document in place of others: a document that cannot be decoded has an error, and
    /// every diagnostic has a location.
    @Test(arguments: [UInt64.random(in: .min ... .max)])
    func survivesValuesAtOtherPlaces(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let complete = try CompleteDocument.node()
        let uses = SpecificationWalk(complete).uses
        for _ in 0..<200 {
            var document = complete
            for _ in 0..<4 {
                guard let place = uses.randomElement(using: &generator),
                    let value = uses.randomElement(using: &generator)
                else { continue }
                document = document.replacing(at: place.path[...], with: value.node.content)
            }
            var diagnostics = Diagnostics()
            let decoded = OpenAPIDocument.decode(document, diagnostics: &diagnostics)
            #expect(decoded != nil || diagnostics.hasErrors, "seed \(seed)")
            #expect(diagnostics.all.allSatisfy { $0.location != nil }, "seed \(seed)")
        }
    }

    @Test func reportsInTheOrderOfThePage() throws {
        let offsets = Sample.schema.decode(
            #"{"writeOnly": 1, "items": 2, "titel": 3, "type": 4, "allOf": [5, {"maximum": "6"}], "title": 7}"#
        ).diagnostics.all.compactMap { $0.location?.offset }
        #expect(offsets.count == 7)
        #expect(offsets == offsets.sorted())
    }

    /// An overlay's values keep their locations in the overlay.
    @Test func reportsOverlaysAfterThePage() throws {
        var diagnostics = Diagnostics()
        let overlay = SourceFile("overlay.json", #"{"type": 1}"#)
        let page = Sample.schema.file(#"{"properties": {"a": {}}, "x-kurus-sensitive": 2, "titel": 3}"#)
        let patch = try #require(JSONNode.read(overlay, diagnostics: &diagnostics))
        let root = try #require(JSONNode.read(page, diagnostics: &diagnostics))
        let use = try #require(SpecificationWalk(root).uses.first { $0.name == "Schema Object.properties{}" })
        _ = OpenAPIDocument.decode(
            root.replacing(at: use.path[...], with: patch.content), diagnostics: &diagnostics)
        #expect(diagnostics.all.compactMap { $0.location?.file.path } == ["page.json", "page.json", "overlay.json"])
    }
}

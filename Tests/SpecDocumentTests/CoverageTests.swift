import SpecDiagnostics
import SpecDocument
import SpecTree
import Testing

struct CoverageTests {
    @Test(arguments: SpecificationFields.objects.map(\.name))
    func readsEveryFieldOfTheSpecification(name: String) throws {
        let object = try #require(SpecificationFields.object(name))
        let coverage = try #require(SpecificationCoverage.objects.first { $0.name == name })
        #expect(coverage.fields.sorted() == object.fields.map(\.name).sorted())
        #expect(coverage.patterns == object.patterns.map(\.name))
    }

    @Test func knowsTheObjectsOfTheSpecificationAndNoOthers() {
        #expect(SpecificationCoverage.objects.map(\.name).sorted() == SpecificationFields.objects.map(\.name).sorted())
        #expect(SpecificationCoverage.objects.count == 30)
    }

    @Test func listsWhatIsReadBeyondTheSpecification() {
        let additions = SpecificationCoverage.objects.filter { !$0.additions.isEmpty }
        let listed = additions.map { "\($0.name): " + $0.additions.joined(separator: " ") }
        #expect(
            listed == [
                "Operation Object: x-kurus-effect x-kurus-identifiers",
                "Reference Object: summary description title deprecated readOnly writeOnly nullable example examples"
                    + " x-kurus-sensitive",
                "Schema Object: x-kurus-sensitive x-kurus-deprecated",
            ])
    }

    @Test func theCompleteDocumentHasEveryField() throws {
        let walk = try SpecificationWalk(CompleteDocument.node())
        let names = Set(walk.uses.map(\.name))
        for object in SpecificationFields.objects {
            for field in object.fields + object.patterns {
                #expect(names.contains("\(object.name).\(field.name)"))
            }
        }
        #expect(
            walk.unknown.allSatisfy { unknown in
                SpecificationCoverage.objects.contains { object in
                    object.additions.contains { unknown == "\(object.name).\($0)" }
                }
            })
    }

    /// A field that is listed and never asked for would be reported as unknown.
    @Test func saysNothingAboutTheCompleteDocument() throws {
        var diagnostics = Diagnostics()
        let document = try OpenAPIDocument.decode(CompleteDocument.node(), diagnostics: &diagnostics)
        #expect(document != nil)
        #expect(diagnostics.text == "")
    }
}

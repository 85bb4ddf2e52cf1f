import SpecDiagnostics
import SpecDocument
import SpecTree
import Testing

struct CoverageTests {
    @Test(arguments: SpecificationFields.objects.map(\.name))
    func readsEveryFieldOfTheSpecification(name: String) throws {
        let object = try #require(SpecificationFields.object(name))
        let coverage = try #require(ObjectKind.allCases.map(\.grammar).first { $0.name == name })
        #expect(coverage.fields.sorted() == object.fields.map(\.name).sorted())
        #expect(coverage.patterns == object.patterns.map(\.name))
    }

    @Test(arguments: SpecificationFields.objects.map(\.name))
    func knowsTheContentOfEveryField(name: String) throws {
        let object = try #require(SpecificationFields.object(name))
        let grammar = try #require(ObjectKind.allCases.map(\.grammar).first { $0.name == name })
        for field in object.fields + object.patterns {
            #expect(grammar.content(of: field.name).text == field.kind.text, "\(name).\(field.name)")
        }
    }

    @Test func knowsTheObjectsOfTheSpecificationAndNoOthers() {
        #expect(ObjectKind.allCases.map(\.grammar.name).sorted() == SpecificationFields.objects.map(\.name).sorted())
        #expect(ObjectKind.allCases.map(\.grammar).count == 30)
    }

    @Test func listsWhatIsReadBeyondTheSpecification() {
        let additions = ObjectKind.allCases.map(\.grammar).filter { !$0.additions.isEmpty }
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
                ObjectKind.allCases.map(\.grammar).contains { object in
                    object.additions.contains { unknown == "\(object.name).\($0)" }
                }
            })
    }

    /// A listed field that no decoder asks for would be reported as unknown.
    @Test func reportsNothingInTheCompleteDocument() throws {
        var diagnostics = Diagnostics()
        let document = try OpenAPIDocument.decode(CompleteDocument.node(), diagnostics: &diagnostics)
        #expect(document != nil)
        #expect(diagnostics.text == "")
    }
}

extension ObjectGrammar.Content {
    fileprivate var text: String {
        switch self {
        case .value: "value"
        case .object(let kind): kind.grammar.name
        case .list(let kind): "list of \(kind.grammar.name)"
        case .map(let kind): "map of \(kind.grammar.name)"
        }
    }
}

extension SpecificationFields.Kind {
    fileprivate var text: String {
        switch self {
        case .string, .boolean, .number, .any: "value"
        case .object(let name), .booleanOrObject(let name), .reference(let name): name
        case .array(let element): element.text == "value" ? "value" : "list of \(element.text)"
        case .map(let entry): entry.text == "value" ? "value" : "map of \(entry.text)"
        }
    }
}

import SpecDiagnostics
import SpecDocument
import SpecTree
import Testing

struct CoverageTests {
    @Test(arguments: SpecificationFields.objects.map(\.name), SpecificationVersion.allCases)
    func readsEveryFieldOfTheSpecification(name: String, version: SpecificationVersion) throws {
        let object = try #require(SpecificationFields.object(name, in: version))
        let coverage = try #require(ObjectKind.allCases.map(\.grammar).first { $0.name == name })
        #expect(coverage.fields(in: version).sorted() == object.fields.map(\.name).sorted())
        #expect(coverage.patterns == object.patterns.map(\.name))
    }

    @Test(arguments: SpecificationFields.objects.map(\.name), SpecificationVersion.allCases)
    func knowsTheContentOfEveryField(name: String, version: SpecificationVersion) throws {
        let object = try #require(SpecificationFields.object(name, in: version))
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
        let additions = ObjectKind.allCases.map(\.grammar).filter { !$0.additions(to: .v30).isEmpty }
        let listed = additions.map { "\($0.name): " + $0.additions(to: .v30).joined(separator: " ") }
        #expect(
            listed == [
                "Operation Object: x-kurus-effect x-kurus-identifiers",
                "Reference Object: summary description title deprecated readOnly writeOnly nullable example examples"
                    + " x-kurus-sensitive",
                "Schema Object: x-kurus-sensitive x-kurus-deprecated",
            ])
    }

    @Test(arguments: [SpecificationVersion.v30, .v31])
    func theCompleteDocumentHasEveryField(version: SpecificationVersion) throws {
        let walk = try SpecificationWalk(CompleteDocument.node(version), version)
        let names = Set(walk.uses.map(\.name))
        for object in SpecificationFields.objects(of: version) {
            for field in object.fields + object.patterns {
                // A license has `identifier` or `url`.
                guard version == .v30 || field.name != "url" || object.name != "License Object" else { continue }
                #expect(names.contains("\(object.name).\(field.name)"))
            }
        }
        #expect(
            walk.unknown.allSatisfy { unknown in
                ObjectKind.allCases.map(\.grammar).contains { object in
                    object.additions(to: version).contains { unknown == "\(object.name).\($0)" }
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

extension CoverageTests {
    /// Every field of 3.1 that is not followed is warned about where it is, and nothing else is.
    @Test func warnsOfEveryFieldThatIsNotFollowed() throws {
        let node = try SchemaIdentifiers.resolvingReferences(in: CompleteDocument.node(.v31))
        var diagnostics = Diagnostics()
        let document = OpenAPIDocument.decode(node, diagnostics: &diagnostics)
        #expect(document?.specification == .v31)
        #expect(diagnostics.all.allSatisfy { $0.id == .notFollowed && $0.severity == .warning }, "\(diagnostics.text)")
        let warned = Set(diagnostics.all.compactMap(\.message.warnedField))
        let listed = ObjectKind.allCases.map(\.grammar).flatMap { object in
            object.fields(in: .v31).filter { object.treatment(of: $0) == .warned }.map { "\(object.name).\($0)" }
        }
        // Of these, the resolution warns: nothing is generated for them.
        #expect(
            Set(listed).subtracting(warned) == [
                "OpenAPI Object.webhooks", "Operation Object.callbacks", "Response Object.links",
                "Encoding Object.headers",
            ])
        #expect(warned.isSubset(of: listed))
    }
}

extension String {
    /// The object and field that a warning names: "`if` of OpenAPI 3.1 in the Schema Object is not followed".
    fileprivate var warnedField: String? {
        guard let match = firstMatch(of: /`([^`]+)`(?: of OpenAPI [0-9.]+)? in the ([A-Za-z0-9 ]+?) is not followed/)
        else { return nil }
        return "\(match.2).\(match.1)"
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
        case .string, .boolean, .number, .booleanOrNumber, .stringOrArray, .any: "value"
        case .object(let name), .booleanOrObject(let name), .reference(let name): name
        case .array(let element): element.text == "value" ? "value" : "list of \(element.text)"
        case .map(let entry): entry.text == "value" ? "value" : "map of \(entry.text)"
        }
    }
}

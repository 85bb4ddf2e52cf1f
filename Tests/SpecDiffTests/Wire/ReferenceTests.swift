import SourceText
import SpecDiagnostics
import SpecDiff
import SpecPipeline
import SpecTree
import Testing

/// References: components are compared once, whatever their place and name.
@Suite struct ReferenceTests {
    private static func document(_ schema: String, components: String, path: String = "/things") -> String {
        """
        {"openapi": "3.0.3", "info": {"title": "Things", "version": "1"},
         "paths": {"\(path)": {"get": {"responses": {"200": {"description": "", "content": {"application/json": {
           "schema": \(schema)
         }}}}}}},
         "components": {"schemas": {\(components)}}}
        """
    }

    private static let thing = #"{"type": "object", "properties": {"id": {"type": "string"}}}"#
    private static let other = #"{"type": "object", "properties": {"id": {"type": "integer"}}}"#

    @Test func takesARenamedComponentForTheSame() {
        let report = APIComparison.of(
            .document(
                Self.document(##"{"$ref": "#/components/schemas/Thing"}"##, components: #""Thing": \#(Self.thing)"#)),
            .document(
                Self.document(##"{"$ref": "#/components/schemas/Item"}"##, components: #""Item": \#(Self.thing)"#)))
        #expect(report.wire == .none)
        #expect(report.source == .breaking)
        #expect(report.changes.map(\.rule) == ["swift-declaration-changed"])
    }

    @Test func takesAnInlineSchemaForTheComponentThatSaysTheSame() {
        let inline = ClientReading.document(Self.document(Self.thing, components: ""))
        let named = ClientReading.document(
            Self.document(##"{"$ref": "#/components/schemas/Thing"}"##, components: #""Thing": \#(Self.thing)"#))
        #expect(APIComparison.of(inline, named).wireRules == [])
        #expect(APIComparison.of(named, inline).wireRules == [])
    }

    @Test func showsAtTheReferenceWhatAnotherComponentSays() throws {
        let components = #""Thing": \#(Self.thing), "Other": \#(Self.other)"#
        let report = APIComparison.of(
            .document(Self.document(##"{"$ref": "#/components/schemas/Thing"}"##, components: components)),
            .document(Self.document(##"{"$ref": "#/components/schemas/Other"}"##, components: components)))
        #expect(report.wireRules == ["response-property-type-changed breaking", "schema-reference-changed none"])
        for change in report.changes {
            #expect(change.base?.location.position.line == 3, "\(change.rule)")
            #expect(change.revision?.location.position.line == 3, "\(change.rule)")
            #expect(change.operations == ["GET /things"])
        }
    }

    @Test func tellsWhenASchemaIsReferredToByAnotherName() {
        let components = ##""Thing": \##(Self.thing), "Alias": {"$ref": "#/components/schemas/Thing"}"##
        let report = APIComparison.of(
            .document(Self.document(##"{"$ref": "#/components/schemas/Thing"}"##, components: components)),
            .document(Self.document(##"{"$ref": "#/components/schemas/Alias"}"##, components: components)))
        #expect(report.wireRules == ["schema-reference-changed none"])
    }

    @Test func showsAtTheReferenceWhatAnotherResponseSays() {
        func document(_ name: String) -> ClientReading {
            .document(
                """
                {"openapi": "3.0.3", "info": {"title": "Things", "version": "1"},
                 "paths": {"/things": {"get": {"responses": {"200": {
                   "$ref": "#/components/responses/\(name)"
                 }}}}},
                 "components": {"responses": {
                   "One": {"description": "", "content": {"application/json": {"schema": {"type": "string"}}}},
                   "Two": {"description": "", "content": {"application/json": {"schema": {"type": "integer"}}}}}}}
                """)
        }
        let report = APIComparison.of(document("One"), document("Two"))
        #expect(report.wireRules == ["response-body-type-changed breaking"])
        #expect(report.changes.first?.revision?.location.position.line == 2)
    }

    @Test func reportsASharedComponentOnceWithEveryOperation() throws {
        func document(_ type: String) -> ClientReading {
            let use = ##"{"$ref": "#/components/schemas/Amount"}"##
            let answer =
                #""responses": {"200": {"description": "", "content": {"application/json": {"schema": \#(use)}}}}"#
            return .document(
                """
                {"openapi": "3.0.3", "info": {"title": "Things", "version": "1"},
                 "paths": {"/a": {"get": {\(answer)}}, "/b": {"get": {\(answer)}}, "/c": {"get": {\(answer)}}},
                 "components": {"schemas": {"Amount": {"type": "object", "properties": {"value": {"type": "\(type)"}}}}}}
                """)
        }
        let changes = APIComparison.of(document("decimal"), document("string")).changes
        #expect(changes.map(\.rule) == ["response-property-type-changed"])
        let change = try #require(changes.first)
        #expect(change.operations == ["GET /a", "GET /b", "GET /c"])
        #expect(change.wire == .breaking && change.source == .breaking)
        #expect(change.revision?.pointer.description == "/components/schemas/Amount/properties/value")
    }

    @Test func reportsOnceWhatSeveralPagesRepeat() {
        func side(_ component: String) -> ClientReading {
            let use = ##"{"$ref": "#/components/schemas/Thing"}"##
            let texts = ["/a", "/b"].map { path in
                (
                    "page\(path.dropFirst()).json",
                    Self.document(use, components: #""Thing": \#(component)"#, path: path)
                )
            }
            return .pages(texts.map { (name: $0.0, text: $0.1) })
        }
        let report = APIComparison.of(side(Self.thing), side(Self.other))
        #expect(report.wireRules == ["response-property-type-changed breaking"])
        #expect(report.changes.first?.operations == ["GET /a", "GET /b"])
    }

    @Test func comparesTheRestOfADocumentWithADanglingReference() {
        let reference = ##"{"$ref": "#/components/schemas/Thing"}"##
        let report = APIComparison.of(
            .document(Self.document(reference, components: #""Thing": \#(Self.thing), "Loose": \#(Self.thing)"#)),
            .document(Self.document(reference, components: #""Loose": \#(Self.other)"#)))
        let rules = report.changes.map(\.rule)
        #expect(rules.contains("document-error-added"))
        #expect(rules.contains("api-schema-changed"))
        #expect(report.source == .breaking)
    }

    @Test func givesEachNewValueItsOwnCase() throws {
        func document(_ values: String) -> ClientReading {
            .document(
                Self.document(
                    ##"{"$ref": "#/components/schemas/State"}"##,
                    components: #""State": {"type": "string", "enum": [\#(values)]}"#))
        }
        let changes = APIComparison.of(document(#""A""#), document(#""A", "B", "C""#)).changes
        #expect(changes.map(\.now) == ["B", "C"])
        #expect(changes.map { $0.declarations.map(\.name) } == [["State.b"], ["State.c"]])
    }
}

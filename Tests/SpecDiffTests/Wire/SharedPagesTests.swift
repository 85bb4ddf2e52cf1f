import SourceText
import SpecDiagnostics
import SpecDiff
import SpecPipeline
import Testing

/// Pages that repeat the common parts of their API.
@Suite struct SharedPagesTests {
    /// A page of one operation, `GET /NAME`, which answers with an `Order` that holds `Money`.
    private static func page(_ name: String, currencies: String = #""TRY""#, root: String = "") -> (String, String) {
        (
            "\(name).json",
            #"""
            {"openapi": "3.0.3", "info": {"title": "Orders", "version": "1"}, \#(root)
             "paths": {"/\#(name)": {"get": {"responses": {"200": {"description": "Done", "content":
              {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}}}}}},
             "components": {"schemas": {
              "Order": {"type": "object", "properties": {"total": {"$ref": "#/components/schemas/Money"}}},
              "Money": {"type": "object", "properties": {"currency": {"type": "string", "enum": [\#(currencies)]}}}}}}
            """#
        )
    }

    @Test func reportsWhatAllPagesSayOnceWithTheOperationsOfAll() {
        let report = APIComparison.of(
            .pages([Self.page("a"), Self.page("b")]),
            .pages([
                Self.page("a", root: #""security": [{"key": []}],"#),
                Self.page("b", root: #""security": [{"key": []}],"#),
            ]))
        #expect(report.changes.map(\.rule) == ["api-global-security-added"])
        #expect(report.changes.first?.operations == ["GET /a", "GET /b"])
        #expect(report.changes.first?.declarations.count == 2)
    }

    @Test func reportsAComponentThatAllPagesChangedOnce() {
        let report = APIComparison.of(
            .pages([Self.page("a"), Self.page("b")]),
            .pages([Self.page("a", currencies: #""TRY", "EUR""#), Self.page("b", currencies: #""TRY", "EUR""#)]))
        #expect(report.wireRules == ["response-property-enum-value-added info"])
        #expect(report.changes.first?.operations == ["GET /a", "GET /b"])
    }

    /// `Order` reads the same on both pages then, and leads to different things.
    @Test func findsAComponentThatOnePageChanged() {
        let report = APIComparison.of(
            .pages([Self.page("a"), Self.page("b")]),
            .pages([Self.page("a"), Self.page("b", currencies: #""TRY", "EUR""#)]))
        #expect(report.wireRules == ["document-error-added warning", "response-property-enum-value-added info"])
        let added = report.changes.first { $0.rule == "response-property-enum-value-added" }
        #expect(added?.operations == ["GET /b"])
        // The generated enum is the other page's.
        #expect(added?.notes == [])
        #expect(added?.revision?.location.file.path == "b.json")
    }

    @Test func reportsAComponentThatAnUnusedOneLeadsToOnce() {
        func side(_ currencies: String) -> ClientReading {
            let (name, text) = Self.page("a", currencies: currencies)
            let unused =
                ##""Unused": {"type": "object", "properties": {"m": {"$ref": "#/components/schemas/Money"}}}, "##
            return .pages([(name, text.replacing("\"Order\": {", with: unused + "\"Order\": {"))])
        }
        let report = APIComparison.of(side(#""TRY""#), side(#""TRY", "EUR""#))
        #expect(report.wireRules == ["response-property-enum-value-added info"])
        #expect(report.changes.first?.notes.count == 1)
    }
}

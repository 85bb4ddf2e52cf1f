import KurusGenerating
import Testing

@testable import kurus

struct LintTests {
    /// A page with an unknown field: a warning.
    static let sloppy = SamplePages.ping.replacing(
        #""title": "Balances""#, with: #""title": "Balances", "autor": "me""#)

    @Test func readsInputsWithOverlaysAndLintInputsWithout() async throws {
        var files = SamplePages.bank(more: #", "overlays": ["names.json"], "lintInputs": ["tr/*.md"]"#)
        files["specs/bank/names.json"] = """
            {"overlay": "1.0.0", "info": {"title": "Names", "version": "1"},
            "actions": [{"target": "$.paths['/balance'].get", "update": {"operationId": "showBalance"}}]}
            """
        // The overlay would match nothing here, which would be an error.
        files["specs/bank/tr/ping.md"] = Self.sloppy
        let folder = try TestFolder(files)
        let warning = """
            specs/bank/tr/ping.md:2:52: warning: `autor` is not a field of the Info Object; it is ignored [unknown-field]
            {"openapi": "3.0.3", "info": {"title": "Balances", "autor": "me", "version": "1"},
                                                               ^
            """
        #expect(
            await folder.kurus("lint")
                == Outcome(status: 0, output: "2 pages, 0 errors, 1 warning\n", errors: warning + "\n"))
        #expect(folder.files.kind(of: "Generated") == nil)
    }

    /// The words for types are those of all pages.
    @Test func readsLintInputsWithTheTypesOfTheClient() async throws {
        let money = SamplePages.balance().replacing(#"{"type": "string"}"#, with: #"{"type": "money"}"#)
        var files = SamplePages.bank(
            page: money, more: #", "types": {"money": "Decimal"}, "lintInputs": ["tr/*.md"]"#)
        files["specs/bank/tr/balance.md"] = money
        files["specs/bank/tr/ping.md"] = SamplePages.ping
        let folder = try TestFolder(files)
        #expect(await folder.kurus("lint") == Outcome(status: 0, output: "3 pages, 0 errors, 0 warnings\n"))
        try folder.write(SamplePages.balance(), to: "specs/bank/tr/balance.md")
        #expect(await folder.kurus("lint") == Outcome(status: 0, output: "3 pages, 0 errors, 0 warnings\n"))
    }

    @Test func reportsAllErrorsOfAllInputs() async throws {
        let folder = try TestFolder(["a.md": "", "b.json": "{", "c.md": "# C\n"])
        let errors = """
            a.md: error: the file is empty [empty-file]
            b.json:1:2: error: the JSON ends here, but is not complete [json-syntax]
            {
             ^
            b.json:1:1: note: this is not closed
            {
            ^
            c.md: error: no OpenAPI document here; \(BadInputTests.document) [no-document]

            """
        let expected = Outcome(status: 3, output: "3 pages, 3 errors, 0 warnings\n", errors: errors)
        #expect(await folder.kurus("lint", "a.md", "b.json", "c.md") == expected)
        #expect(await folder.kurus("lint", "--format", "text", ".").status == 3)
    }

    @Test func readsAConfiguredFolderAsItsConfigurationSays() async throws {
        var files = SamplePages.bank(more: #", "typesModule": "B", "emit": ["server"]"#)
        files["specs/bank/broken.json"] = "{"
        let folder = try TestFolder(files)
        for operand in ["specs/bank", "specs/bank/kurus.json"] {
            #expect(await folder.kurus("lint", operand) == Outcome(status: 0, output: "1 page, 0 errors, 0 warnings\n"))
        }
    }

    /// Diagnostics of the generator are included.
    @Test func reportsWhatHasNoSwiftForm() async throws {
        let page = SamplePages.balance().replacing(
            #""operationId": "getBalance""#,
            with:
                #""operationId": "getBalance", "parameters": [{"name": "a", "in": "cookie", "schema": {"type": "money"}}]"#
        )
        let outcome = try await TestFolder(["page.md": page]).kurus("lint", "page.md")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("[unknown-type]"), "\(outcome)")
    }

    @Test func printsJSON() async throws {
        let folder = try TestFolder(["a.md": "", "b.json": "{", "é.md": Self.sloppy])
        let expected = #"""
            {"diagnostics":[{"id":"empty-file","severity":"error","message":"the file is empty","file":"a.md"},\#
            {"id":"json-syntax","severity":"error","message":"the JSON ends here, but is not complete",\#
            "file":"b.json","line":1,"column":2,"offset":1,\#
            "notes":[{"message":"this is not closed","file":"b.json","line":1,"column":1,"offset":0}]},\#
            {"id":"unknown-field","severity":"warning",\#
            "message":"`autor` is not a field of the Info Object; it is ignored",\#
            "file":"é.md","line":2,"column":52,"offset":59}],"errors":2,"warnings":1}
            """#
        #expect(await folder.kurus("lint", "--format=json", ".") == Outcome(status: 3, output: expected + "\n"))
    }

    @Test func printsJSONWhenThereIsNothingToReport() async throws {
        let folder = try TestFolder(SamplePages.bank())
        let expected = #"{"diagnostics":[],"errors":0,"warnings":0}"# + "\n"
        #expect(await folder.kurus("lint", "--format", "json") == Outcome(status: 0, output: expected))
    }
}

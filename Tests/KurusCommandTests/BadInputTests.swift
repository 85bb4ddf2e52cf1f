import KurusGenerating
import Testing

@testable import kurus

struct BadInputTests {
    struct Case: CustomTestStringConvertible {
        let name: String
        let files: [String: String]
        let inputs: [String]
        let errors: String

        var testDescription: String { name }
    }

    static let document = "a document is a fenced code block of JSON or YAML whose object has a member `openapi`"

    static let cases = [
        Case(
            name: "empty page", files: ["page.md": ""], inputs: ["page.md"],
            errors: "page.md: error: the file is empty [empty-file]\n"),
        Case(
            name: "empty document", files: ["a.json": ""], inputs: ["a.json"],
            errors: "a.json: error: the file is empty [empty-file]\n"),
        Case(
            name: "nothing there", files: [:], inputs: ["no/page.md", "nowhere"],
            errors: """
                no/page.md: error: the file cannot be read: No such file or directory [unreadable-file]
                nowhere: error: the file cannot be read: No such file or directory [unreadable-file]

                """),
        Case(
            name: "file where a folder should be", files: ["a.md": ""], inputs: ["a.md/page.md"],
            errors: "a.md/page.md: error: the file cannot be read: Not a directory [unreadable-file]\n"),
        Case(
            name: "folder without pages", files: ["docs/page.txt": ""], inputs: ["docs"],
            errors: "docs: error: no .md, .json, .yaml or .yml file in this folder [no-matching-file]\n"),
        Case(
            name: "page without a document", files: ["page.md": "# Title\n\n```json\n{\"a\": 1}\n```\n"],
            inputs: ["page.md"], errors: "page.md: error: no OpenAPI document here; \(document) [no-document]\n"),
        Case(
            name: "pages without a document", files: ["docs/a.md": "# A\n", "docs/b.md": "# B\n"], inputs: ["docs"],
            errors: "docs: error: no OpenAPI document in any of the 2 pages of A; \(document) [no-document]\n"),
        Case(
            name: "folder with one page without a document", files: ["docs/a.md": "# A\n"], inputs: ["docs"],
            errors: "docs: error: no OpenAPI document in docs/a.md; \(document) [no-document]\n"),
        Case(
            name: "truncated page",
            files: ["page.md": "# A\n\n```json\n{\"openapi\": \"3.0.3\",\n\"info\": {\n```\n"],
            inputs: ["page.md"],
            errors: #"""
                page.md:6:1: error: the JSON ends here, but is not complete [json-syntax]
                ```
                ^
                page.md:5:9: note: this is not closed
                "info": {
                        ^

                """#),
        Case(
            name: "truncated document", files: ["a.json": "{\"openapi\": \"3.0.3\", \"info\": {"], inputs: ["a.json"],
            errors: """
                a.json:1:31: error: the JSON ends here, but is not complete [json-syntax]
                {"openapi": "3.0.3", "info": {
                                              ^
                a.json:1:30: note: this is not closed
                {"openapi": "3.0.3", "info": {
                                             ^

                """),
        Case(
            name: "no JSON at all", files: ["a.json": "openapi: 3.0.3\n"], inputs: ["a.json"],
            errors: #"""
                a.json:1:1: error: `o` is not allowed here [json-syntax]
                openapi: 3.0.3
                ^

                """#),
        Case(
            name: "a document of another kind", files: ["a.json": "[]"], inputs: ["a.json"],
            errors: #"""
                a.json:1:1: error: the document must be an object, and is an array [wrong-type]
                []
                ^

                """#),
        Case(
            name: "an old version", files: ["a.json": #"{"swagger": "2.0"}"#], inputs: ["a.json"],
            errors: #"""
                a.json:1:13: error: Swagger 2.0 cannot be read; convert the document to OpenAPI 3, for example with `npx swagger2openapi swagger.json -o openapi.json` [unsupported-version]
                {"swagger": "2.0"}
                            ^

                """#),
        Case(
            name: "everything at once",
            files: ["a.md": "", "b.json": "{", "c.md": "# C\n"], inputs: ["a.md", "b.json", "c.md"],
            errors: #"""
                a.md: error: the file is empty [empty-file]
                b.json:1:2: error: the JSON ends here, but is not complete [json-syntax]
                {
                 ^
                b.json:1:1: note: this is not closed
                {
                ^
                c.md: error: no OpenAPI document here; a document is a fenced code block of JSON or YAML whose object has a member `openapi` [no-document]

                """#),
    ]

    @Test(arguments: cases)
    func reportsUnusableInput(_ bad: Case) async throws {
        let folder = try TestFolder(bad.files)
        let outcome = await folder.kurus(["generate", "--module", "A", "--output", "out"] + bad.inputs)
        #expect(outcome == Outcome(status: 3, errors: bad.errors))
        #expect(folder.files.kind(of: "out") == nil)
    }

    @Test(arguments: [["generate"], ["generate", "--check"]])
    func reportsThatThereIsNoConfiguration(_ arguments: [String]) async throws {
        let message = "kurus: error: no specs/*/kurus.json below the working directory [no-matching-file]\n"
        #expect(try await TestFolder(["specs/page.md": ""]).kurus(arguments) == Outcome(status: 3, errors: message))
    }

    @Test func reportsAConfigurationThatIsNotThere() async throws {
        let message = "no/kurus.json: error: the file cannot be read: No such file or directory [unreadable-file]\n"
        #expect(
            try await TestFolder().kurus("generate", "--config", "no/kurus.json") == Outcome(status: 3, errors: message)
        )
    }

    @Test func reportsALoopOfLinks() async throws {
        let folder = try TestFolder()
        try folder.link("page.md", to: "page.md")
        let outcome = await folder.kurus("generate", "page.md", "--module", "A", "--output", "out")
        let message =
            "page.md: error: the file cannot be read: Too many levels of symbolic links [unreadable-file]\n"
        #expect(outcome == Outcome(status: 3, errors: message))
    }

    @Test func reportsAnOverlayThatIsNotThere() async throws {
        let folder = try TestFolder(SamplePages.bank(more: #", "overlays": ["gone.json"]"#))
        let errors = """
            specs/bank/kurus.json:1:93: error: specs/bank/gone.json cannot be read: No such file or directory \
            [unreadable-file]
            {"module": "BankAPI", "inputs": ["*.md"], "output": "../../Generated/BankAPI", "overlays": ["gone.json"]}
                                                                                                        ^

            """
        #expect(await folder.kurus("generate") == Outcome(status: 3, errors: errors))
    }
}

import ClientGenerator
import KurusGenerating
import SpecAPI
import SpecDiagnostics
import Testing

@testable import kurus

struct ConfigurationTests {
    struct Case: CustomTestStringConvertible {
        let text: String
        let errors: String

        var testDescription: String { text }
    }

    static let cases = [
        Case(
            text: "",
            errors: #"""
                kurus.json: error: the file is empty; an object with the fields of a client was expected [empty-file]

                """#),
        Case(
            text: "[]",
            errors: #"""
                kurus.json:1:1: error: kurus.json must be an object; found an array [wrong-type]
                []
                ^

                """#),
        Case(
            text: "{}",
            errors: #"""
                kurus.json:1:1: error: a client needs the field `module` [missing-field]
                {}
                ^
                kurus.json:1:1: error: a client needs the field `inputs` [missing-field]
                {}
                ^

                """#),
        Case(
            text: #"{"module": 1, "inputs": "*.md", "output": []}"#,
            errors: #"""
                kurus.json:1:12: error: `module` must be a string; found a number [wrong-type]
                {"module": 1, "inputs": "*.md", "output": []}
                           ^
                kurus.json:1:25: error: `inputs` must be an array of strings; found a string [wrong-type]
                {"module": 1, "inputs": "*.md", "output": []}
                                        ^
                kurus.json:1:43: error: `output` must be a string; found an array [wrong-type]
                {"module": 1, "inputs": "*.md", "output": []}
                                                          ^

                """#),
        Case(
            text: #"{"module": "A", "inputs": [], "output": "o"}"#,
            errors: #"""
                kurus.json:1:27: error: `inputs` must have at least one element [invalid-value]
                {"module": "A", "inputs": [], "output": "o"}
                                          ^

                """#),
        Case(
            text: #"{"module": "A", "inputs": ["*.md", 1, ""], "output": "o"}"#,
            errors: #"""
                kurus.json:1:36: error: an element of `inputs` must be a string; found a number [wrong-type]
                {"module": "A", "inputs": ["*.md", 1, ""], "output": "o"}
                                                   ^
                kurus.json:1:39: error: an element of `inputs` must not be empty [invalid-value]
                {"module": "A", "inputs": ["*.md", 1, ""], "output": "o"}
                                                      ^

                """#),
        Case(
            text: #"{"module": "A", "inputs": ["*.txt", "docs/*.md"], "output": "o"}"#,
            errors: #"""
                kurus.json:1:28: error: no file matches `*.txt` [no-matching-file]
                {"module": "A", "inputs": ["*.txt", "docs/*.md"], "output": "o"}
                                           ^
                kurus.json:1:37: error: no file matches `docs/*.md` [no-matching-file]
                {"module": "A", "inputs": ["*.txt", "docs/*.md"], "output": "o"}
                                                    ^

                """#),
        Case(
            text: #"{"module": "A", "inputs": ["*.md"]}"#,
            errors: #"""
                kurus.json:1:1: error: a client needs the field `output` where '--output' is not given [missing-field]
                {"module": "A", "inputs": ["*.md"]}
                ^

                """#),
        Case(
            text: #"{"module": "A.B", "inputs": ["*.md"], "output": "o"}"#,
            errors: #"""
                kurus.json:1:12: error: `A.B` cannot name a module; a module's name has letters, digits and _, and begins with no digit [invalid-value]
                {"module": "A.B", "inputs": ["*.md"], "output": "o"}
                           ^

                """#),
        Case(
            text: #"{"modul": "A", "inputs": ["*.md"], "output": "o"}"#,
            errors: #"""
                kurus.json:1:1: error: a client needs the field `module` [missing-field]
                {"modul": "A", "inputs": ["*.md"], "output": "o"}
                ^
                kurus.json:1:2: error: kurus.json has no field `modul`; did you mean `module`? [unknown-field]
                {"modul": "A", "inputs": ["*.md"], "output": "o"}
                 ^

                """#),
        Case(
            text: #"{"module": "A", "inputs": ["*.md"], "output": "o", "acess": "public"}"#,
            errors: #"""
                kurus.json:1:52: error: kurus.json has no field `acess`; did you mean `access`? [unknown-field]
                {"module": "A", "inputs": ["*.md"], "output": "o", "acess": "public"}
                                                                   ^

                """#),
        Case(
            text: #"{"module": "A", "inputs": ["*.md"], "output": "o", "access": "Public"}"#,
            errors: #"""
                kurus.json:1:62: error: `access` must be one of public, package, internal; found `Public`; did you mean `public`? [invalid-value]
                {"module": "A", "inputs": ["*.md"], "output": "o", "access": "Public"}
                                                                             ^

                """#),
        Case(
            text: #"{"module": "A", "inputs": ["*.md"], "output": "o", "emit": []}"#,
            errors: #"""
                kurus.json:1:60: error: `emit` must have at least one element [invalid-value]
                {"module": "A", "inputs": ["*.md"], "output": "o", "emit": []}
                                                                           ^

                """#),
        Case(
            text: #"{"module": "A", "inputs": ["*.md"], "output": "o", "emit": ["typs"]}"#,
            errors: #"""
                kurus.json:1:61: error: an element of `emit` must be one of types, client, server; found `typs`; did you mean `types`? [invalid-value]
                {"module": "A", "inputs": ["*.md"], "output": "o", "emit": ["typs"]}
                                                                            ^

                """#),
        Case(
            text: #"{"module": "A", "inputs": ["*.md"], "output": "o", "emit": ["server"]}"#,
            errors: #"""
                kurus.json:1:1: error: a client whose `emit` lacks `types` needs the field `typesModule` [missing-field]
                {"module": "A", "inputs": ["*.md"], "output": "o", "emit": ["server"]}
                ^

                """#),
        Case(
            text: #"{"module": "A", "inputs": ["*.md"], "output": "o", "typesModule": "B"}"#,
            errors: #"""
                kurus.json:1:67: error: `typesModule` has no effect where `emit` has `types`; remove one of them [invalid-value]
                {"module": "A", "inputs": ["*.md"], "output": "o", "typesModule": "B"}
                                                                                  ^

                """#),
        Case(
            text: #"{"module": "A", "inputs": ["*.md"], "output": "o", "types": {"money": "decimal"}}"#,
            errors: #"""
                kurus.json:1:71: error: the type of `money` must be one of Bool, Int, Int32, Int64, Float, Double, Decimal, DecimalText, String, Password, DateTime, CalendarDate, UUID, URL, Data, Binary; found `decimal`; did you mean `Decimal`? [invalid-value]
                {"module": "A", "inputs": ["*.md"], "output": "o", "types": {"money": "decimal"}}
                                                                                      ^

                """#),
        Case(
            text: #"{"module": "A", "inputs": ["*.md"], "output": "o", "types": []}"#,
            errors: #"""
                kurus.json:1:61: error: `types` must be an object; found an array [wrong-type]
                {"module": "A", "inputs": ["*.md"], "output": "o", "types": []}
                                                                            ^

                """#),
        Case(
            text: #"{"module": "A", "inputs": ["*.md"], "output": "o", "components": {"schemas/A": 1}}"#,
            errors: #"""
                kurus.json:1:80: error: `schemas/A` of `components` must be a string; found a number [wrong-type]
                {"module": "A", "inputs": ["*.md"], "output": "o", "components": {"schemas/A": 1}}
                                                                                               ^

                """#),
        Case(
            text: #"{"module": "A", "inputs": ["*.md"], "output": "o", "output": "p"}"#,
            errors: #"""
                kurus.json:1:52: error: the object has a second member `output`; names must differ [duplicate-member]
                {"module": "A", "inputs": ["*.md"], "output": "o", "output": "p"}
                                                                   ^
                kurus.json:1:37: note: the first is here
                {"module": "A", "inputs": ["*.md"], "output": "o", "output": "p"}
                                                    ^

                """#),
        Case(
            text: #"{"clients": {}}"#,
            errors: #"""
                kurus.json:1:13: error: `clients` must be an array of objects; found an object [wrong-type]
                {"clients": {}}
                            ^

                """#),
        Case(
            text: #"{"clients": []}"#,
            errors: #"""
                kurus.json:1:13: error: `clients` must have at least one element [invalid-value]
                {"clients": []}
                            ^

                """#),
        Case(
            text: #"{"clients": [1], "module": "A"}"#,
            errors: #"""
                kurus.json:1:18: error: kurus.json has no field `module` [unknown-field]
                {"clients": [1], "module": "A"}
                                 ^
                kurus.json:1:14: error: a client must be an object; found a number [wrong-type]
                {"clients": [1], "module": "A"}
                             ^

                """#),
    ]

    @Test(arguments: cases)
    func reportsWhatIsWrong(_ wrong: Case) async throws {
        let folder = try TestFolder(["page.md": SamplePages.balance(), "kurus.json": wrong.text])
        #expect(await folder.kurus("generate", "--config", "kurus.json") == Outcome(status: 3, errors: wrong.errors))
    }

    @Test func reportsEntriesThatNothingNeeds() async throws {
        let folder = try TestFolder([
            "page.md": SamplePages.balance(),
            "kurus.json": """
            {"module": "A", "inputs": ["*.md"], "output": "o",
            "types": {"money": "Decimal"}, "components": {"schemas/Balance": "other.md"}}

            """,
        ])
        let errors = """
            kurus.json:2:20: error: `types`: no schema has the type `money`; remove the entry [unused-option]
            "types": {"money": "Decimal"}, "components": {"schemas/Balance": "other.md"}}
                               ^
            kurus.json:2:66: error: `components`: no page `other.md` has a component `schemas/Balance`; name one that has \
            it, or remove the entry [unused-option]
            "types": {"money": "Decimal"}, "components": {"schemas/Balance": "other.md"}}
                                                                             ^

            """
        #expect(await folder.kurus("generate", "--config", "kurus.json") == Outcome(status: 3, errors: errors))
    }

    @Test func takesAComponentFromThePageThatIsChosen() async throws {
        let other = SamplePages.balance(property: "total").replacing("/balance", with: "/total")
            .replacing("getBalance", with: "getTotal")
        let folder = try TestFolder([
            "specs/bank/balance.md": SamplePages.balance(), "specs/bank/total.md": other,
            "specs/bank/kurus.json": SamplePages.configuration(
                more: #", "components": {"schemas/Balance": "total.md"}"#),
        ])
        let outcome = await folder.kurus("generate")
        #expect(outcome.status == 0, "\(outcome)")
        let types = folder.text(of: "Generated/BankAPI/BankAPITypes.swift") ?? ""
        #expect(types.contains("var total: String?") && !types.contains("var amount"))
    }

    /// A page that lists only production is an error, until kurus.json gives the destination of its operations.
    @Test(arguments: [
        ("", 3, ""), (#", "servers": {"total.md": "client"}"#, 0, "func getTotal()"),
        (#", "servers": {"total.md": "parameter"}"#, 0, "func getTotal(server: APIServer)"),
        (#", "servers": {"total.md": "production"}"#, 3, ""), (#", "servers": {"balance.md": "client"}"#, 3, ""),
    ])
    func decidesAboutAPageThatLacksAServer(_ more: String, status: Int32, method: String) async throws {
        let both = #""servers": [{"url": "https://api.bank.example"}, {"url": "https://sandbox.bank.example"}],"#
        let one = #""servers": [{"url": "https://api.bank.example"}],"#
        let balance = SamplePages.balance()
        let total = balance.replacing("/balance", with: "/total").replacing("getBalance", with: "getTotal")
        let folder = try TestFolder([
            "specs/bank/balance.md": balance.replacing(#""paths":"#, with: both + #""paths":"#),
            "specs/bank/total.md": total.replacing(#""paths":"#, with: one + #""paths":"#),
            "specs/bank/kurus.json": SamplePages.configuration(more: more),
        ])
        let outcome = await folder.kurus("generate")
        #expect(outcome.status == status, "\(outcome)")
        let client = folder.text(of: "Generated/BankAPI/BankAPIClient.swift") ?? ""
        #expect(client.contains(method) || status != 0)
    }

    @Test func readsEveryField() throws {
        let folder = try TestFolder([
            "kurus.json": """
            {"module": "A", "inputs": ["*.md"], "lintInputs": ["tr/*.md"], "overlays": ["overlay.json"], "output": "../o",
            "access": "package", "emit": ["client"], "typesModule": "B", "types": {"money": "Decimal", "string/uri": "String"},
            "components": {"schemas/Amount": "en/page.md"}, "servers": {"en/page.md": "client"}, "sources": {"en/page.md": "https://example.com/page.md"},
            "cutFrom": "# For robots"}
            """
        ])
        var diagnostics = Diagnostics()
        let configuration = try #require(
            Configuration.read("kurus.json", folder.files, diagnostics: &diagnostics), "\(diagnostics.text)")
        let client = try #require(configuration.clients.first)
        #expect(diagnostics.all.isEmpty)
        #expect(client.module.value == "A")
        #expect(client.inputs.map(\.value) == ["*.md"])
        #expect(client.lintInputs.map(\.value) == ["tr/*.md"])
        #expect(client.overlays.map(\.value) == ["overlay.json"])
        #expect(client.outputFolder(in: configuration) == "../o")
        #expect(client.access == .package)
        #expect(client.emit == [.client])
        #expect(client.typesModule == "B")
        #expect(client.types == ["money": .decimal, "string/uri": .string])
        #expect(client.components == ["schemas/Amount": "en/page.md"])
        #expect(client.servers.map(\.page) == ["en/page.md"] && client.servers.map(\.use) == [.client])
        #expect(client.sources.map { [$0.page, $0.address.value] } == [["en/page.md", "https://example.com/page.md"]])
        #expect(client.cutFrom == "# For robots")
    }
}

import Testing

@testable import kurus

struct CheckTests {
    private func generated(_ files: [String: String] = SamplePages.bank()) async throws -> TestFolder {
        let folder = try TestFolder(files)
        try #require(await folder.kurus("generate").status == 0)
        return folder
    }

    private func summary(_ outcome: String) -> String {
        "BankAPI: 1 page, 1 operation, 1 type, n lines, 3 ms; \(outcome)\n"
    }

    @Test func findsNothingToDo() async throws {
        let folder = try await generated()
        #expect(await folder.kurus("generate", "--check") == Outcome(status: 0, output: summary("up to date")))
    }

    @Test func namesThePageAndTheFileOfARenamedProperty() async throws {
        let folder = try await generated()
        try folder.write(SamplePages.balance(property: "total"), to: "specs/bank/balance.md")
        let before = folder.text(of: "Generated/BankAPI/BankAPITypes.swift")
        let stale = """
            Generated/BankAPI/BankAPITypes.swift is stale; the differences come from specs/bank/balance.md

            """
        #expect(
            await folder.kurus("generate", "--check")
                == Outcome(status: 1, output: stale + summary("1 file would change")))
        #expect(folder.text(of: "Generated/BankAPI/BankAPITypes.swift") == before)
    }

    @Test func doesNotMindProse() async throws {
        let folder = try await generated()
        try folder.write(SamplePages.balance(prose: "What is left."), to: "specs/bank/balance.md")
        #expect(await folder.kurus("generate", "--check") == Outcome(status: 0, output: summary("up to date")))
    }

    @Test func namesFilesThatAreMissingOrLeftOver() async throws {
        let folder = try TestFolder(SamplePages.bank())
        try folder.write(OutputFolderTests.header, to: "Generated/BankAPI/BankAPIServer.swift")
        try folder.write(OutputFolderTests.header, to: "Generated/BankAPI/BankAPIClient.swift")
        let expected = """
            Generated/BankAPI/BankAPITypes.swift is missing; it comes from specs/bank/balance.md
            Generated/BankAPI/BankAPIClient.swift is stale; the differences come from specs/bank/balance.md
            BankAPI: 1 page, 1 operation, 1 type, n lines, 3 ms; 2 files would change
            Generated/BankAPI/BankAPIServer.swift is left over: no client writes it any more

            """
        #expect(await folder.kurus("generate", "--check") == Outcome(status: 1, output: expected))
        #expect(folder.text(of: "Generated/BankAPI/BankAPIServer.swift") == OutputFolderTests.header)
    }

    @Test func tellsThePagesOfAClientApart() async throws {
        var files = SamplePages.bank()
        files["specs/bank/ping.md"] = SamplePages.ping
        let folder = try await generated(files)
        try folder.write(
            SamplePages.ping.replacing("\"ping\"", with: "\"sayHello\""), to: "specs/bank/ping.md")
        let output = await folder.kurus("generate", "--check").output
        #expect(
            output.contains(
                "Generated/BankAPI/BankAPIClient.swift is stale; the differences come from specs/bank/ping.md\n"),
            "\(output)")
    }

    @Test func namesTheOverlays() async throws {
        var files = SamplePages.bank(more: #", "overlays": ["names.json"]"#)
        files["specs/bank/names.json"] = """
            {"overlay": "1.0.0", "info": {"title": "Names", "version": "1"},
            "actions": [{"target": "$.paths['/balance'].get", "update": {"operationId": "showBalance"}}]}
            """
        let folder = try TestFolder(files)
        let missing = """
            Generated/BankAPI/BankAPITypes.swift is missing; it comes from specs/bank/balance.md and \
            specs/bank/names.json

            """
        #expect(await folder.kurus("generate", "--check").output.hasPrefix(missing))
    }

    @Test func weighsWhatCannotBeReadMoreThanWhatIsStale() async throws {
        var files = SamplePages.bank()
        files["specs/aid/kurus.json"] = SamplePages.configuration(module: "Aid", output: "../../Generated/Aid")
        #expect(try await TestFolder(files).kurus("generate", "--check").status == 3)
    }
}

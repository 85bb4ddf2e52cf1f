import KurusGenerating
import Testing

@testable import kurus

/// The program that the plugins run, beside `kurus generate`.
struct GenerateToolTests {
    /// The tool's run in a folder, with the clock of `TestFolder.exactly`.
    private func generate(_ arguments: [String], in folder: TestFolder) -> Outcome {
        var time = Duration.zero
        var outcome = Outcome()
        let context = GenerateContext(
            files: folder.files, output: { outcome.output += $0 }, errorOutput: { outcome.errors += $0 },
            now: {
                time += .milliseconds(3)
                return time
            })
        let status = GenerateTool.run(arguments, context)
        outcome.status = status
        return outcome
    }

    @Test(arguments: [
        ["--config", "specs/bank/kurus.json", "--output", "Out"],
        ["--config", "specs/bank/kurus.json", "--output", "Out", "--check"],
        ["--config", "specs/bank/kurus.json"],
        ["--config", "specs/other/kurus.json", "--output", "Out"],
        ["--config", "specs/broken/kurus.json", "--output", "Out"],
        ["--config", "specs/empty/kurus.json", "--output", "Out"],
        ["--config", "specs/bank/kurus.json", "--outptu", "Out"],
        ["--config", "specs/bank/kurus.json", "page.md"],
        ["--config"],
        ["specs/bank/balance.md", "--module", "BankAPI", "--output", "Out"],
        ["specs/bank/balance.md"],
        ["--help"],
        ["--check"],
        [],
    ])
    func doesWhatKurusDoes(_ arguments: [String]) async throws {
        var files = SamplePages.bank()
        files["specs/broken/kurus.json"] = #"{"module": "BankAPI", "inputs": ["*.md"], "emit": ["tpyes"]}"#
        files["specs/broken/balance.md"] = "```json\n{\"openapi\": \"3.0.3\", \"paths\": 7}\n```\n"
        files["specs/empty/kurus.json"] = ""
        let (one, other) = (try TestFolder(files), try TestFolder(files))
        let outcome = generate(arguments, in: one)
        #expect(outcome == (await other.exactly(["generate"] + arguments)))
        #expect(one.allFiles() == other.allFiles())
        for file in one.allFiles() { #expect(one.text(of: file) == other.text(of: file)) }
    }
}

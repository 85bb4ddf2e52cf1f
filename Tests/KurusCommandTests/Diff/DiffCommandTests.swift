import DiffReport
import Foundation
import SpecDiff
import Testing

@testable import kurus

/// `kurus diff` from its words to its exit status.
struct DiffCommandTests {
    /// One provider, its client committed, and a property renamed on the disk.
    private func renamed() throws -> TestRepository {
        let made = try TestRepository(SamplePages.bank())
        try made.folder.write(SamplePages.balance(property: "total"), to: "specs/bank/balance.md")
        return made
    }

    @Test func comparesTheWorkingDirectoryWithHead() async throws {
        let made = try renamed()
        let outcome = await made.kurus("diff")
        #expect(outcome.status == 1, "\(outcome)")
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.contains("HEAD:specs → specs, module BankAPI"))
        #expect(outcome.output.contains("HEAD:specs/bank/balance.md:9:"), "\(outcome)")
        #expect(outcome.output.contains(" specs/bank/balance.md:9:"), "\(outcome)")
        try made.commit("Rename")
        let same = await made.kurus("diff")
        #expect(same.status == 0 && same.output.hasPrefix("Nothing is different."), "\(same)")
        #expect(await made.kurus("diff", "HEAD~1..").status == 1)
    }

    /// Overlays, types and patterns are those of the revision.
    @Test func readsAKurusJSONAsItWas() async throws {
        var files = SamplePages.bank(more: #", "overlays": ["../names.json"]"#)
        files["specs/names.json"] = """
            {"overlay": "1.0.0", "info": {"title": "Names", "version": "1"},
            "actions": [{"target": "$.paths['/balance'].get", "update": {"operationId": "showBalance"}}]}
            """
        let made = try TestRepository(files)
        try made.folder.write(SamplePages.configuration(), to: "specs/bank/kurus.json")
        let outcome = await made.kurus("diff", "--format", "json")
        #expect(outcome.status == 1, "\(outcome)")
        #expect(outcome.output.contains("showBalance") && outcome.output.contains("getBalance"), "\(outcome)")
    }

    /// The paths of a list of clients begin at its folder in the revision, as those of one client do.
    @Test func readsAListOfClientsAsItWas() async throws {
        let list = #"{"clients": [\#(SamplePages.configuration())]}"#
        let made = try TestRepository([
            "specs/bank/balance.md": SamplePages.balance(), "specs/bank/kurus.json": list,
        ])
        let same = await made.kurus("diff", "HEAD", "HEAD")
        #expect(same.status == 0 && same.errors.isEmpty, "\(same)")
        try made.folder.write(SamplePages.balance(property: "total"), to: "specs/bank/balance.md")
        let outcome = await made.kurus("diff")
        #expect(outcome.status == 1 && outcome.output.contains("HEAD:specs/bank/balance.md:9:"), "\(outcome)")
    }

    /// A server half is made of its client's pages: a change of these is reported once.
    @Test func comparesAServerHalfWithItsClient() async throws {
        let server = SamplePages.configuration(
            module: "BankStub", output: "../../Generated/BankStub",
            more: #", "emit": ["server"], "typesModule": "BankAPI""#)
        let list = #"{"clients": [\#(SamplePages.configuration()), \#(server)]}"#
        let made = try TestRepository([
            "specs/bank/balance.md": SamplePages.balance(), "specs/bank/kurus.json": list,
        ])
        try made.folder.write(SamplePages.balance(property: "total"), to: "specs/bank/balance.md")
        let outcome = await made.kurus("diff")
        #expect(outcome.status == 1 && outcome.output.contains("module BankAPI"), "\(outcome)")
        #expect(!outcome.output.contains("BankStub"), "\(outcome)")
    }

    @Test(arguments: [
        ["--fail-on", "breaking"], ["--fail-on=warning"], ["--verdict", "source"], ["--verdict", "both"],
    ])
    func failsOnABreakingChange(_ options: [String]) async throws {
        let outcome = await (try renamed()).kurus(["diff"] + options)
        #expect(outcome.status == 1, "\(outcome)")
    }

    /// Another type breaks the wire, another name only Swift.
    @Test func judgesTheVerdictThatIsAskedFor() async throws {
        let made = try TestRepository(SamplePages.bank())
        try made.folder.write(
            SamplePages.balance().replacing(#""type": "string""#, with: #""type": "number", "format": "decimal""#),
            to: "specs/bank/balance.md")
        #expect(await made.kurus("diff", "--verdict", "wire").status == 1)
        try made.folder.write(
            SamplePages.balance().replacing("getBalance", with: "showBalance"), to: "specs/bank/balance.md")
        #expect(await made.kurus("diff", "--verdict", "wire").status == 0)
        #expect(await made.kurus("diff", "--verdict", "source").status == 1)
    }

    /// A text alone breaks nothing, and is something.
    @Test func failsOnAnythingWhereAskedTo() async throws {
        let made = try TestRepository(SamplePages.bank())
        try made.folder.write(SamplePages.balance(prose: "What an account holds."), to: "specs/bank/balance.md")
        #expect(await made.kurus("diff").status == 0)
        #expect(await made.kurus("diff", "--fail-on", "any").status == 1)
        #expect(await made.kurus("diff", "--fail-on", "any", "--no-prose").status == 0)
    }

    @Test func showsAClientThatOnlyOneSideHas() async throws {
        var files = SamplePages.bank()
        files["specs/aid/ping.md"] = SamplePages.ping
        files["specs/aid/kurus.json"] = SamplePages.configuration(module: "Aid", output: "../../Generated/Aid")
        let made = try TestRepository(files)
        try FileManager.default.removeItem(atPath: made.folder.path + "/specs/aid")
        let gone = await made.kurus("diff")
        #expect(gone.status == 1, "\(gone)")
        #expect(gone.output.contains("[client-removed]") && gone.output.contains("HEAD:specs/aid/kurus.json:1:"))
        try made.commit("Remove")
        let new = await made.kurus("diff", "HEAD", "HEAD~1")
        #expect(new.status == 0 && new.output.contains("[client-added]"), "\(new)")
    }

    /// Nothing has to be there before the first page, nor behind the last.
    @Test func showsWhatIsNewAndWhatIsGone() async throws {
        let made = try TestRepository(["README.md": "Nothing yet\n"])
        let nothing = await made.kurus("diff")
        let error = "there is no such file or folder, and neither is HEAD:specs"
        #expect(nothing == Outcome(status: 3, errors: "specs: error: \(error) [no-matching-file]\n"))
        for (name, text) in SamplePages.bank() { try made.folder.write(text, to: name) }
        let new = await made.kurus("diff")
        #expect(new.status == 0 && new.output.contains("[client-added]"), "\(new)")
        let page = await made.kurus("diff", "specs/bank/balance.md")
        #expect(page.status == 0 && page.output.contains("`GET /balance` is new"), "\(page)")
        try made.commit("Add")
        try FileManager.default.removeItem(atPath: made.folder.path + "/specs")
        let gone = await made.kurus("diff", "HEAD:specs/bank/balance.md")
        #expect(gone.status == 1 && gone.output.contains("`GET /balance` is gone"), "\(gone)")
    }

    /// A client that cannot be read is not reported as removed.
    @Test func doesNotJudgeWhatCannotBeRead() async throws {
        let made = try TestRepository(SamplePages.bank())
        try made.folder.write("{", to: "specs/bank/kurus.json")
        let configuration = await made.kurus("diff")
        #expect(configuration.status == 3 && !configuration.output.contains("client-removed"), "\(configuration)")
        try made.folder.write(SamplePages.configuration(), to: "specs/bank/kurus.json")
        try made.folder.write(
            SamplePages.balance().replacing("}}}}}}", with: "}}}}}"), to: "specs/bank/balance.md")
        let page = await made.kurus("diff")
        #expect(page.status == 3 && page.output.isEmpty, "\(page)")
        #expect(page.errors.hasPrefix("specs/bank/balance.md:"), "\(page)")
    }

    /// Of `sources`, what update would not write is not read either.
    @Test func readsGuidesOfTheFolderOnly() async throws {
        let more = #", "sources": {"guide.md": "https://example.com/a", "../secret.md": "https://example.com/b"}"#
        var files = SamplePages.bank(more: more)
        files["specs/bank/kurus.json"] = SamplePages.configuration(inputs: "balance.md", more: more)
        files["specs/bank/guide.md"] = "# Guide\n\nOnce a day.\n"
        files["specs/secret.md"] = "# Secret\n\nOpen sesame.\n"
        let made = try TestRepository(files)
        try made.folder.write("# Guide\n\nTwice a day.\n", to: "specs/bank/guide.md")
        try made.folder.write("# Secret\n\nShut sesame.\n", to: "specs/secret.md")
        let outcome = await made.kurus("diff")
        #expect(outcome.output.contains("[-Once-]{+Twice+}") && !outcome.output.contains("sesame"), "\(outcome)")
    }

    @Test func refusesOneAPIBesideSeveral() async throws {
        var files = SamplePages.bank()
        files["specs/aid/ping.md"] = SamplePages.ping
        files["specs/aid/kurus.json"] = SamplePages.configuration(module: "Aid")
        let outcome = await (try TestRepository(files)).kurus("diff", "specs/aid/ping.md", "specs")
        #expect(outcome.status == 3, "\(outcome)")
        let message = "these files are one API, and specs holds several clients; name one of its folders"
        #expect(outcome.errors == "specs/aid/ping.md: error: \(message) [invalid-value]\n")
    }

    @Test(arguments: [
        (["gone.md", "specs"], "gone.md: error: there is no such file, and no such revision: "),
        (["./gone.md", "specs"], "gone.md: error: there is no such file or folder [unreadable-file]\n"),
        (["HEAD:gone", "specs"], "HEAD:gone: error: there is no such file or folder [unreadable-file]\n"),
    ])
    func saysWhatIsNotThere(_ operands: [String], _ error: String) async throws {
        let made = try TestRepository(SamplePages.bank())
        let outcome = await made.kurus("diff", operands[0], operands[1])
        #expect(outcome.status == 3 && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.errors.hasPrefix(error), "\(outcome)")
    }

    /// No repository is needed for what is on the disk.
    @Test func comparesPagesOutsideARepository() async throws {
        let folder = try TestFolder([
            "old.md": SamplePages.balance(), "new.md": SamplePages.balance(property: "total"),
        ])
        let outcome = await folder.kurus("diff", "old.md", "new.md")
        #expect(outcome.status == 1 && outcome.output.contains("old.md → new.md"), "\(outcome)")
    }

    /// The fingerprint is the one that the report prints.
    @Test func acceptsChangesOfAList() async throws {
        let made = try renamed()
        let report = await made.kurus("diff").output
        let ids = report.split(separator: "\n").filter { $0.hasPrefix("  id ") }.compactMap {
            $0.split(separator: " ").last
        }
        #expect(!ids.isEmpty, "\(report)")
        func list(_ ids: [Substring], expires: String) -> String {
            let entries = ids.map { #"{"fingerprint": "\#($0)", "reason": "Announced", "expires": "\#(expires)"}"# }
            return #"{"accepted": [\#(entries.joined(separator: ",\n"))]}"#
        }
        try made.folder.write(list(ids, expires: "2026-11-21"), to: "accepted.json")
        let accepted = await made.kurus("diff", "--accept", "accepted.json")
        #expect(accepted.status == 0 && accepted.errors.isEmpty, "\(accepted)")
        try made.folder.write(list(ids, expires: "2026-11-20"), to: "accepted.json")
        let expired = await made.kurus("diff", "--accept", "accepted.json")
        #expect(expired.status == 3 && expired.errors.hasPrefix("accepted.json:1:"), "\(expired)")
        try made.folder.write(list(["0123456789abcdef"], expires: "2026-11-21"), to: "accepted.json")
        #expect(await made.kurus("diff", "--accept", "accepted.json").status == 3)
        #expect(await made.kurus("diff", "--accept", "gone.json").status == 3)
    }

    /// GitHub knows no `HEAD:`, and no folder that a step works in.
    @Test(arguments: [
        (["HEAD"], ""), (["HEAD", "HEAD~1"], ""), (["HEAD:specs/bank/balance.md"], ""), (["."], "/specs/bank"),
        (["HEAD~1:./", "HEAD:./"], "/specs"), (["HEAD:specs/bank", "./balance.md"], "/specs/bank"),
    ])
    func annotatesPathsFromTheRoot(_ operands: [String], _ folder: String) async throws {
        let made = try renamed()
        try made.commit("Rename")
        try made.folder.write(SamplePages.balance(property: "sum"), to: "specs/bank/balance.md")
        let outcome = await Outcome.of(["diff", "--format", "github"] + operands, in: made.folder.path + folder) {
            $0.environment = TestRepository.environment
        }
        let places = outcome.output.matches(of: /::[a-z]+ file=([^,]*),/).map(\.1)
        #expect(!places.isEmpty && Set(places) == ["specs/bank/balance.md"], "\(outcome)")
    }

    @Test func annotatesWhatIsInNoRepository() async throws {
        let folder = try TestFolder(["old.md": SamplePages.balance(), "new.md": SamplePages.balance(property: "total")])
        let outcome = await folder.kurus("diff", "--format=github", "old.md", "new.md")
        #expect(outcome.status == 1 && outcome.output.contains(" file=new.md,line=9,"), "\(outcome)")
    }

    @Test func writesTheReportToAFile() async throws {
        let made = try renamed()
        let shown = await made.kurus("diff")
        let written = await made.kurus("diff", "--output", "report.txt", "--color=always")
        #expect(written == Outcome(status: 1))
        #expect(made.folder.text(of: "report.txt") == shown.output)
        let failed = await made.kurus("diff", "--output", "specs/none/report.txt")
        #expect(failed.status == 3 && failed.errors.hasPrefix("specs/none/report.txt: error: cannot be written: "))
    }

    struct Terminal: Sendable {
        var options: [String] = []
        var isTerminal = true
        var environment: [String: String] = [:]
        let isColoured: Bool
    }

    @Test(arguments: [
        Terminal(isColoured: true), Terminal(isTerminal: false, isColoured: false),
        Terminal(environment: ["NO_COLOR": "1"], isColoured: false),
        Terminal(environment: ["NO_COLOR": ""], isColoured: true),
        Terminal(environment: ["TERM": "dumb"], isColoured: false),
        Terminal(options: ["--color=never"], isColoured: false),
        Terminal(options: ["--color=always"], isTerminal: false, environment: ["NO_COLOR": "1"], isColoured: true),
        Terminal(options: ["--format=json", "--color=always"], isColoured: false),
        Terminal(isTerminal: false, environment: ["GIT_PAGER_IN_USE": "true"], isColoured: true),
    ])
    func coloursForATerminal(_ terminal: Terminal) async throws {
        let outcome = await (try renamed()).kurus(["diff"] + terminal.options) { context in
            context.environment.merge(terminal.environment) { $1 }
            context.isTerminal = terminal.isTerminal
        }
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("\u{1B}[") == terminal.isColoured, "\(outcome)")
    }

    /// A guide that never held a document lacks none; a page that held one does.
    @Test func comparesPagesThatAreOnlyText() async throws {
        let made = try TestRepository(["guide.md": "# Guide\n\nOne.\n", "page.md": SamplePages.balance()])
        try made.folder.write("# Guide\n\nTwo.\n", to: "guide.md")
        try made.folder.write("# Balance\n\nMoved.\n", to: "page.md")
        let guide = await made.kurus("diff", "guide.md")
        #expect(guide.status == 0 && guide.errors.isEmpty, "\(guide)")
        #expect(guide.output.contains("{+Two") && !guide.output.contains("no-document"), "\(guide)")
        let page = await made.kurus("diff", "page.md")
        #expect(page.status == 1 && page.output.contains("no-document"), "\(page)")
        #expect(page.output.contains("`GET /balance` is gone"), "\(page)")
    }

    @Test(arguments: ReportFormat.allCases)
    func printsEveryFormat(_ format: ReportFormat) async throws {
        let outcome = await (try renamed()).kurus("diff", "--format", format.rawValue)
        #expect(outcome.status == 1 && outcome.errors.isEmpty, "\(outcome)")
        #expect(outcome.output.contains("total"), "\(outcome)")
    }

    static let usage = """
        usage: kurus diff [OPTION...] BASE REVISION
               kurus diff [OPTION...] [BASE]
               kurus diff --git-driver -- WORD...
        More: kurus help diff

        """

    @Test(arguments: [
        (["a", "b", "c"], "two inputs are compared; found 3"),
        (["--fail-on", "all"], "'--fail-on' takes breaking, warning, any; found 'all'"),
        (["--verdict", "wires"], "'--verdict' takes wire, source, both; found 'wires'; did you mean 'wire'?"),
        (["--color", "yes"], "'--color' takes auto, always, never; found 'yes'"),
        (["--git-driver"], "'--git-driver' is called by git, with 1, 7 or 9 words; found 0"),
    ])
    func saysWhatIsWrongWithItsWords(_ words: [String], _ message: String) async throws {
        let outcome = await (try TestFolder()).kurus(["diff"] + words)
        #expect(outcome == Outcome(status: 2, errors: "kurus: error: \(message)\n" + Self.usage))
    }
}

import Foundation
import HTTPTestSupport
import KurusGenerating
import KurusHTTP
import KurusTransport
import Testing

@testable import kurus

/// `kurus update` against a server on this machine.
struct UpdateTests {
    private static let page = "specs/bank/balance.md"
    private static let types = "Generated/BankAPI/BankAPITypes.swift"

    /// A repository with one provider, its client and a changelog, all committed; the page is published as it is here.
    private func bank(
        _ provider: TestProvider, page: String = SamplePages.balance(), files: [String: String] = [:],
        sources: [String] = ["balance.md"]
    ) async throws -> TestRepository {
        let list = sources.map { #""\#($0)": "\#(provider.url)/\#($0)""# }.joined(separator: ", ")
        let more = ##", "sources": {\##(list)}, "cutFrom": "# Agent Instructions""##
        let own = ["CHANGELOG.md": "# Changelog\n\n## Unreleased\n\n### Added\n- All of it.\n"]
        let folder = try TestFolder(
            SamplePages.bank(page: page, more: more).merging(own) { $1 }.merging(files) { $1 })
        #expect(await folder.kurus("generate").status == 0)
        provider.publish("/balance.md", page)
        return try TestRepository(in: folder)
    }

    /// Every failure leaves the files unchanged, without new ones.
    private func expectUntouched(_ made: TestRepository, _ outcome: Outcome) throws {
        #expect(try made.git("status", "--porcelain", "--ignored") == "", "\(outcome)")
        #expect(outcome.output.contains("specs/bank: nothing is changed"), "\(outcome)")
    }

    @Test func writesWhatChangedForOneCommit() async throws {
        let provider = try TestProvider()
        let made = try await bank(provider)
        let published =
            SamplePages.balance(property: "total") + "\u{A0}\r\n\n---\n\n# Agent Instructions: Ask\n\nmore\n"
        provider.publish("/balance.md", published)
        let outcome = await made.kurus("update")
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
        let kept = SamplePages.balance(property: "total") + "\u{A0}\r\n"
        #expect(made.folder.text(of: Self.page) == kept)
        #expect(made.folder.text(of: Self.types)?.contains("public var total: String?") == true)
        let changelog = try #require(made.folder.text(of: "CHANGELOG.md"))
        let start = "# Changelog\n\n## Unreleased\n\n### Added\n- All of it.\n\n### Changed\n"
        #expect(changelog.hasPrefix(start + "- `BankAPI`: the pages as published on 2026-11-21; wire "), "\(changelog)")
        #expect(changelog.contains("\n  - wire ") && changelog.hasSuffix(".\n"), "\(changelog)")
        #expect(
            try made.git("status", "--porcelain") == " M CHANGELOG.md\n M \(Self.types)\n M \(Self.page)\n")
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.prefix(3) == ["specs/bank: 1 page, 1 changed", "  specs/bank/balance.md", ""])
        #expect(outcome.output.contains("specs/bank → as published, module BankAPI"), "\(outcome)")
        #expect(outcome.output.contains("BankAPI: 1 page, 1 operation, 1 type, "), "\(outcome)")
        let next = "next: read the diff above, then: git add -- specs/bank/balance.md CHANGELOG.md Generated/BankAPI "
        #expect(lines.suffix(2) == [next + "&& git commit", ""], "\(outcome)")
        try made.commit("Update")
        let again = await made.kurus("update")
        #expect(again == Outcome(status: 0, output: "specs/bank: 1 page, up to date\n"))
        #expect(try made.git("status", "--porcelain") == "")
    }

    @Test func writesNothingForACheck() async throws {
        let provider = try TestProvider()
        let made = try await bank(provider)
        #expect(await made.kurus("update", "--check").status == 0)
        provider.publish("/balance.md", SamplePages.balance(property: "total"))
        let outcome = await made.kurus("update", "--check")
        #expect(outcome.status == 1 && outcome.output.contains("as published"), "\(outcome)")
        #expect(try made.git("status", "--porcelain", "--ignored") == "")
    }

    /// The page is not sent again; a page that differs here is, whatever was fetched before.
    @Test func asksForWhatIsNotKnown() async throws {
        let provider = try TestProvider()
        let made = try await bank(provider)
        let cache = try TestFolder()
        func update() async -> Outcome {
            await made.kurus(["update"]) { $0.environment["XDG_CACHE_HOME"] = cache.path }
        }
        provider.publish("/balance.md", SamplePages.balance(), tag: "\"1\"")
        for _ in 1...2 {
            #expect(await update() == Outcome(status: 0, output: "specs/bank: 1 page, up to date\n"))
        }
        #expect(provider.requests == [["GET /balance.md"], ["GET /balance.md", "\"1\""]])
        #expect(cache.allFiles() == ["kurus/etags.json"])
        provider.publish("/balance.md", SamplePages.balance(property: "total"), tag: "\"2\"")
        #expect(await update().status == 0)
        #expect(await update().output == "specs/bank: 1 page, up to date\n")
        try made.git("checkout", "--quiet", "--", Self.page)
        #expect(await update().status == 0)
        #expect(
            provider.requests.dropFirst(2) == [
                ["GET /balance.md", "\"1\""], ["GET /balance.md", "\"2\""], ["GET /balance.md"],
            ])
        #expect(made.folder.text(of: Self.page) == SamplePages.balance(property: "total"))
        // Nothing is lost with it.
        try cache.write("{", to: "kurus/etags.json")
        #expect(await update() == Outcome(status: 0, output: "specs/bank: 1 page, up to date\n"))
    }

    struct Failure: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var status: Int32 = 4
        let reason: String
        let answer: TestProvider.Answer

        init(_ name: String, status: Int32 = 4, _ reason: String, _ answer: @escaping TestProvider.Answer) {
            testDescription = name
            self.status = status
            self.reason = reason
            self.answer = answer
        }

        static func of(
            _ name: String, status: Int32 = 3, _ reason: String, content: String, fields: [String] = []
        ) -> Failure {
            Failure(name, status: status, reason) { _, peer in
                peer.answer(200, content, fields: fields)
                return .keep
            }
        }
    }

    private static let noLongerReadable = "its document can no longer be read"

    @Test(arguments: [
        Failure("not found", "the answer has status 404") { _, peer in
            peer.answer(404, SamplePages.balance())
            return .keep
        },
        Failure("a failing server", "the answer has status 500") { _, peer in
            peer.answer(500, SamplePages.balance(property: "total"))
            return .keep
        },
        Failure("no content", "the answer has status 204") { _, peer in
            peer.write("HTTP/1.1 204 X\r\n\r\n")
            return .keep
        },
        Failure("not changed, unasked", "the answer has status 304") { _, peer in
            peer.write("HTTP/1.1 304 X\r\n\r\n")
            return .keep
        },
        Failure(
            "redirected to http",
            "it is redirected to where pages are not fetched from: only https, to a public name, is followed"
        ) { _, peer in
            peer.answer(302, fields: ["Location: http://example.com/balance.md"])
            return .keep
        },
        Failure("redirected in a circle", "it is redirected more than 5 times") { _, peer in
            // Foundation's own connections are not what this is about: each request has one of its own.
            peer.answer(302, fields: ["Location: /balance.md", "Connection: close"])
            return .close
        },
        Failure("too large", "the response is larger than the limit") { _, peer in
            let line = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
            peer.write("HTTP/1.1 200 X\r\nContent-Length: \((10 << 20) + 1)\r\n\r\n")
            for _ in 0..<10 { peer.write(line) }
            peer.write("x")
            return .close
        },
        Failure("cut off", "the connection ") { _, peer in
            peer.write("HTTP/1.1 200 X\r\nContent-Length: 2000\r\n\r\n" + SamplePages.balance(property: "total"))
            return .close
        },
        .of(
            "an HTML page", "the answer is an HTML page, perhaps one that reports an error, and not the page itself",
            content: "<!doctype html><title>Sorry</title>", fields: ["Content-Type: text/markdown"]),
        .of("nothing", "the answer is empty", content: ""),
        .of("nothing but what is cut", "the answer is empty", content: "# Agent Instructions\n"),
        .of("no document", "it no longer holds an OpenAPI document", content: "# Balance\n\nMoved.\n"),
        .of("another block", "it no longer holds an OpenAPI document", content: "```json\n{\"error\": 1}\n```\n"),
        .of("broken JSON", noLongerReadable, content: SamplePages.balance().replacing("}}}}}}", with: "}}}}}")),
    ])
    func changesNothing(_ failure: Failure) async throws {
        let provider = try TestProvider()
        let made = try await bank(provider)
        provider.answer("/balance.md", failure.answer)
        let outcome = await made.kurus("update")
        #expect(outcome.status == failure.status, "\(outcome)")
        let error = "\(Self.page): error: \(provider.url)/balance.md: \(failure.reason)"
        #expect(outcome.errors.hasPrefix(error), "\(outcome)")
        try expectUntouched(made, outcome)
    }

    @Test func changesNothingWithoutAServer() async throws {
        let port = try RefusingPort()
        let made = try TestRepository(
            SamplePages.bank(more: #", "sources": {"balance.md": "\#(port.url)/balance.md"}"#))
        let outcome = await made.kurus("update")
        #expect(outcome.status == 4 && outcome.errors == "\(Self.page): error: \(port.url)/balance.md: no connection\n")
        try expectUntouched(made, outcome)
    }

    @Test func doesNotWaitForAServerThatNeverAnswers() async throws {
        let provider = try TestProvider()
        let made = try await bank(provider)
        let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
        provider.answer("/balance.md") { _, peer in
            peer.write("HTTP/1.1 200 X\r\nContent-Length: 10\r\n\r\n# Ba")
            arrival.finish()
            peer.waitForClose()
            return .close
        }
        let clock = ManualClock()
        async let advanced: Void = {
            // A deadline before the request is sent would be told as `no connection in time`.
            for await _ in arrivals {}
            await clock.sleepsBegun(1)
            clock.advance(by: .seconds(30))
        }()
        let outcome = await made.kurus(["update"]) {
            $0.now = { .zero }
            $0.transport = { PlatformTransport(clock: clock) }
        }
        await advanced
        #expect(clock.sleeps == [.seconds(30)])
        #expect(outcome.status == 4 && outcome.errors.hasSuffix("/balance.md: no answer in time\n"), "\(outcome)")
        try expectUntouched(made, outcome)
    }

    /// Whatever git would not bring back.
    @Test(arguments: ["modified", "staged", "untracked", "ignored", "--assume-unchanged", "--skip-worktree"])
    func writesOverNothingThatIsNotCommitted(_ state: String) async throws {
        let provider = try TestProvider()
        let made = try await bank(provider)
        switch state {
        case "modified": try made.folder.write(SamplePages.balance(prose: "Mine."), to: Self.page)
        case "staged":
            try made.folder.write(SamplePages.balance(prose: "Mine."), to: Self.page)
            try made.git("add", Self.page)
            try made.folder.write(SamplePages.balance(), to: Self.page)
        case "untracked", "ignored":
            try made.git("rm", "--quiet", "--cached", Self.page)
            if state == "ignored" { try made.folder.write("specs/bank/*.md\n", to: ".gitignore") }
            try made.git("commit", "--quiet", "-m", "Remove")
        case "--assume-unchanged", "--skip-worktree":
            try made.git("update-index", state, Self.page)
            try made.folder.write(SamplePages.balance(prose: "Mine."), to: Self.page)
        default: Issue.record("no such state")
        }
        let before = made.folder.text(of: Self.page)
        provider.publish("/balance.md", SamplePages.balance(property: "total"))
        let outcome = await made.kurus("update")
        #expect(outcome.status == 3, "\(outcome)")
        let error = "has changes that are not committed; commit or discard them, or write over them by --force"
        #expect(outcome.errors == "\(Self.page): error: \(error)\n")
        #expect(outcome.output.hasSuffix("specs/bank: nothing is changed\n"))
        #expect(made.folder.text(of: Self.page) == before)
        #expect(await made.kurus("update", "--force").status == 0)
        #expect(made.folder.text(of: Self.page) == SamplePages.balance(property: "total"))
    }

    @Test func writesOverNothingOutsideARepository() async throws {
        let provider = try TestProvider()
        provider.publish("/balance.md", SamplePages.balance(property: "total"))
        let more = #", "sources": {"balance.md": "\#(provider.url)/balance.md"}"#
        let folder = try TestFolder(SamplePages.bank(more: more))
        func update(_ words: String...) async -> Outcome {
            await Outcome.of(["update"] + words, in: folder.path) { $0.environment = TestRepository.environment }
        }
        let outcome = await update()
        #expect(outcome.status == 3, "\(outcome)")
        #expect(
            outcome.errors.hasPrefix("\(Self.page): error: git cannot tell whether it has changes that would be lost"))
        #expect(folder.text(of: Self.page) == SamplePages.balance())
        let forced = await update("--force")
        #expect(forced.status == 0, "\(forced)")
        #expect(forced.output.contains("specs/bank: no CHANGELOG.md here that an entry could be added to\n"))
        #expect(folder.text(of: Self.page) == SamplePages.balance(property: "total"))
    }

    @Test func writesAllPagesOrNone() async throws {
        let provider = try TestProvider()
        let made = try await bank(
            provider, files: ["specs/bank/ping.md": SamplePages.ping], sources: ["balance.md", "ping.md"])
        provider.publish("/balance.md", SamplePages.balance(property: "total"))
        let outcome = await made.kurus("update")
        #expect(outcome.status == 4 && outcome.errors.contains("ping.md: the answer has status 404"), "\(outcome)")
        try expectUntouched(made, outcome)
        provider.publish("/ping.md", SamplePages.ping.replacing("Alive", with: "Well"))
        let both = await made.kurus("update")
        #expect(both.status == 0 && both.output.hasPrefix("specs/bank: 2 pages, 2 changed\n"), "\(both)")
    }

    /// A page that cannot be written keeps the others from being written.
    @Test func writesNothingWhereOnePageCannotBeWritten() async throws {
        let provider = try TestProvider()
        let made = try await bank(
            provider, files: ["specs/bank/more": "A file where a folder should be"],
            sources: ["balance.md", "more/ping.md"])
        provider.publish("/balance.md", SamplePages.balance(property: "total"))
        provider.publish("/more/ping.md", SamplePages.ping)
        let outcome = await made.kurus("update")
        #expect(outcome.status == 3, "\(outcome)")
        #expect(
            outcome.errors == "specs/bank/more/ping.md: error: cannot be written: Not a directory [unwritable-file]\n")
        #expect(try made.git("status", "--porcelain", "--ignored") == "")
    }

    /// A failure of one provider does not affect another.
    @Test func updatesOtherProviders() async throws {
        let provider = try TestProvider()
        let aid = SamplePages.configuration(
            module: "Aid", output: "../../Generated/Aid", more: #", "sources": {"ping.md": "\#(provider.url)/gone.md"}"#
        )
        let made = try await bank(
            provider, files: ["specs/aid/ping.md": SamplePages.ping, "specs/aid/kurus.json": aid])
        provider.publish("/balance.md", SamplePages.balance(property: "total"))
        let outcome = await made.kurus("update")
        #expect(outcome.status == 4, "\(outcome)")
        #expect(outcome.output.hasPrefix("specs/aid: nothing is changed\nspecs/bank: 1 page, 1 changed\n"))
        #expect(made.folder.text(of: Self.page) == SamplePages.balance(property: "total"))
        let one = await made.kurus("update", "specs/bank")
        #expect(one == Outcome(status: 0, output: "specs/bank: 1 page, up to date\n"))
    }

    /// An overlay that fits no more stops the client, and the pages can be had to amend it by.
    @Test func writesNoPageThatNoClientCanBeMadeOf() async throws {
        let provider = try TestProvider()
        let overlay = """
            {"overlay": "1.0.0", "info": {"title": "Names", "version": "1"},
            "actions": [{"target": "$.paths['/balance'].get", "update": {"operationId": "showBalance"}}]}
            """
        let configuration = SamplePages.configuration(
            more: #", "overlays": ["names.json"], "sources": {"balance.md": "\#(provider.url)/balance.md"}"#)
        let made = try await bank(
            provider, files: ["specs/bank/names.json": overlay, "specs/bank/kurus.json": configuration])
        let published = SamplePages.balance().replacing("/balance\": {", with: "/v2/balance\": {")
        provider.publish("/balance.md", published)
        let outcome = await made.kurus("update")
        #expect(outcome.status == 3 && outcome.errors.contains("specs/bank/names.json:2:"), "\(outcome)")
        #expect(outcome.output.hasSuffix("nothing is changed; --pages-only writes the pages all the same\n"))
        try expectUntouched(made, outcome)
        let pages = await made.kurus("update", "--pages-only")
        #expect(pages.status == 0, "\(pages)")
        #expect(try made.git("status", "--porcelain") == " M \(Self.page)\n")
        #expect(made.folder.text(of: Self.page) == published)
    }

    /// A file that kurus did not write is in the client's place.
    @Test func writesNoPageWhoseClientCannotBeWritten() async throws {
        let provider = try TestProvider()
        let made = try await bank(provider)
        try made.folder.write("// By hand\n", to: Self.types)
        try made.commit("Write by hand")
        provider.publish("/balance.md", SamplePages.balance(property: "total"))
        let outcome = await made.kurus("update")
        #expect(outcome.status == 3 && outcome.errors.contains("[foreign-file]"), "\(outcome)")
        try expectUntouched(made, outcome)
    }

    /// A guide has no document, and may change; a new page may hold one.
    @Test func takesPagesWithoutADocumentAndNewOnes() async throws {
        let provider = try TestProvider()
        let made = try await bank(
            provider, files: ["specs/bank/guide.md": "# Guide\n"], sources: ["balance.md", "guide.md", "ping.md"])
        provider.publish("/guide.md", "# Guide\n\nNew words.\n")
        provider.publish("/ping.md", SamplePages.ping)
        let outcome = await made.kurus("update")
        #expect(outcome.status == 0, "\(outcome)")
        #expect(made.folder.text(of: "specs/bank/guide.md") == "# Guide\n\nNew words.\n")
        #expect(made.folder.text(of: "specs/bank/ping.md") == SamplePages.ping)
        #expect(outcome.output.contains("BankAPI: 2 pages, 2 operations"), "\(outcome)")
    }

    /// A guide is not an input, but its changes are shown.
    @Test func showsWhatAGuideSays() async throws {
        let provider = try TestProvider()
        let guide = "# Guide\n\nAsk once a day.\n"
        let more =
            #", "sources": {"balance.md": "\#(provider.url)/balance.md", "guide.md": "\#(provider.url)/guide.md"}"#
        let made = try await bank(
            provider,
            files: [
                "specs/bank/guide.md": guide,
                "specs/bank/kurus.json": SamplePages.configuration(inputs: "balance.md", more: more),
            ])
        provider.publish("/guide.md", guide.replacing("a day", with: "an hour"))
        let outcome = await made.kurus("update")
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.output.contains("module BankAPI (further pages)"), "\(outcome)")
        #expect(outcome.output.contains("[-a day-]{+an hour+}"), "\(outcome)")
        let changelog = try #require(made.folder.text(of: "CHANGELOG.md"))
        #expect(changelog.contains("\n  - 1 text reads differently.\n"), "\(changelog)")
        let diff = await made.kurus("diff", "--fail-on", "any")
        #expect(diff.status == 1 && diff.output.contains("[-a day-]{+an hour+}"), "\(diff)")
        try made.commit("Update")
        let same = await made.kurus("diff")
        #expect(same.output.contains("Nothing is different.") && !same.output.contains("further pages"), "\(same)")
    }

    @Test(arguments: ["404: Not Found\n", #"{"error": {"code": 404}}"#, "<gone>", "Please try again later.\n"])
    func leavesAGuideThatIsAnError(_ content: String) async throws {
        let provider = try TestProvider()
        let made = try await bank(
            provider, files: ["specs/bank/guide.md": "Guide\n=====\n"], sources: ["guide.md", "new.md"])
        provider.publish("/guide.md", content)
        provider.publish("/new.md", content)
        let outcome = await made.kurus("update")
        let problem = "it holds no heading, as what reports an error does not, and no OpenAPI document"
        #expect(outcome.status == 3 && outcome.errors.contains("/guide.md: \(problem)\n"), "\(outcome)")
        #expect(outcome.errors.contains("/new.md: \(problem)\n"), "\(outcome)")
        try expectUntouched(made, outcome)
    }

    /// A link's place is another file's.
    @Test func replacesNoLink() async throws {
        let provider = try TestProvider()
        let made = try await bank(provider)
        try FileManager.default.removeItem(atPath: made.folder.path + "/" + Self.page)
        try made.folder.write(SamplePages.balance(), to: "pages/balance.md")
        try made.folder.link(Self.page, to: "../../pages/balance.md")
        try made.commit("Link")
        provider.publish("/balance.md", SamplePages.balance(property: "total"))
        let outcome = await made.kurus("update")
        #expect(outcome.status == 3 && outcome.errors == "\(Self.page): error: is a symbolic link\n", "\(outcome)")
        #expect(made.folder.files.isSymbolicLink(Self.page))
    }

    @Test func saysWhichAddressIsNoneToFetchFrom() async throws {
        let made = try TestRepository(
            SamplePages.bank(more: #", "sources": {"balance.md": "http://example.com/balance.md"}"#))
        let outcome = await made.kurus("update")
        #expect(outcome.status == 3 && outcome.output.isEmpty, "\(outcome)")
        let message =
            "`http://example.com/balance.md` is not an address for fetching pages: https, or http on this machine"
        #expect(outcome.errors.hasPrefix("specs/bank/kurus.json:1:"), "\(outcome)")
        #expect(outcome.errors.contains(": error: \(message) [invalid-value]\n"), "\(outcome)")
    }

    /// Fetched content is only written to a page of its folder.
    @Test(arguments: [
        "../aid/ping.md", "/pages/balance.md", "../../README.md", "more/../../aid/ping.md", "..", "kurus.json",
        "./Kurus.JSON", "names.json", "./more/../names.json", ".git/config.md", "more/.hidden.md", ".gitattributes",
        "main.swift", "balance", "pages/",
    ])
    func writesNothingButPages(_ name: String) async throws {
        let provider = try TestProvider()
        let made = try await bank(provider, sources: ["balance.md", name])
        try made.folder.write(
            SamplePages.configuration(
                more: #", "overlays": ["names.json"], "sources": {"\#(name)": "\#(provider.url)/balance.md"}"#),
            to: "specs/bank/kurus.json")
        try made.commit("Name it")
        let outcome = await made.kurus("update", "--force")
        #expect(outcome.status == 3 && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.errors.contains(": error: `\(name)` is not a page that can be fetched: "), "\(outcome)")
        #expect(provider.requests.isEmpty)
        #expect(try made.git("status", "--porcelain", "--ignored") == "")
    }

    /// A folder on the way that is a link may lead anywhere.
    @Test(arguments: [[], ["--force"]])
    func goesThroughNoLink(_ options: [String]) async throws {
        let provider = try TestProvider()
        let made = try await bank(
            provider, files: ["elsewhere/ping.md": SamplePages.ping], sources: ["balance.md", "more/deep/ping.md"])
        try made.folder.write("", to: "other/deep/x")
        try made.folder.link("specs/bank/more", to: "../../other")
        try made.commit("Link")
        provider.publish("/more/deep/ping.md", SamplePages.ping)
        let outcome = await made.kurus(["update"] + options)
        let error = "specs/bank/more/deep/ping.md: error: specs/bank/more is a symbolic link, and may lead anywhere\n"
        #expect(outcome.status == 3 && outcome.errors == error, "\(outcome)")
        try expectUntouched(made, outcome)
    }

    /// A password in kurus.json is not sent, and not printed either.
    @Test func keepsPasswordsToItself() async throws {
        let made = try TestRepository(
            SamplePages.bank(more: #", "sources": {"balance.md": "https://name:Pa55@example.com/balance.md"}"#))
        let outcome = await made.kurus("update")
        let message = "the address of `balance.md` holds a user name or a password; pages are fetched without"
        #expect(outcome == Outcome(status: 3, errors: "specs/bank/kurus.json: error: \(message) [invalid-value]\n"))
    }

    @Test(arguments: [
        (
            #""a.md": "https://example.com/a", "b.md": "https://example.com/a""#,
            "specs/bank/a.md is published there; specs/bank/b.md cannot be as well"
        ),
        (
            #""a.md": "https://example.com/a", "./a.md": "https://example.com/b""#,
            "specs/bank/a.md has another address already"
        ),
    ])
    func wantsOneAddressForEachPage(_ sources: String, _ message: String) async throws {
        let made = try TestRepository(SamplePages.bank(more: #", "sources": {\#(sources)}"#))
        let outcome = await made.kurus("update")
        #expect(outcome.status == 3 && outcome.errors.contains(": error: \(message) [invalid-value]\n"), "\(outcome)")
    }

    /// Twice the same folder is once.
    @Test func updatesAFolderOnce() async throws {
        let provider = try TestProvider()
        let made = try await bank(provider)
        provider.publish("/balance.md", SamplePages.balance(property: "total"))
        let outcome = await made.kurus("update", "specs/bank", "./specs/bank/", "specs/bank/kurus.json")
        #expect(outcome.status == 0 && provider.requests.count == 1, "\(outcome)")
    }

    @Test(arguments: [
        (["--check", "--force"], "'--force' cannot be used with '--check', which writes nothing"),
        (["--check", "--pages-only"], "'--pages-only' cannot be used with '--check', which writes nothing"),
        (["--dry-run"], "unknown option '--dry-run'"),
    ])
    func saysWhatIsWrongWithItsWords(_ words: [String], _ message: String) async throws {
        let outcome = await (try TestFolder()).kurus(["update"] + words)
        #expect(outcome.status == 2 && outcome.errors.hasPrefix("kurus: error: \(message)\n"), "\(outcome)")
    }

    @Test func saysThatAFolderHasNoKurusJSON() async throws {
        let outcome = await (try TestFolder(["docs/a.md": "a"])).kurus("update", "docs")
        let message = "there is no kurus.json, which would give the addresses of pages"
        #expect(outcome == Outcome(status: 3, errors: "docs: error: \(message) [no-matching-file]\n"))
    }
}

import Foundation
import SourceText
import SpecDiagnostics
import SpecTestSupport
import Testing
@testable import SpecDiff

@Suite struct PageProseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let base: String
        let revision: String
        let expected: [String]

        var testDescription: String { name }
    }

    static let document = "```json\n{\"openapi\":\"3.0.3\"}\n```\n"

    static let cases = [
        Case(
            name: "equal text", base: "# A\n\nText.\n\n- one\n- two\n", revision: "# A\nText.\n* * *\n- one\n- two",
            expected: []),
        Case(
            name: "a paragraph wrapped anew", base: "> One two\n> three.\n", revision: "One\ntwo   three.\n",
            expected: []),
        Case(
            name: "a changed paragraph", base: "# A\n\nOne two three four.\n",
            revision: "# A\n\nOne two three five.\n",
            expected: ["3:1 3:1 paragraph under `A` of p.md: One two three four. -> One two three five."]),
        Case(
            name: "a replaced paragraph", base: "# A\n\nsame\n\nOne two three.\n\n# B\n",
            revision: "# A\n\nsame\n\nQuite another thing.\n\n# B\n",
            expected: [
                "5:1 - paragraph under `A` of p.md: One two three. -> nothing",
                "- 5:1 paragraph under `A` of p.md: nothing -> Quite another thing.",
            ]),
        Case(
            name: "headings of both kinds", base: "# A #\n\nNext one\n---\n\nText\n",
            revision: "## A\n\nNext two\n===\n\nText\n",
            expected: ["3:1 3:1 heading of p.md: Next one -> Next two"]),
        Case(
            name: "an added list item", base: "- one\n- two\n", revision: "- one\n- one and\n  a half\n- two\n",
            expected: ["- 2:1 list item of p.md: nothing -> - one and a half"]),
        Case(
            name: "a changed row", base: "| a | b |\n| --- | --- |\n| INIT | waits |\n| DONE | paid |\n",
            revision: "| a | b |\n|---|:-:|\n| INIT   | waits still |\n| DONE | paid |\n",
            expected: ["3:1 3:1 table row of p.md: | INIT | waits | -> | INIT | waits still |"]),
        Case(
            name: "a changed row of HTML", base: "<table><tr><td>INIT</td></tr><tr><td>it waits</td></tr></table>\n",
            revision: "<table><tr><td>INIT</td></tr><tr><td>it waits long</td></tr></table>\n",
            expected: [
                "1:30 1:30 table row of p.md: <tr><td>it waits</td></tr></table>"
                    + " -> <tr><td>it waits long</td></tr></table>"
            ]),
        Case(
            name: "one line of code", base: "```json\n{\n  \"a\": 1,\n  \"b\": 2\n}\n```\n",
            revision: "New text.\n\n```json\n{\n  \"a\": 1,\n  \"b\": 3\n}\n```\n",
            expected: [
                "- 1:1 paragraph of p.md: nothing -> New text.", "4:3 6:3 code of p.md:   \"b\": 2 ->   \"b\": 3",
            ]),
        Case(
            name: "a document is no text", base: "# A\n\n" + document + "After.\n",
            revision: "# A\n\n```json\n{\"openapi\":\"3.0.3\",\"info\":{}}\n```\nAfter.\n", expected: []),
        Case(
            name: "a translation", base: "# Balance\n\nShows it.\n\n" + document + "\n- all\n",
            revision: "# Bakiye\n\nGösterir.\n\n" + document + "\nSonra.\n\n- hepsi\n",
            expected: [
                "1:1 1:1 heading of p.md: Balance -> Bakiye",
                "3:1 3:1 paragraph under `Bakiye` of p.md: Shows it. -> Gösterir.",
                "- 9:1 paragraph under `Bakiye` of p.md: nothing -> Sonra.",
                "9:1 11:1 list item under `Bakiye` of p.md: - all -> - hepsi",
            ]),
        Case(
            name: "front matter", base: "---\ntitle: A b c\nkind: x\n---\n# H\n",
            revision: "---\ntitle: A b d\nkind: x\n---\n# H\n",
            expected: ["2:1 2:1 front matter of p.md: title: A b c -> title: A b d"]),
        Case(
            name: "an unclosed fence", base: "Text.\n\n```\nfirst line\nlast",
            revision: "Text.\n\n```\nfirst line\nend",
            expected: ["5:1 5:1 code of p.md: last -> end"]),
        Case(
            name: "an empty fence", base: "```\n```\nText.\n", revision: "```",
            expected: ["3:1 - paragraph of p.md: Text. -> nothing"]),
    ]

    @Test(arguments: cases)
    func comparesBlockByBlock(_ test: Case) {
        let changes = PageProse.changes(
            from: [SourceFile("old/p.md", test.base)], to: [SourceFile("new/p.md", test.revision)])
        #expect(changes.map(\.line) == test.expected)
    }

    @Test(arguments: cases)
    func mirrorsWhatItSays(_ test: Case) {
        let base = [SourceFile("p.md", test.base)]
        let revision = [SourceFile("p.md", test.revision)]
        let forth = PageProse.changes(from: base, to: revision)
        let back = PageProse.changes(from: revision, to: base)
        #expect(Set(forth.map { [$0.was, $0.now] }) == Set(back.map { [$0.now, $0.was] }))
    }

    @Test(arguments: cases)
    func findsNothingBetweenAPageAndItself(_ test: Case) {
        let page = SourceFile("p.md", test.base)
        #expect(PageProse.changes(from: [page], to: [page]).isEmpty)
    }

    @Test func pairsTheBalancePagesOfBothLanguages() throws {
        let changes = PageProse.changes(
            from: [try SpecPage.named("en/retrieve-mass-payout-balance.md")],
            to: [try SpecPage.named("tr/bakiye-sorgulama.md")]
        )
        #expect(
            changes.map(\.line) == [
                "1:1 1:1 heading of bakiye-sorgulama.md: Retrieve Mass Payout Balance -> Bakiye Sorgulama",
                "3:1 3:1 heading of bakiye-sorgulama.md:"
                    + " Retrieve Mass Payout Balance -> GET /v1/mass/payout/balance",
                "5:3 5:3 paragraph under `GET /v1/mass/payout/balance` of bakiye-sorgulama.md:"
                    + " Displays the mass payout balance of the merchant. -> Toplu Ödeme Bakiyesi",
            ])
    }

    @Test func aRenamedPageOfTheSameTextIsNoChange() {
        let guide = "# Guide\n\nHow it is done.\n"
        let changes = PageProse.changes(
            from: [SourceFile("a/guide.md", guide), SourceFile("a/x.md", "# X\n")],
            to: [SourceFile("b/x.md", "# X\n"), SourceFile("b/manual.md", guide)])
        #expect(changes.isEmpty)
    }

    @Test func pairsPagesByTheirOperations() {
        let page = { (name: String, path: String, text: String) in
            SourceFile(name, "\(text)\n\n```json\n{\"openapi\":\"3.0.3\",\"paths\":{\"\(path)\":{\"get\":{}}}}\n```\n")
        }
        let changes = PageProse.changes(
            from: [page("a.md", "/one/{id}", "Eins"), page("b.md", "/two", "Zwei")],
            to: [page("c.md", "/two", "Zwei"), page("d.md", "/one/{name}", "Eins neu")])
        #expect(changes.map(\.line) == ["1:1 1:1 paragraph of d.md: Eins -> Eins neu"])
    }

    @Test func aPageOfOneSideIsOneChange() {
        let changes = PageProse.changes(
            from: [SourceFile("a.md", "# A\n\nText\n"), SourceFile("b.md", "# Old\n\nGone text\n\n- gone\n")],
            to: [SourceFile("a.md", "# A\n\nText\n"), SourceFile("c.md", "# New\n\nFresh words\n")])
        #expect(changes.map(\.line) == ["- 1:1 page c.md: nothing -> New", "1:1 - page b.md: Old -> nothing"])
    }

    @Test func aDocumentAloneHasNoText() {
        let document = SourceFile("api.json", "{\"openapi\":\"3.0.3\"}")
        #expect(PageProse.changes(from: [SourceFile("api.md", "# A\n")], to: [document]).isEmpty)
    }

    @Test func alignsLongPagesThatShareNothing() {
        let page = { (word: String) in
            SourceFile("p.md", (0..<3_000).map { "\(word)\($0)\n" }.joined(separator: "\n"))
        }
        #expect(PageProse.changes(from: [page("a")], to: [page("b")]).count == 6_000)
    }
}

extension ProseChange {
    /// Both places, the subject and both texts.
    fileprivate var line: String {
        "\(Self.place(base)) \(Self.place(revision)) \(subject): \(was ?? "nothing") -> \(now ?? "nothing")"
    }

    private static func place(_ location: SpecDiagnostics.SourceLocation?) -> String {
        location.map { "\($0.position.line):\($0.position.column)" } ?? "-"
    }
}

/// The pages of iyzico's mass payout in specs/.
enum SpecPage {
    static func named(_ name: String) throws -> SourceFile {
        let folder = URL(filePath: #filePath).appending(path: "../../../../specs/iyzico-mass-payout").standardized
        return SourceFile(path: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
    }
}

import Foundation
import Testing

@testable import kurus

/// The review in the article "Reviewing a change" is the output of the command for that change.
@Suite struct DocumentedReviewTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let article = root.appending(path: "Sources/Documentation.docc/ReviewingAChange.md")
    private static let page = "specs/iyzico-mass-payout/en/retrieve-mass-payout.md"

    /// The changes that the article supposes.
    private static let edits: [(was: String, now: String)] = [
        (#""required":["page","size"],"anyOf""#, #""required":["itemType","page","size"],"anyOf""#),
        (
            #""description":"Number of results per page."}"#,
            #""description":"Number of results per page."},"itemType":{"type":"string","enum":["VALID","INVALID"]}"#
        ),
        (#""INSUFFICIENT_BALANCE","CANCELED"]"#, #""INSUFFICIENT_BALANCE","CANCELED","PARTIALLY_COMPLETED"]"#),
        ("Page number to retrieve.", "Page to retrieve; the first one is 0."),
    ]

    /// The specs as they are, on a branch `main`, and the edited page on the disk.
    private static func repository() throws -> TestRepository {
        let folder = root.appending(path: "specs")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".md") || $0.hasSuffix(".json") }
        var files: [String: String] = [:]
        for name in names {
            files["specs/\(name)"] = try String(
                contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        let repository = try TestRepository(files)
        var text = try #require(files[page])
        for edit in edits {
            #expect(text.contains(edit.was))
            text = text.replacing(edit.was, with: edit.now, maxReplacements: 1)
        }
        try repository.folder.write(text, to: page)
        return repository
    }

    @Test func showsWhatTheCommandPrints() async throws {
        let outcome = try await Self.repository().kurus("diff", "main")
        #expect(outcome.status == 1)
        let text = try String(contentsOf: Self.article, encoding: .utf8)
        let shown = text.split(separator: "<!-- review -->\n```\n").last?.split(separator: "\n```").first ?? ""
        #expect(shown.count > 1000)
        #expect(outcome.output.contains(shown), "\(outcome.output)")
    }

    /// The acceptance that the article shows is for the change that it shows.
    @Test func acceptsTheChangeThatTheArticleAccepts() async throws {
        let text = try String(contentsOf: Self.article, encoding: .utf8)
        let list = try #require(text.split(separator: "```json\n").first { $0.contains("\"accepted\"") })
        let repository = try Self.repository()
        try repository.folder.write(String(list.prefix(while: { $0 != "`" })), to: "accepted.json")
        let outcome = await repository.kurus("diff", "--accept", "accepted.json", "main")
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.output.contains("We always send itemType."))
    }
}

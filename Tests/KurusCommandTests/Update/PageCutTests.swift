import Testing

@testable import kurus

/// The part of a published page that is kept.
struct PageCutTests {
    @Test(arguments: [
        ("# Page\n\ntext\n\n\n\n---\n\n# Agent Instructions\n\nmore\n", "# Page\n\ntext\n"),
        ("# Page\n\n# Agent Instructions: Querying\nmore", "# Page\n"),
        ("text\n# Agent Instructions", "text\n"),
        ("text\r\n\r\n---\r\n# Agent Instructions\r\nmore\r\n", "text\r\n"),
        ("a\n***\n---\n# Agent Instructions\n", "a\n***\n"),
        // None of these is the heading.
        ("text\n# Agent InstructionsX\nmore\n", "text\n# Agent InstructionsX\nmore\n"),
        ("text\n## Agent Instructions\n", "text\n## Agent Instructions\n"),
        ("see # Agent Instructions\n", "see # Agent Instructions\n"),
        ("```\n# Agent Instructions\n```\nmore\n", "```\n# Agent Instructions\n```\nmore\n"),
        ("> ~~~\n> # x\n> # Agent Instructions\n> ~~~\nmore\n", "> ~~~\n> # x\n> # Agent Instructions\n> ~~~\nmore\n"),
        // One in code, and the one that is meant.
        ("```\n# Agent Instructions\n```\n\n# Agent Instructions\n", "```\n# Agent Instructions\n```\n"),
        ("# Agent Instructions\nall of it\n", ""),
        ("", ""),
    ])
    func leavesOutAHeadingAndWhatFollows(_ page: String, _ kept: String) {
        let bytes = PageCut.kept(of: Array(page.utf8), before: "# Agent Instructions")
        #expect(String(decoding: bytes, as: UTF8.self) == kept)
    }

    @Test func keepsAllWhereNoHeadingIsNamed() {
        let page = Array("a\n\n---\n\n# b\n\u{0}\n".utf8) + [0xFF]
        #expect(PageCut.kept(of: page, before: nil) == page)
    }
}

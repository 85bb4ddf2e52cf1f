import SpecDiff
import Testing

@testable import kurus

/// Texts of pages are plain text in a changelog.
struct ReleaseNoteTests {
    private func lines(_ message: String, version: String? = nil) -> [String] {
        var report = APIComparison(changes: [
            Change(rule: "a-rule", wire: .info, subject: "it", message: "it " + message, base: nil, revision: nil)
        ])
        (report.baseVersion, report.revisionVersion) = ("1", version)
        return ReleaseNote.lines(for: [report], on: "2026-11-21")
    }

    @Test(arguments: [
        ("has `<b>`", "has `<b>`"), ("has <b>", "has &lt;b&gt;"), ("has `a` <b> `c`", "has `a` &lt;b&gt; `c`"),
        ("has [a](b)", "has \\[a\\](b)"), ("has `a\n## b`", "has `a␊## b`"), ("has a\u{1B}[31m", "has a␛\\[31m"),
    ])
    func keepsMarkupFromWorking(_ message: String, _ shown: String) {
        #expect(lines(message).last == "  - wire info, source none: it \(shown).")
    }

    @Test func keepsAVersionOnItsLine() {
        let lines = lines("is", version: "2 <b>\n## Released")
        #expect(lines.allSatisfy { $0.hasPrefix("- the") || $0.hasPrefix("  ") }, "\(lines)")
        #expect(lines[0].contains("1 → 2 &lt;b&gt;␊"), "\(lines)")
    }

    /// A long line is better than a heading in the middle of an item.
    @Test(arguments: ["#", "##", "-", "+", "*", "1.", "2)", ">", "~~~", "===", "---", "|", "<!--"])
    func beginsNoLineWithAMark(_ mark: String) {
        for length in 1...120 {
            let lines = lines("`" + String(repeating: "x", count: length) + " \(mark) yyyy zzzz`").dropFirst()
            #expect(lines.contains { $0.contains(mark) }, "\(lines)")
            #expect(!lines.contains { $0.dropFirst(4).hasPrefix(mark) }, "\(lines)")
        }
    }
}

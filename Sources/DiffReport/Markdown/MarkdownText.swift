import SourceText
import SpecDiff

/// Escapes text of documents for GitHub's Markdown, so that it neither is markup, nor mentions a user or an issue.
package enum MarkdownText {
    /// A sentence with its quoted names as code.
    package static func sentence(_ text: String) -> String {
        QuotedNames.pieces(of: text).map {
            switch $0 {
            case .words(let words): escaped(words)
            case .name(let name): code(name)
            }
        }.joined()
    }

    /// Escapes words of a line, except for its beginning.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in VisibleText(text).text.unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "|", "~", "$": result += "\\" + String(scalar)
            default: result += inert(scalar)
            }
        }
        return result
    }

    /// Escapes content of an HTML block, where Markdown has no meaning (CommonMark 0.31.2, §4.6).
    static func html(_ text: String) -> String {
        VisibleText(text).text.unicodeScalars.map(inert).joined()
    }

    private static func inert(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        // GitHub finds mentions and issues in rendered text: a comment separates the sign from the word.
        case "@", "#": String(scalar) + "<!-- -->"
        default: String(scalar)
        }
    }

    /// A code span (CommonMark 0.31.2, §6.1) that no backtick of the text ends.
    static func code(_ text: String, limit: Int = 300) -> String {
        let visible = VisibleText(Shortened.text(text, to: limit)).text
        guard !visible.isEmpty else { return "(empty)" }
        let fence = String(repeating: "`", count: longestRun(of: "`", in: visible) + 1)
        let isTouching = visible.hasPrefix("`") || visible.hasSuffix("`")
        let isPadded = visible.hasPrefix(" ") && visible.hasSuffix(" ") && visible.contains { $0 != " " }
        return isTouching || isPadded ? "\(fence) \(visible) \(fence)" : fence + visible + fence
    }

    /// A fenced block of lines (CommonMark 0.31.2, §4.5).
    static func fenced(_ lines: [String], language: String) -> [String] {
        let visible = lines.map { VisibleText($0).text }
        let longest = visible.map { longestRun(of: "`", in: $0) }.max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return [fence + language] + visible + [fence]
    }

    private static func longestRun(of character: Character, in text: String) -> Int {
        var longest = 0
        var run = 0
        for other in text {
            run = other == character ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}

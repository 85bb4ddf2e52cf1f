import SourceText
import SpecDiff

/// Text of documents in XML and HTML: nothing in it is markup, and control characters, which XML 1.0 (§2.2) forbids,
/// are visible.
enum MarkupText {
    /// For content and for attributes in double quotes. Line feeds are kept in content.
    static func escaped(_ text: String, keepsLines: Bool = false) -> String {
        guard keepsLines else { return escapedLine(text) }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { escapedLine(String($0)) }.joined(separator: "\n")
    }

    private static func escapedLine(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in VisibleText(text).text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            // Noncharacters that XML forbids.
            case "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

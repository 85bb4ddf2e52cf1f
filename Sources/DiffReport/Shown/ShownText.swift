import SourceText
import SpecDiagnostics
import SpecDiff

/// Shortens texts and lists, which may be of any length in documents.
enum Shortened {
    /// The text, or its beginning and `…` if it has more characters.
    static func text(_ text: String, to limit: Int = 300) -> String {
        guard let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex), end < text.endIndex
        else { return text }
        return text[..<end] + "…"
    }

    /// The first elements, and the number of others.
    static func list<Element>(_ elements: [Element], to limit: Int) -> (shown: [Element], more: Int) {
        (Array(elements.prefix(limit)), max(0, elements.count - limit))
    }

    static func operations(_ operations: [String]) -> (shown: [String], more: Int) {
        list(operations, to: 3)
    }

    /// One changed component may differ in hundreds of declarations.
    static func declarations(_ declarations: [ShownDeclaration]) -> (shown: [ShownDeclaration], more: Int) {
        list(declarations, to: 8)
    }
}

/// Messages begin with a small letter, as diagnostics do; a message of its own begins with a capital.
enum Capitalized {
    static func text(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}

/// A sentence with names in backticks, split into words and names.
enum QuotedNames {
    enum Piece: Equatable {
        case words(String)
        case name(String)
    }

    /// A single backtick is a part of a word.
    static func pieces(of text: String) -> [Piece] {
        var texts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        if texts.count.isMultiple(of: 2), let last = texts.popLast() {
            texts[texts.count - 1] += "`" + last
        }
        return texts.enumerated().compactMap { index, text in
            if index.isMultiple(of: 2) { return text.isEmpty ? nil : .words(text) }
            return .name(text)
        }
    }
}

/// Locations as diagnostics name them.
enum PlaceText {
    /// `page.md:8:312`
    static func text(of location: SourceLocation, _ indexes: inout LineIndexes) -> String {
        let position = indexes.position(of: location)
        return "\(location.file.path):\(position.line):\(position.column)"
    }
}

extension SampleFinding.Since {
    /// The words behind a finding.
    var words: String {
        switch self {
        case .revision: "it fitted before"
        case .always: "it never fitted"
        }
    }
}

/// Escapes text of documents for XML and HTML, and makes control characters visible, which XML 1.0 (§2.2) forbids.
enum MarkupText: HTMLEscaping {
    /// Escapes content that keeps its line feeds.
    static func escapedLines(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { escaped(String($0)) }.joined(separator: "\n")
    }

    /// Escapes content, and attributes in double quotes.
    static func escaped(_ text: String) -> String {
        VisibleText(text).text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            // Noncharacters that XML forbids.
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}

import SourceText
import SpecDiagnostics
import SpecDiff

/// Texts of documents may be of any length; what is read in passing is not.
enum Shortened {
    /// The text, or its beginning and `…` where it has more characters than that.
    static func text(_ text: String, to limit: Int = 300) -> String {
        guard let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex), end < text.endIndex
        else { return text }
        return text[..<end] + "…"
    }

    /// All of them where they are few, else the first and how many more there are.
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

/// Messages begin with a small letter, as diagnostics do; where one stands alone, it begins with a capital.
enum Capitalized {
    static func text(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}

/// A sentence whose names stand in backticks, as messages are written, cut into its words and its names.
enum QuotedNames {
    enum Piece: Equatable {
        case words(String)
        case name(String)
    }

    /// A backtick without another is a word's.
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

/// Places as diagnostics name them.
enum PlaceText {
    /// `page.md:8:312`
    static func text(of location: SourceLocation, _ indexes: inout LineIndexes) -> String {
        let position = indexes.position(of: location)
        return "\(location.file.path):\(position.line):\(position.column)"
    }
}

extension SampleFinding.Since {
    /// In words, behind the finding.
    var words: String {
        switch self {
        case .revision: "it fitted before"
        case .always: "it never fitted"
        }
    }
}

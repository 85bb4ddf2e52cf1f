import SpecDiff

/// A piece of an HTML page with balanced elements; all its text is escaped.
struct HTMLFragment {
    private(set) var markup: String

    private init(markup: String) {
        self.markup = markup
    }

    static let empty = HTMLFragment(markup: "")

    static func text(_ text: String) -> Self {
        Self(markup: MarkupText.escaped(text))
    }

    /// Style rules, which never hold text of a document.
    static func style(_ rules: StaticString) -> Self {
        Self(markup: "<style>\n\(rules)</style>\n")
    }

    /// A sentence with its quoted names as code.
    static func sentence(_ text: String) -> Self {
        QuotedNames.pieces(of: text).reduce(into: empty) { fragment, piece in
            switch piece {
            case .words(let words): fragment += .text(words)
            case .name(let name): fragment += code(name)
            }
        }
    }

    static func code(_ text: String) -> Self {
        inline("code", [.text(text)])
    }

    /// An element within a line.
    static func inline(
        _ name: StaticString, _ attributes: [HTMLAttribute], _ content: [HTMLFragment]
    ) -> Self {
        let content = content.map(\.markup).joined()
        return Self(markup: "<\(name)\(attributes.map(\.markup).joined())>\(content)</\(name)>")
    }

    static func inline(_ name: StaticString, _ content: [HTMLFragment]) -> Self {
        inline(name, [], content)
    }

    /// An element that ends a line of the source.
    static func block(
        _ name: StaticString, _ attributes: [HTMLAttribute], _ content: [HTMLFragment]
    ) -> Self {
        Self(markup: inline(name, attributes, content).markup + "\n")
    }

    static func block(_ name: StaticString, _ content: [HTMLFragment]) -> Self {
        block(name, [], content)
    }

    /// An element without content and end tag (HTML, §13.1.2, void elements).
    static func void(_ name: StaticString, _ attributes: [HTMLAttribute] = []) -> Self {
        Self(markup: "<\(name)\(attributes.map(\.markup).joined())>\n")
    }

    static func += (fragment: inout Self, other: Self) {
        fragment.markup += other.markup
    }
}

struct HTMLAttribute {
    let markup: String

    init(_ name: StaticString, _ value: String) {
        markup = " \(name)=\"\(MarkupText.escaped(value))\""
    }

    static func `class`(_ value: String) -> Self {
        Self("class", value)
    }
}

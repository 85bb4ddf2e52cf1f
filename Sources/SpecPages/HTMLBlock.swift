/// A block of HTML in Markdown (CommonMark §4.6). A fence inside it, for example in a comment, is not a fence.
struct HTMLBlock {
    /// The texts, one of which a line must contain to end the block; nil when a blank line ends it.
    private let end: [String]?

    /// Opens a block at a line indented by less than four columns; nil when no block of HTML begins there.
    init?(opening line: LineCursor, interruptsParagraph: Bool) {
        guard line.rest.first == UInt8(ascii: "<") else { return nil }
        let text = String(decoding: line.rest, as: UTF8.self).lowercased()
        if let delimited = Self.delimited.first(where: { text.hasPrefix($0.start) }) {
            end = [delimited.end]
        } else if text.hasPrefix("<!"), text.dropFirst(2).first?.isLetter == true {
            end = [">"]
        } else if Self.verbatimTags.contains(where: { Self.isTag($0, at: text.dropFirst(), orClosedBy: [">"]) }) {
            end = Self.verbatimTags.map { "</\($0)>" }
        } else if Self.blockTags.contains(where: { Self.isTag($0, at: text.dropFirst(text.hasPrefix("</") ? 2 : 1)) }) {
            end = nil
        } else if !interruptsParagraph, HTMLTag.isAlone(in: line.rest) {
            // The last of the seven kinds: any other tag, alone on its line.
            end = nil
        } else {
            return nil
        }
    }

    /// Returns whether the line, which may be the opening one, is the last of the block.
    func isClosed(by line: LineCursor) -> Bool {
        guard let end else { return line.isBlank }
        let text = String(decoding: line.rest, as: UTF8.self).lowercased()
        return end.contains { text.contains($0) }
    }

    private static func isTag(_ name: String, at text: Substring, orClosedBy ends: [String] = [">", "/>"]) -> Bool {
        guard text.hasPrefix(name) else { return false }
        let rest = text.dropFirst(name.count)
        return rest.isEmpty || rest.first == " " || rest.first == "\t" || ends.contains(where: rest.hasPrefix)
    }

    private static let delimited = [
        (start: "<!--", end: "-->"), (start: "<?", end: "?>"), (start: "<![cdata[", end: "]]>"),
    ]

    private static let verbatimTags = ["pre", "script", "style", "textarea"]

    private static let blockTags = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
        "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "frame",
        "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li",
        "link",
        "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
    ]
}

/// A complete HTML tag, as CommonMark §6.6 defines it.
private struct HTMLTag {
    private var rest: ArraySlice<UInt8>

    /// Returns whether the text is one open or closing tag, followed by nothing but spaces and tabs.
    static func isAlone(in text: ArraySlice<UInt8>) -> Bool {
        var tag = HTMLTag(rest: text)
        guard tag.skip("<") else { return false }
        let isClosing = tag.skip("/")
        guard tag.skipName(isTagName: true) else { return false }
        if !isClosing {
            while tag.skipAttribute() {}
        }
        _ = tag.skipBlanks()
        if !isClosing { _ = tag.skip("/") }
        guard tag.skip(">") else { return false }
        _ = tag.skipBlanks()
        return tag.rest.isEmpty
    }

    private mutating func skip(_ character: Character) -> Bool {
        guard let byte = rest.first, byte == character.asciiValue else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func skipBlanks() -> Bool {
        skip { $0 == " " || $0 == "\t" }
    }

    /// Skips scalars of ASCII that satisfy the condition; false when there are none.
    private mutating func skip(while condition: (Unicode.Scalar) -> Bool) -> Bool {
        let skipped = rest.prefix { condition(Unicode.Scalar($0)) }
        rest = rest[skipped.endIndex...]
        return !skipped.isEmpty
    }

    /// Skips a name. A tag's has letters, digits and `-`; an attribute's may have `_`, `.` and `:` too.
    private mutating func skipName(isTagName: Bool) -> Bool {
        guard let first = rest.first.map(Unicode.Scalar.init) else { return false }
        guard first.isLetter || (!isTagName && (first == "_" || first == ":")) else { return false }
        return skip { scalar in
            scalar.isLetter || ("0"..."9").contains(scalar) || scalar == "-"
                || (!isTagName && (scalar == "_" || scalar == "." || scalar == ":"))
        }
    }

    /// Skips white space, a name and an optional value; false, with nothing skipped, when no attribute follows.
    private mutating func skipAttribute() -> Bool {
        var attribute = self
        guard attribute.skipBlanks(), attribute.skipName(isTagName: false) else { return false }
        self = attribute
        _ = attribute.skipBlanks()
        guard attribute.skip("=") else { return true }
        _ = attribute.skipBlanks()
        guard attribute.skipValue() else { return true }
        self = attribute
        return true
    }

    private mutating func skipValue() -> Bool {
        for quote: Character in ["'", "\""] where skip(quote) {
            _ = skip { UInt8($0.value) != quote.asciiValue }
            return skip(quote)
        }
        return skip { !" \t\"'=<>`".unicodeScalars.contains($0) }
    }
}

extension Unicode.Scalar {
    fileprivate var isLetter: Bool {
        ("a"..."z").contains(self) || ("A"..."Z").contains(self)
    }
}

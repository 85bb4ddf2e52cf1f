/// A block of HTML in Markdown (CommonMark §4.6): what stands in it is no fence, in a comment for example.
struct HTMLBlock {
    /// What a line must hold to end the block; nil when a blank line ends it.
    private let end: [String]?

    /// Nil when no block of HTML begins with the line, which is indented by less than four columns.
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

    /// Whether the line, the opening one too, is the last of the block.
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

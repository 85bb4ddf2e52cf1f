import SpecDiagnostics

/// A block of a page's text.
struct TextBlock: Sendable {
    enum Kind: Sendable {
        case heading, paragraph, listItem, tableRow, code, frontMatter
        /// An OpenAPI document: no text, but a place that both pages have.
        case document

        var word: String {
            switch self {
            case .heading: "heading"
            case .paragraph: "paragraph"
            case .listItem: "list item"
            case .tableRow: "table row"
            case .code: "code"
            case .frontMatter: "front matter"
            case .document: "document"
            }
        }
    }

    let kind: Kind
    /// White space as one space each; of code, the lines as written.
    let text: String
    let location: SourceLocation
    /// The heading that it stands under.
    let section: String?
}

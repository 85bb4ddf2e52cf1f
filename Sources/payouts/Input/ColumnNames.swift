/// Finds the columns of a file by their headings, by what `--column` and `--ignore-column` say first.
struct ColumnNames {
    typealias Choice = (column: InputColumn, heading: String)

    /// What a heading of a file means.
    enum Meaning: Hashable {
        /// - Parameter type: What the heading says of the recipients below it.
        case column(InputColumn, type: InputType?)
        case ignored
        case unknown
    }

    /// By the key of the heading.
    private let chosen: [String: InputColumn]
    private let ignored: Set<String>
    private let spellings: [String: String]

    /// - Parameters:
    ///   - chosen: Columns and the headings that name them in the file.
    ///   - ignored: Headings of columns that are left out.
    init(chosen: [Choice] = [], ignored: [String] = []) {
        self.chosen = Dictionary(chosen.map { (LooseName.key(of: $0.heading), $0.column) }) { first, _ in first }
        self.ignored = Set(ignored.map(LooseName.key))
        spellings = Dictionary((chosen.map(\.heading) + ignored).map { (LooseName.key(of: $0), $0) }) { first, _ in
            first
        }
    }

    func meaning(of heading: String) -> Meaning {
        let key = LooseName.key(of: heading)
        let entry = ColumnHeadings.entry(for: heading)
        if let column = chosen[key] { return .column(column, type: entry?.column == column ? entry?.type : nil) }
        if ignored.contains(key) { return .ignored }
        // What the payer chose for a column is that column alone.
        guard let entry, !chosen.values.contains(entry.column) else { return .unknown }
        return .column(entry.column, type: entry.type)
    }

    /// The headings that an option names and a file does not have, as the option spells them.
    func missing(among headings: some Sequence<String>) -> [String] {
        let found = Set(headings.map(LooseName.key))
        return spellings.filter { !found.contains($0.key) }.map(\.value).sorted()
    }

    /// - Parameter heading: Shown only where it cannot be a person's text.
    static func unknown(_ heading: String) -> String {
        guard let shown = ShownText.heading(heading) else {
            return "a column whose name is none of those that are known; its name has \(ShownText.shape(of: heading))"
        }
        let suggestion = ColumnHeadings.suggestion(for: heading).map { "; did you mean ‘\($0)’?" } ?? ";"
        return "unknown column ‘\(shown)’\(suggestion) --column COLUMN=\"\(shown)\" says which it is, --ignore-column "
            + "\"\(shown)\" leaves it out"
    }
}

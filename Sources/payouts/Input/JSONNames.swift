/// The members' names of the rows of a file, each looked up once.
struct JSONNames {
    let names: ColumnNames
    private var known: [String: ColumnNames.Meaning] = [:]
    private var unknown: [String: Unknown] = [:]

    /// A name that is no column's.
    private struct Unknown {
        let place: InputPlace
        let itemID: String
        var count = 0
    }

    /// A file whose every row has names of its own is not kept whole.
    private static let limit = 1000

    init(_ names: ColumnNames) {
        self.names = names
    }

    mutating func meaning(of name: String) -> ColumnNames.Meaning {
        if let meaning = known[name] { return meaning }
        let meaning = names.meaning(of: name)
        if known.count < Self.limit { known[name] = meaning }
        return meaning
    }

    mutating func noteUnknown(_ name: String, at place: InputPlace, itemID: String) {
        guard unknown[name] != nil || unknown.count < Self.limit else { return }
        unknown[name, default: Unknown(place: place, itemID: itemID)].count += 1
    }

    /// Reports each unknown name once, where it is first.
    func report(_ rowCount: Int, _ problems: inout InputProblems) {
        for (name, unknown) in unknown {
            let message =
                isHeading(name, unknown, rowCount)
                ? ColumnNames.unknown(name)
                : "a member whose name is no column's; it may be a person's and is not shown"
            problems.add(InputProblem(unknown.place, itemID: unknown.itemID, message))
        }
        for name in names.missing(among: known.keys) {
            problems.add(
                InputProblem(.file, "no member is named ‘\(SafeText.printable(name))’, which an option names"))
        }
    }

    /// Whether a name is shown. One that is like a column's is, and one that nearly all rows have: but rows may be keyed by
    /// people's names, too.
    private func isHeading(_ name: String, _ unknown: Unknown, _ rowCount: Int) -> Bool {
        ColumnHeadings.suggestion(for: name) != nil || unknown.count > 1 && unknown.count * 10 >= rowCount * 9
    }
}

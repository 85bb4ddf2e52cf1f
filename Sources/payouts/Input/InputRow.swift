/// A row of a file, its texts as they stand there.
struct InputRow {
    /// The line that it begins on.
    let line: Int
    private var texts: [InputColumn: String]

    init(line: Int, texts: [InputColumn: String] = [:]) {
        self.line = line
        self.texts = texts
    }

    /// Empty where the row says nothing.
    subscript(column: InputColumn) -> String {
        get { texts[column] ?? "" }
        set { texts[column] = newValue }
    }

    var isEmpty: Bool {
        texts.values.allSatisfy(\.isEmpty)
    }
}

/// The rows of a file, and all that was wrong with reading them.
struct InputTable {
    var rows: [InputRow] = []
    /// What was recognised and should be known.
    var notes: [String] = []
    var problems: [InputProblem] = []
}

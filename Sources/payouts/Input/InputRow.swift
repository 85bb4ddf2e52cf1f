/// A row of a file, its texts as the file has them.
struct InputRow {
    let place: InputPlace
    // One after the other and in no array: a row is made for each of a million.
    private var id = ""
    private var type = ""
    private var recipient = ""
    private var name = ""
    private var amount = ""
    private var currency = ""
    private var description = ""
    private var nonWithdrawable = ""

    /// Columns whose texts are not known, of which the file's problems tell already: nothing more is said of them.
    var unknown: [InputColumn] = []

    init(_ place: InputPlace) {
        self.place = place
    }

    var line: Int { place.line ?? 0 }

    /// Empty where the row has no text.
    subscript(column: InputColumn) -> String {
        get {
            switch column {
            case .id: id
            case .type: type
            case .recipient: recipient
            case .name: name
            case .amount: amount
            case .currency: currency
            case .description: description
            case .nonWithdrawable: nonWithdrawable
            }
        }
        set {
            switch column {
            case .id: id = newValue
            case .type: type = newValue
            case .recipient: recipient = newValue
            case .name: name = newValue
            case .amount: amount = newValue
            case .currency: currency = newValue
            case .description: description = newValue
            case .nonWithdrawable: nonWithdrawable = newValue
            }
        }
    }
}

/// Takes the rows of a file as they are read, and what is wrong with the file.
protocol InputRowTaker {
    var problems: InputProblems { get set }
    /// What was recognised and should be known.
    var notes: [String] { get set }

    mutating func take(_ row: InputRow)
}

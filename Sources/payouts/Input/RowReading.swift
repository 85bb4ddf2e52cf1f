import IyzicoMassPayout
import SourceText

/// A row of a file, with its texts unchanged.
struct InputRow {
    let location: InputLocation
    // These are properties instead of an array, because a row is made for each of a million lines.
    private var id = ""
    private var type = ""
    private var recipient = ""
    private var name = ""
    private var amount = ""
    private var currency = ""
    private var description = ""
    private var nonWithdrawable = ""

    /// Columns whose texts are unknown and already reported.
    var unknown: [InputColumn] = []

    init(_ location: InputLocation) {
        self.location = location
    }

    var line: Int { location.line ?? 0 }

    /// The text of a column, or an empty one.
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

/// Receives the rows of a file as they are read, with the file's problems.
protocol InputRowTaker {
    var problems: InputProblems { get set }
    /// Notes about how the file was interpreted.
    var notes: [String] { get set }

    mutating func take(_ row: InputRow)
}

/// Turns rows into items.
struct RowReading {
    /// The problems of the last row.
    private(set) var problems: [String] = []
    /// Columns with reported problems, whose texts have placeholders.
    private var unknown: [InputColumn] = []
    /// The currency of the last row, nearly always that of all of them.
    private var currency: Currency?
    /// The type of the last row, and its text there.
    private var type: (text: String, value: InputType)?

    /// An item, and whether its currency is a placeholder.
    struct Reading {
        let item: PayoutItem
        let hasStandInCurrency: Bool
    }

    /// Makes an item of a row. Placeholders replace whatever is wrong, so that the rest of the row can be checked too.
    ///
    /// - Returns: Nil where even that fails.
    mutating func read(_ row: InputRow) -> Reading? {
        if !problems.isEmpty { problems = [] }
        unknown = row.unknown
        let recipient = recipient(row)
        let currency = isKnown(.currency) ? currency(row[.currency]) : nil
        let read = isKnown(.amount) ? amount(row[.amount], currency ?? CurrencyText.meant(by: row[.currency])) : nil
        let amount = read ?? (try? Money("1", currency ?? self.currency ?? .tryLira))
        let nonWithdrawable = isKnown(.nonWithdrawable) ? nonWithdrawable(row[.nonWithdrawable]) : nil
        return amount.map {
            Reading(
                item: PayoutItem(
                    id: row[.id], recipient: recipient, amount: $0,
                    description: isKnown(.description) ? row[.description] : "-",
                    nonWithdrawable: nonWithdrawable),
                hasStandInCurrency: currency == nil)
        }
    }

    private func isKnown(_ column: InputColumn) -> Bool { !unknown.contains(column) }

    private mutating func recipient(_ row: InputRow) -> Recipient {
        guard isKnown(.type), isKnown(.recipient) else { return .memberID("-") }
        let text = row[.recipient]
        switch type(row[.type]) {
        case .iban:
            guard let damage = RecipientText.problemOfIBAN(text) else {
                return .iban(text, name: isKnown(.name) ? row[.name] : "-")
            }
            problems.append(damage)
            if isKnown(.name), row[.name].allSatisfy(\.isWhitespace) {
                problems.append("the recipient's name is empty")
            }
        case .phone:
            guard let damage = RecipientText.problemOfPhone(text) else { return .phone(text) }
            problems.append(damage)
        case .identityNumber:
            guard let damage = RecipientText.problemOfIdentityNumber(text) else { return .identityNumber(text) }
            problems.append(damage)
        case .memberID, nil: break
        }
        // The form of an altered number is not checked as well: one problem is enough.
        return .memberID(text)
    }

    private mutating func type(_ text: String) -> InputType? {
        if let type, text == type.text { return type.value }
        guard let found = ColumnHeadings.types[LooseName.key(of: text)] else {
            problems.append(Self.typeProblem(text))
            return nil
        }
        type = (text, found)
        return found
    }

    private static func typeProblem(_ text: String) -> String {
        let known = "the type is iban, phone, identityNumber or memberId"
        if text.allSatisfy(\.isWhitespace) {
            return "the type is missing; it is iban, phone, identityNumber or memberId"
        }
        if let near = DidYouMean.suggestion(for: text, in: InputType.allCases.map(\.rawValue)) {
            return "\(known); did you mean ‘\(near)’?"
        }
        return "\(known); found \(ShownText.shape(of: text))"
    }

    private mutating func currency(_ text: String) -> Currency? {
        if let currency, currency.code == text { return currency }
        guard let found = try? Currency(text) else {
            problems.append(CurrencyText.problem(in: text))
            return nil
        }
        currency = found
        return found
    }

    private mutating func amount(_ text: String, _ currency: Currency?) -> Money? {
        if let problem = AmountText.problem(in: text) {
            problems.append(problem)
            return nil
        }
        guard let currency else { return nil }
        do throws(InvalidMoney) {
            return try Money(text, currency)
        } catch {
            problems.append(error.description)
            return nil
        }
    }

    private mutating func nonWithdrawable(_ text: String) -> Bool? {
        if text.isEmpty { return nil }
        switch LooseName.key(of: text) {
        case "true": return true
        case "false": return false
        default:
            problems.append("nonWithdrawable is true, false or empty")
            return nil
        }
    }
}

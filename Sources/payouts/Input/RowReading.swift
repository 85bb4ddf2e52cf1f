import IyzicoMassPayout
import SourceText

/// Turns the texts of rows into items.
struct RowReading {
    /// What is wrong with the row that was read last.
    private(set) var problems: [String] = []
    /// Columns of which the file's problems tell already; something stands in for their texts.
    private var unknown: [InputColumn] = []
    /// The currency of the last row that has one: nearly always that of all of them.
    private var currency: Currency?
    /// The type of the last row that has one, and how it is written there.
    private var type: (text: String, value: InputType)?

    /// An item, and whether its currency is one that the row does not have.
    struct Reading {
        let item: PayoutItem
        let hasStandInCurrency: Bool
    }

    /// The row as an item; where there are problems, something stands in for what is wrong, so that everything else of
    /// the row can be checked, too.
    ///
    /// - Returns: Nil when not even that can be made.
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
        // What is damaged does not have its form either, and one problem is enough.
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

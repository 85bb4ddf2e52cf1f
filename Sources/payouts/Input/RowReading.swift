import IyzicoMassPayout

/// Turns the texts of a row into an item.
struct RowReading {
    private let row: InputRow
    /// What takes the place of a currency that the row does not have.
    private let otherCurrency: Currency
    private(set) var problems: [InputProblem] = []

    init(_ row: InputRow, otherCurrency: Currency) {
        self.row = row
        self.otherCurrency = otherCurrency
    }

    /// The row as an item; where there are problems, something stands in for what is wrong, so that everything else of
    /// the row can be checked, too.
    ///
    /// - Returns: Nil when not even that can be made.
    mutating func item() -> PayoutItem? {
        let recipient = recipient()
        let amount = amount() ?? (try? Money("1", (try? Currency(row[.currency])) ?? otherCurrency))
        let nonWithdrawable = nonWithdrawable()
        return amount.map {
            PayoutItem(
                id: row[.id], recipient: recipient, amount: $0, description: row[.description],
                nonWithdrawable: nonWithdrawable)
        }
    }

    private mutating func recipient() -> Recipient {
        let text = row[.recipient]
        switch LooseName.key(of: row[.type]) {
        case "iban": return .iban(text, name: row[.name])
        case "phone":
            return checked(.phone(text), SpreadsheetDamage.inPhone(text))
        case "identitynumber": return checked(.identityNumber(text), SpreadsheetDamage.inIdentityNumber(text))
        case "": report("the type is missing; it is iban, phone, identityNumber or memberId")
        case "memberid": break
        default: report("the type is iban, phone, identityNumber or memberId; found \(SafeText.quoted(row[.type]))")
        }
        return .memberID(text)
    }

    /// One problem is enough: what is damaged does not have the form either.
    private mutating func checked(_ recipient: Recipient, _ damage: String?) -> Recipient {
        guard let damage else { return recipient }
        report(damage)
        return .memberID(row[.recipient])
    }

    private mutating func amount() -> Money? {
        if let problem = AmountText.problem(in: row[.amount]) {
            report(problem)
            return nil
        }
        do throws(InvalidMoney) {
            return try Money(row[.amount], Currency(row[.currency]))
        } catch {
            report(error.description)
            return nil
        }
    }

    private mutating func nonWithdrawable() -> Bool? {
        switch LooseName.key(of: row[.nonWithdrawable]) {
        case "": break
        case "true": return true
        case "false": return false
        default: report("nonWithdrawable is true, false or empty")
        }
        return nil
    }

    private mutating func report(_ message: String?) {
        if let message { problems.append(InputProblem(line: row.line, message)) }
    }
}

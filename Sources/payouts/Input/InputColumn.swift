/// What a row of a file has of an item.
enum InputColumn: String, CaseIterable {
    case id
    case type
    case recipient
    case name
    case amount
    case currency
    case description
    case nonWithdrawable

    var isRequired: Bool {
        self != .name && self != .nonWithdrawable
    }
}

/// How a recipient is told.
enum InputType: String, CaseIterable {
    case iban
    case phone
    case identityNumber
    case memberID = "memberId"
}

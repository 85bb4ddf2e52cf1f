import SourceText

/// What a row of a file says of an item.
enum InputColumn: String, CaseIterable {
    case id
    case type
    case recipient
    case name
    case amount
    case currency
    case description
    case nonWithdrawable

    /// The member of a request that the column becomes, which is another way to write its name.
    private var memberName: String? {
        switch self {
        case .id: "itemExternalId"
        case .type: "recipientType"
        case .recipient: "recipientInfo"
        case .name: "recipientName"
        case .amount, .currency, .description, .nonWithdrawable: nil
        }
    }

    var isRequired: Bool {
        self != .name && self != .nonWithdrawable
    }

    /// Reads a heading: letters' case, spaces, underscores and hyphens do not matter.
    init?(heading: String) {
        let key = LooseName.key(of: heading)
        let column = Self.allCases.first { column in
            [column.rawValue, column.memberName].contains { $0.map(LooseName.key) == key }
        }
        guard let column else { return nil }
        self = column
    }

    static func unknown(_ heading: String) -> String {
        let names = allCases.map(\.rawValue)
        let suggestion = DidYouMean.suggestion(for: LooseName.key(of: heading), in: names)
        let advice =
            suggestion.map { "; did you mean ‘\($0)’?" } ?? "; the columns are \(names.joined(separator: ", "))"
        return "unknown column " + SafeText.quoted(heading) + advice
    }
}

import IyzicoMassPayoutAPI

/// Finds everything that is wrong with a payout, and its total when nothing is.
struct PayoutCheck {
    private(set) var problems: [InvalidMassPayout.Problem] = []
    private(set) var total: Money?

    private typealias Kind = InvalidMassPayout.Kind

    init(
        id: String, conversationID: String, purpose: MassPayoutInitializeRequest.Purpose?, items: [PayoutItem],
        checks: RecipientChecks
    ) {
        note(TextProblem.ofIdentity(id).map(Kind.id))
        note(TextProblem.ofIdentity(conversationID).map(Kind.conversationID))
        note((purpose?.rawValue).flatMap(TextProblem.ofIdentity).map(Kind.purpose))
        note(items.isEmpty ? .noItems : nil)
        var places: [String: Int] = [:]
        for (index, item) in items.enumerated() {
            for kind in Self.kinds(of: item, checks) + Self.repetition(of: item, at: index, &places) {
                note(kind, index, item)
            }
            add(item, at: index)
        }
    }

    private static func kinds(of item: PayoutItem, _ checks: RecipientChecks) -> [Kind] {
        let texts = [
            TextProblem.ofIdentity(item.id).map(Kind.id), TextProblem.ofProse(item.description).map(Kind.description),
        ]
        return texts.compactMap { $0 } + RecipientProblem.all(of: item.recipient, checks).map(Kind.recipient)
    }

    /// Ids are compared by their bytes, as a provider that knows nothing of Unicode's equivalences does, and also by
    /// those equivalences, as one that does: String's equality refuses both.
    private static func repetition(of item: PayoutItem, at index: Int, _ places: inout [String: Int]) -> [Kind] {
        if let first = places[item.id] { return [.repeatedID(first: first)] }
        places[item.id] = index
        return []
    }

    private mutating func add(_ item: PayoutItem, at index: Int) {
        guard index > 0 else {
            total = item.amount
            return
        }
        guard let sum = total else { return }
        do {
            total = try sum.adding(item.amount)
        } catch .differentCurrencies {
            note(.anotherCurrency(item.amount.currency, first: sum.currency), index, item)
        } catch {
            note(.totalTooLarge)
            total = nil
        }
    }

    private mutating func note(_ kind: InvalidMassPayout.Kind?, _ index: Int? = nil, _ item: PayoutItem? = nil) {
        guard let kind else { return }
        problems.append(InvalidMassPayout.Problem(itemIndex: index, itemID: item?.id, kind: kind))
    }
}

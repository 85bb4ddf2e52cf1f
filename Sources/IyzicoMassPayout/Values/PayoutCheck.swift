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
        var places = FirstPlaces(count: items.count)
        for (index, item) in items.enumerated() {
            note(TextProblem.ofIdentity(item.id).map(Kind.id), index, item)
            note(TextProblem.ofProse(item.description).map(Kind.description), index, item)
            for problem in RecipientProblem.all(of: item.recipient, checks) { note(.recipient(problem), index, item) }
            // Ids are compared by their bytes, as a provider that knows nothing of Unicode's equivalences does, and also
            // by those equivalences, as one that does: String's equality refuses both.
            let first = places.first(equalTo: index, hash: item.id.hashValue) { items[$0].id == item.id }
            note(first.map { .repeatedID(first: $0) }, index, item)
            add(item, at: index)
        }
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

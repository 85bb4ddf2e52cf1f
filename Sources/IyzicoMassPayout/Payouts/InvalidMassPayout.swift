import IyzicoMassPayoutAPI
public import KurusRuntime

/// All problems that make a payout invalid.
public struct InvalidMassPayout: Error, Hashable, Sendable {
    /// At least one problem: those of the payout's texts, then those of its items in order.
    public let problems: [Problem]

    /// A problem of the payout or of an item.
    public struct Problem: Hashable, Sendable {
        /// The item's index, from 0; nil for the payout itself.
        public let itemIndex: Int?
        /// The item's id as given.
        public let itemID: String?
        /// The rule that is broken.
        public let kind: Kind

        /// A problem of the payout or of one of its items.
        public init(itemIndex: Int? = nil, itemID: String? = nil, kind: Kind) {
            self.itemIndex = itemIndex
            self.itemID = itemID
            self.kind = kind
        }
    }

    /// An error of these problems.
    public init(problems: [Problem]) {
        self.problems = problems
    }

    /// The rule that is broken.
    @nonexhaustive public enum Kind: Hashable, Sendable {
        /// The payout's id, or an item's.
        case id(TextProblem)
        /// The conversation id cannot be sent.
        case conversationID(TextProblem)
        /// The purpose cannot be sent.
        case purpose(TextProblem)
        /// iyzico wants at least one item.
        case noItems
        /// An earlier item, at this index from 0, has the same id.
        case repeatedID(first: Int)
        /// The item's description cannot be sent.
        case description(TextProblem)
        /// The item's recipient cannot be paid.
        case recipient(RecipientProblem)
        /// The currency is not that of the first item.
        case anotherCurrency(Currency, first: Currency)
        /// The items' sum has more digits than can be kept exactly.
        case totalTooLarge
    }
}

extension InvalidMassPayout: MaskedText {
    /// A line for each problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension InvalidMassPayout.Problem: MaskedText {
    /// `item 3 (row-17): the recipient is empty`, with positions from 1 and a masked id.
    public var description: String {
        guard let itemIndex else { return "the payout: \(kind)" }
        let id = ItemID.text(itemID ?? "")
        return TextProblem.ofIdentity(id) == nil
            ? "item \(itemIndex + 1) (\(id)): \(kind)" : "item \(itemIndex + 1): \(kind)"
    }
}

extension InvalidMassPayout.Kind: CustomStringConvertible {
    public var description: String {
        switch self {
        case .id(let problem): "the id \(problem)"
        case .conversationID(let problem): "the conversation id \(problem)"
        case .purpose(let problem): "the purpose \(problem)"
        case .noItems: "there are no items"
        case .repeatedID(let first): "item \(first + 1) has the same id"
        case .description(let problem): "the description \(problem)"
        case .recipient(let problem): problem.description
        case .anotherCurrency(let currency, let first):
            "the currency is \(currency) and that of the first item \(first): a payout has one"
        case .totalTooLarge: "the sum of the amounts has more digits than can be kept exactly"
        }
    }
}

/// Finds all problems of a payout, or its total if it has none.
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
            // String's equality refuses ids that are equal by bytes or by Unicode equivalence, whichever the provider
            // uses.
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

/// Finds the first of equal elements of a collection, identified by index, in eight bytes per element; a dictionary of
/// a payroll's ids would be as large as the payroll.
package struct FirstPlaces {
    /// Index + 1 at the first free slot from the hash on (open addressing); 0 for a free slot.
    private var slots: [UInt32]

    /// - Parameter count: The maximum number of elements.
    package init(count: Int) {
        var size = 16
        while size < 2 * count { size *= 2 }
        slots = Array(repeating: 0, count: size)
    }

    /// Returns the first index that was added for an equal element, or adds this index and returns nil.
    ///
    /// - Parameters:
    ///   - hash: Equal for equal elements.
    ///   - isEqual: Compares the element with the one at an earlier index.
    package mutating func first(equalTo index: Int, hash: Int, isEqual: (Int) -> Bool) -> Int? {
        let place = place(hash, isEqual)
        if slots[place] > 0 { return Int(slots[place] - 1) }
        slots[place] = UInt32(index + 1)
        return nil
    }

    /// Returns the first index that was added for an equal element; nil when none was.
    package func first(hash: Int, isEqual: (Int) -> Bool) -> Int? {
        let place = place(hash, isEqual)
        return slots[place] > 0 ? Int(slots[place] - 1) : nil
    }

    /// Returns the slot of an equal element, else the slot for a new one.
    private func place(_ hash: Int, _ isEqual: (Int) -> Bool) -> Int {
        var place = hash & (slots.count - 1)
        while slots[place] > 0, !isEqual(Int(slots[place] - 1)) { place = (place + 1) & (slots.count - 1) }
        return place
    }
}

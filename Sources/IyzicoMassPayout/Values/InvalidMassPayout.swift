import KurusRuntime

/// Everything that keeps a payout from being made.
public struct InvalidMassPayout: Error, Hashable, Sendable {
    /// At least one: those of the payout's own texts, then those of its items in their order.
    public let problems: [Problem]

    /// One thing that is wrong.
    public struct Problem: Hashable, Sendable {
        /// The item's place, from 0; nil when the payout itself is meant.
        public let itemIndex: Int?
        /// The item's id as it was given.
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
        /// Another item before has the id; its place, from 0.
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

extension InvalidMassPayout: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A line for each problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension InvalidMassPayout.Problem: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `item 3 (row-17): the recipient is empty`: places count from 1, as people do; the id is masked.
    public var description: String {
        guard let itemIndex else { return "the payout: \(kind)" }
        let id = ItemID.text(itemID ?? "")
        return TextProblem.ofIdentity(id) == nil
            ? "item \(itemIndex + 1) (\(id)): \(kind)" : "item \(itemIndex + 1): \(kind)"
    }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
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

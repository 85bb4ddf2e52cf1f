public import IyzicoMassPayoutAPI
public import KurusRuntime

/// A payout that can be sent. It has at least one item, unique ids, one currency, an exact total, and recipients and
/// texts in the form that iyzico documents or, if it documents none, that cannot deceive.
///
/// It prints as its id, the number of its items and the total.
public struct MassPayout: Hashable, Sendable {
    /// The payer's own id, sent as `externalId`, which iyzico documents as the payout's idempotency key.
    public let id: String
    /// Ties answers to requests.
    public let conversationID: String
    /// The purpose of the payment. iyzico's English page lists three purposes that its Turkish page lacks.
    public let purpose: MassPayoutInitializeRequest.Purpose?
    /// The items, in the caller's sequence.
    public let items: [PayoutItem]
    /// The sum of the items' amounts, without iyzico's commission.
    public let total: Money

    /// Creates a payout if everything in it can be sent.
    ///
    /// - Parameters:
    ///   - id: The payer's id, by which the provider recognizes a repeated order.
    ///   - conversationID: The id when nil.
    ///   - purpose: The purpose that is declared to the provider.
    ///   - items: The items, all in one currency.
    ///   - checks: Checks of recipients beyond their form; all by default.
    /// - Throws: `InvalidMassPayout` with all problems.
    public init(
        id: String, conversationID: String? = nil, purpose: MassPayoutInitializeRequest.Purpose? = nil,
        items: [PayoutItem], checks: RecipientChecks = .all
    ) throws(InvalidMassPayout) {
        let conversationID = conversationID ?? id
        let check = PayoutCheck(
            id: id, conversationID: conversationID, purpose: purpose, items: items, checks: checks)
        guard check.problems.isEmpty, let total = check.total else {
            throw InvalidMassPayout(problems: check.problems)
        }
        self.id = id
        self.conversationID = conversationID
        self.purpose = purpose
        self.items = items
        self.total = total
    }

    /// The content of initialize. The same texts, amounts and order always produce the same bytes.
    package var request: MassPayoutInitializeRequest {
        MassPayoutInitializeRequest(
            externalId: id, conversationId: conversationID, purpose: purpose, items: items.map(\.request))
    }
}

extension PayoutItem {
    /// The item as initialize sends it.
    package var request: MassPayoutItem {
        MassPayoutItem(
            itemExternalId: id, recipientType: recipient.kind, recipientInfo: recipient.canonicalText,
            amount: Amount(value: amount.amount, currency: amount.currency.code), description: description,
            recipientName: recipient.name, nonWithdrawable: nonWithdrawable)
    }
}

extension MassPayout: MaskedText {
    public var description: String { "MassPayout(\(id), \(items.count) items, \(total))" }
}

/// One payment of a payout.
///
/// It is not checked until `MassPayout` checks it. It prints with its id (see `ItemID`) and without the description,
/// which often names the recipient.
public struct PayoutItem: Hashable, Sendable {
    /// The payer's own id of the item, unique in its payout.
    public let id: String
    /// The recipient.
    public let recipient: Recipient
    /// The amount that is paid, commission aside.
    public let amount: Money
    /// Whether money sent to a wallet cannot be withdrawn; not sent when nil.
    public let nonWithdrawable: Bool?
    /// A description of the payment for the recipient. iyzico documents no maximum length.
    public let description: String

    /// Creates an item, which is checked when the payout is created.
    public init(
        id: String, recipient: Recipient, amount: Money, description: String, nonWithdrawable: Bool? = nil
    ) {
        self.id = id
        self.recipient = recipient
        self.amount = amount
        self.description = description
        self.nonWithdrawable = nonWithdrawable
    }
}

// Not CustomStringConvertible, because the item's `description` would satisfy it.
extension PayoutItem: TextOutputStreamable, CustomDebugStringConvertible, CustomReflectable {
    public func write(to target: inout some TextOutputStream) {
        target.write(debugDescription)
    }

    public var debugDescription: String { "PayoutItem(\(ItemID.text(id)), \(recipient), \(amount))" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

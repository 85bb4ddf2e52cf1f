import IyzicoMassPayoutAPI
import KurusRuntime

// What of an order goes into the journal: nothing of a recipient but a hash under the journal's key, so that equal
// recipients are recognized and none can be guessed from what is stored.
extension RecordedPlan {
    init(_ plan: PayoutPlan, key: JournalKey, form: RecipientHash.Form = .account) {
        self.init(id: plan.id, payouts: plan.payouts.map { RecordedPayout($0, key: key, form: form) })
    }

    /// The form of its recipients' hashes; an order is recorded in one.
    var form: RecipientHash.Form { payouts.first?.form ?? .account }
}

extension RecordedPayout {
    init(_ payout: MassPayout, key: JournalKey, form: RecipientHash.Form = .account) {
        self.init(
            id: payout.id, currency: payout.total.currency.code,
            bodyHash: key.hash(JSONWriter.bytes(of: payout.request)),
            items: payout.items.map {
                RecordedItem(id: $0.id, amount: $0.amount.amount, recipient: RecipientHash($0.recipient, key, form))
            })
    }

    var form: RecipientHash.Form { items.first?.recipient.form ?? .account }
}

extension RecipientHash {
    /// The recipient in its normal form, an IBAN in capitals and without spaces, with its name or without.
    init(_ recipient: Recipient, _ key: JournalKey, _ form: Form) {
        var parts = [recipient.kind.rawValue, recipient.canonicalText]
        if form == .accountAndName { parts.append(recipient.name ?? "") }
        self.init(key.hash(parts.joined(separator: "\0").utf8), form)
    }
}

extension RepeatQuery {
    /// What an order would repeat, with its recipients' hashes in every form that a journal may hold.
    public init(_ plan: PayoutPlan, key: JournalKey, reach: Duration) {
        let forms: [RecipientHash.Form] = [.account, .accountAndName]
        self.init(
            orderID: plan.id,
            items: plan.payouts.flatMap(\.items).map { item in
                Item(
                    id: item.id, amount: item.amount.amount, currency: item.amount.currency.code,
                    recipients: Set(forms.map { RecipientHash(item.recipient, key, $0) }))
            }, reach: reach)
    }
}

import Foundation
import IyzicoMassPayout
import KurusCommandLine

/// The balance, held against what is still to be paid from it.
///
/// iyzico reports the balance without a currency; it is taken for Turkish lira, and no other currency is held against it. The
/// commissions that iyzico takes are not known beforehand, and are not counted.
struct BalanceCheck {
    /// nil where it could not be read.
    let balance: Decimal?
    /// Why it could not be read.
    let problem: String?
    /// The sum that this run may authorize; nil where there is nothing left to authorize.
    let due: Money?

    init(balance: Result<Decimal, CommandFailure>, due: Money?) {
        self.due = due
        switch balance {
        case .success(let amount): (self.balance, problem) = (amount, nil)
        case .failure(let failure): (self.balance, problem) = (nil, failure.message)
        }
    }

    /// nil where the two cannot be compared.
    var covers: Bool? {
        guard let due else { return true }
        guard let balance, due.currency == .tryLira else { return nil }
        return due.amount <= balance
    }

    /// One line without a label.
    var text: String {
        guard let balance else { return "not known" }
        let text = AmountDisplay.text(balance)
        switch covers {
        case true?: return text
        case false?: return text + ", which does not cover " + (due?.description ?? "")
        case nil: return text + ", taken for TRY and not held against " + (due?.currency.code ?? "")
        }
    }

    /// The end of a run that is not to go on without the money.
    ///
    /// - Parameter isUnsettled: Whether an earlier run left payouts of which nobody here can say what is paid.
    func failure(isUnsettled: Bool) -> CommandFailure {
        let reading = isUnsettled ? "; 'payouts status' reads what was authorized before" : ""
        return CommandFailure(
            isUnsettled ? .outcomeUnknown : .notPaid,
            "the balance, \(balance.map(AmountDisplay.text) ?? "?"), does not cover \(due?.description ?? ""), so that "
                + "nothing is sent; raise the balance, or say --allow-uncovered" + reading)
    }
}

extension PayoutPlan {
    /// The sum of the payouts whose authorization is still up to this run, or nil where there is none.
    func due(_ states: [String: PayoutState]) -> Money? {
        Money.sum(of: payouts.filter { states[$0.id]?.isBeyondAuthorization != true }.map(\.total))
    }
}

extension RecordedOrder {
    /// The sum of the payouts whose authorization is still up to this run, or nil where there is none.
    var due: Money? {
        let states = payoutIDs.compactMap { self.states[$0] }.filter { !$0.isBeyondAuthorization }
        let amounts = states.flatMap { state in
            state.payout.items.compactMap { try? Money($0.amount, Currency(state.payout.currency)) }
        }
        return Money.sum(of: amounts)
    }
}

extension Money {
    /// nil for no amounts, for several currencies, and for a sum that is too large.
    static func sum(of amounts: [Money]) -> Money? {
        guard let first = amounts.first else { return nil }
        return amounts.dropFirst().reduce(Optional(first)) { sum, amount in sum.flatMap { try? $0.adding(amount) } }
    }
}

extension PayoutState {
    /// Whether it was authorized, given up or at its end before.
    var isBeyondAuthorization: Bool {
        mayHaveMovedMoney || isCancelling || ends != nil
    }
}

import Foundation
import IyzicoMassPayout
import KurusCommandLine

/// The balance, compared with the sum that is still to be paid from it.
///
/// iyzico reports the balance without a currency. It is taken for Turkish lira, and sums in other currencies are not
/// compared with it. iyzico's commissions are unknown beforehand and are not counted.
struct BalanceCheck {
    /// Nil where it could not be read.
    let balance: Decimal?
    /// The reason why it could not be read.
    let problem: String?
    /// The sum that this run may authorize; nil where nothing is left to authorize.
    let due: Money?

    init(balance: Result<Decimal, CommandFailure>, due: Money?) {
        self.due = due
        switch balance {
        case .success(let amount): (self.balance, problem) = (amount, nil)
        case .failure(let failure): (self.balance, problem) = (nil, failure.message)
        }
    }

    /// Whether the balance covers the sum; nil where they cannot be compared.
    var covers: Bool? {
        guard let due else { return true }
        guard let balance, due.currency == .tryLira else { return nil }
        return due.amount <= balance
    }

    /// The balance on one line, without a label.
    var text: String {
        guard let balance else { return "not known" }
        let text = AmountDisplay.text(balance)
        switch covers {
        case true?: return text
        case false?: return text + ", which does not cover " + (due?.description ?? "")
        case nil: return text + ", taken for TRY and not compared with " + (due?.currency.code ?? "")
        }
    }

    /// Returns the failure of a run that must not go on without enough money.
    ///
    /// - Parameter isUnsettled: Whether an earlier run left payouts with an unknown outcome.
    func failure(isUnsettled: Bool) -> CommandFailure {
        let reading = isUnsettled ? "; 'payouts status' reads what was authorized before" : ""
        return CommandFailure(
            isUnsettled ? .outcomeUnknown : .notPaid,
            "the balance, \(balance.map(AmountDisplay.text) ?? "?"), does not cover \(due?.description ?? ""), so "
                + "nothing is sent; raise the balance, or use --allow-uncovered" + reading)
    }
}

extension PayoutPlan {
    /// Returns the sum of the payouts that this run may still authorize, or nil where there are none.
    func due(_ states: [String: PayoutState]) -> Money? {
        Money.sum(of: payouts.filter { states[$0.id]?.isBeyondAuthorization != true }.map(\.total))
    }
}

extension RecordedOrder {
    /// Returns the sum of the payouts that this run may still authorize, or nil where there are none.
    var due: Money? {
        let states = payoutIDs.compactMap { self.states[$0] }.filter { !$0.isBeyondAuthorization }
        let amounts = states.flatMap { state in
            state.payout.items.compactMap { try? Money($0.amount, Currency(state.payout.currency)) }
        }
        return Money.sum(of: amounts)
    }
}

extension Money {
    /// Returns nil for no amounts, for several currencies, and for a sum that is too large.
    static func sum(of amounts: [Money]) -> Money? {
        guard let first = amounts.first else { return nil }
        return amounts.dropFirst().reduce(Optional(first)) { sum, amount in sum.flatMap { try? $0.adding(amount) } }
    }
}

extension PayoutState {
    /// Whether the payout was already authorized, given up or at its end.
    var isBeyondAuthorization: Bool {
        mayHaveMovedMoney || isCancelling || ends != nil
    }
}

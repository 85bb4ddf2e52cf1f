import IyzicoMassPayout
import KurusCommandLine

/// An order as the journal has it.
struct RecordedOrder {
    let plan: RecordedPlan
    /// Its payouts, or the one that was asked for.
    let payoutIDs: [String]

    /// - Parameter id: An order's, or that of one of an order's payouts.
    init(_ id: String, _ session: Session) throws(CommandFailure) {
        let journal = try session.reading()
        if let plan = journal.plans[id] {
            self.plan = plan
            payoutIDs = plan.payouts.map(\.id)
        } else if let state = journal.payouts[id], let plan = journal.plans[state.planID] {
            self.plan = plan
            payoutIDs = [id]
        } else {
            let place = session.account.journalFolder.map { " in \($0)" } ?? ""
            throw CommandFailure(.unusableInput, "the journal\(place) knows no order \(SafeText.name(id))")
        }
    }

    /// The file's payouts by their ids, once it is known to be this order.
    func payouts(
        in path: String, _ input: InputOptions, _ session: Session, _ surroundings: Surroundings
    ) throws(CommandFailure) -> (file: OrderFile, payouts: [String: MassPayout]) {
        let file = try OrderFile(path, id: plan.id, options: input.ofSentOrder, surroundings)
        let cut: PayoutPlan
        do throws(InvalidMassPayout) {
            cut = try OrderPlan.plan(file.payout, recorded: plan, limit: nil)
        } catch {
            throw CommandFailure(.unusableInput, error.description)
        }
        try OrderCheck(session, file).check(cut, payAgain: [])
        return (file, Dictionary(cut.payouts.map { ($0.id, $0) }) { first, _ in first })
    }
}

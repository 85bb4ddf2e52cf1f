import IyzicoMassPayout
import KurusCommandLine

/// An order as the journal has it.
struct RecordedOrder {
    let plan: RecordedPlan
    /// Its payouts by their ids, as they were when it was read.
    let states: [String: PayoutState]
    /// Its payouts, or the one that was asked for.
    let payoutIDs: [String]

    /// - Parameter id: An order's, or that of one of an order's payouts.
    init(_ id: String, _ session: Session) async throws(CommandFailure) {
        if let order = try await session.order(id) {
            self.init(order, payoutIDs: order.plan.payouts.map(\.id))
        } else if let history = try await session.payout(id), let order = try await session.order(history.orderID) {
            self.init(order, payoutIDs: [id])
        } else {
            throw session.unknownOrder(id)
        }
    }

    private init(_ order: JournaledOrder, payoutIDs: [String]) {
        plan = order.plan
        states = order.states
        self.payoutIDs = payoutIDs
    }

    /// The file's payouts by their ids, once it is known to be this order.
    ///
    /// - Parameter isSending: Whether they are to be sent, and not only shown.
    func payouts(
        in path: String, _ input: InputOptions, _ session: Session, _ surroundings: Surroundings,
        isSending: Bool = false
    ) async throws(CommandFailure) -> (file: OrderFile, payouts: [String: MassPayout]) {
        let file = try OrderFile(path, id: plan.id, options: input.ofSentOrder, surroundings)
        let cut: PayoutPlan
        do throws(InvalidMassPayout) {
            cut = try OrderPlan.plan(file.payout, recorded: plan, limit: nil)
        } catch {
            throw CommandFailure(.unusableInput, error.description)
        }
        try await OrderCheck(session, file, isSending: isSending).check(cut, allowing: [])
        return (file, Dictionary(cut.payouts.map { ($0.id, $0) }) { first, _ in first })
    }
}

extension JournaledOrder {
    /// Its payouts by their ids.
    var states: [String: PayoutState] {
        Dictionary(payouts.map { ($0.payout.id, $0.state) }) { first, _ in first }
    }
}

import IyzicoMassPayout
import KurusCommandLine

/// An order in the journal.
struct RecordedOrder {
    let plan: RecordedPlan
    /// The payouts by id, as of the reading.
    let states: [String: PayoutState]
    /// The ids of all payouts, or of the one that was asked for.
    let payoutIDs: [String]

    /// - Parameter id: The id of an order, or of one of its payouts.
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

    /// Reads the payouts of a file by id, after checking that it is this order.
    ///
    /// - Parameter isSending: Whether the payouts are to be sent, rather than only shown.
    func payouts(
        in path: String, _ input: InputOptions, _ session: Session, _ context: CommandContext,
        isSending: Bool = false
    ) async throws(CommandFailure) -> (file: OrderFile, payouts: [String: MassPayout]) {
        let file = try OrderFile(path, id: plan.id, options: input.ofSentOrder, context)
        let cut = try OrderPlan.plan(file.payout, recorded: plan, limit: nil)
        try await OrderCheck(session, file, isSending: isSending).check(cut, allowing: [])
        return (file, cut.payoutsByID)
    }
}

extension JournaledOrder {
    /// The payouts by id.
    var states: [String: PayoutState] {
        Dictionary(payouts.map { ($0.payout.id, $0.state) }) { first, _ in first }
    }
}

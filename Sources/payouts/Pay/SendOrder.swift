import Foundation
import IyzicoMassPayout
import KurusCommandLine

/// What `payouts send` does with an order once it is read.
struct SendOrder {
    private let format: OutputFormat
    private let isDryRun: Bool
    private let isConfirmed: Bool
    private let limit: Int?
    private let repeatable: Set<String>
    private let invalidItems: InvalidItemsPolicy

    init(_ arguments: ParsedArguments) throws(UsageError) {
        format = try arguments.choice(of: "--format") ?? .text
        isDryRun = arguments.has("--dry-run")
        isConfirmed = arguments.has("--yes")
        limit = try arguments.number(of: "--chunk", in: 1 ... .max)
        repeatable = Set(arguments.values(of: "--allow-repeat"))
        invalidItems = arguments.has("--pay-the-rest") ? .payTheRest : .stop
    }

    func run(
        _ file: OrderFile, _ account: Account, _ surroundings: Surroundings
    ) async throws(CommandFailure) -> ExitStatus {
        let progress = ProgressDisplay(surroundings)
        let session = try await Session(account, surroundings, progress)
        let plan = try await plan(file, session, surroundings)
        try await OrderCheck(session, file).check(plan, allowing: repeatable)
        try await prepare(plan, session, surroundings)
        if isDryRun { return .done }
        try await record(plan, session)
        let outcomes = await pay(plan, session)
        progress.end()
        let report = try await OrderReport(plan.id, outcomes, session, file.payroll)
        report.print(as: format, surroundings)
        return report.exitStatus
    }

    private func record(_ plan: PayoutPlan, _ session: Session) async throws(CommandFailure) {
        do throws(PayoutError) {
            try await session.payouts.record(plan, allowRepeatOf: repeatable)
        } catch {
            throw CommandFailure(error.exitStatus, error.description)
        }
    }

    /// The plan is recorded, so that each payout is taken up where the journal has it, were it at its beginning.
    private func pay(_ plan: PayoutPlan, _ session: Session) async -> [PayoutOutcome] {
        let payouts = Dictionary(plan.payouts.map { ($0.id, $0) }) { first, _ in first }
        let (workflow, invalidItems) = (session.payouts, invalidItems)
        return await PayoutQueue.outcomes(of: plan.payouts.map(\.id)) { id throws(PayoutError) in
            try await workflow.resume(id, with: payouts[id], invalidItems: invalidItems)
        }
    }

    private func plan(
        _ file: OrderFile, _ session: Session, _ surroundings: Surroundings
    ) async throws(CommandFailure) -> PayoutPlan {
        let recorded = try await session.order(file.payout.id)?.plan
        do throws(InvalidMassPayout) {
            let plan = try OrderPlan.plan(file.payout, recorded: recorded, limit: limit)
            if let limit, recorded != nil, plan.payouts.contains(where: { $0.items.count > limit }) {
                surroundings.errorOutput(
                    "payouts: note: the order stays cut as the journal has it; --chunk is ignored\n")
            }
            return plan
        } catch {
            throw CommandFailure(.unusableInput, error.description)
        }
    }

    /// The summary, and the question where money may move.
    private func prepare(
        _ plan: PayoutPlan, _ session: Session, _ surroundings: Surroundings
    ) async throws(CommandFailure) {
        let order = try await session.order(plan.id)
        let balance = try await balance(session, order)
        let summary = OrderSummary(plan, session.account, order, balance: balance)
        switch format {
        case .text: surroundings.output(summary.text)
        case .json where isDryRun: surroundings.output(summary.json)
        case .json: surroundings.errorOutput(summary.text)
        }
        if isDryRun || isConfirmed || !summary.movesMoney { return }
        try Question.ask(summary.question, surroundings)
    }

    /// A run that cannot even read the balance leaves what an earlier one did not settle as unknown as it was.
    private func balance(
        _ session: Session, _ order: JournaledOrder?
    ) async throws(CommandFailure) -> Decimal {
        do throws(CommandFailure) {
            return try await BalanceReading.balance(session.operations)
        } catch {
            let isUnsettled = order?.payouts.contains(where: \.state.isUnsettled) == true
            throw isUnsettled ? CommandFailure(.outcomeUnknown, error.message) : error
        }
    }
}

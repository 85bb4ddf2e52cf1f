import Foundation
import IyzicoMassPayout
import KurusCommandLine

/// Sends an order that is read, for `payouts send` and `payouts enqueue`.
struct SendOrder {
    static let id = Option<String?>("--id", "ID", "The id of the order. Needed with FILE.")
    static let dryRun = Flag(
        "--dry-run",
        "Check the file, the journal and the balance, print what would be paid, and send nothing. The exit status is "
            + "that of a run up to its question.")
    static let rows = Flag(
        "--rows",
        "Show every row before the question: line, item, the recipient's last two characters, the first letters of the "
            + "name, and the amount.")
    static let approved = Option<String?>(
        "--approved", "HASH", "Send the order only if its hash is this one, which 'payouts plan' showed."
    ) { words, command throws(UsageError) in
        guard let word = words.first else { return nil }
        guard let hash = PlanHash.digits(word) else {
            throw UsageError(
                "'--approved' takes the 64 hexadecimal digits that 'payouts plan' shows as the hash", in: command)
        }
        return hash
    }
    static let yes = Flag("--yes", "Do not ask before money moves.")
    static let chunk = Option(
        "--chunk", "N", in: 1 ... .max,
        "The most items of one payout; 500 by default. An order in the journal keeps its division.")
    static let allowRepeat = Option(
        repeatable: "--allow-repeat", "ORDER",
        "Pay what this order has paid or may yet pay. Can be given more than once; no value means all orders.")

    private let format: OutputFormat
    private let isDryRun: Bool
    private let isConfirmed: Bool
    private let showsRows: Bool
    private let limit: Int?
    /// The hash that was approved.
    private let approved: String?
    /// Ids of orders that this one may repeat.
    private let repeatable: Set<String>
    private let options: RunOptions
    /// Whether the payouts are handed over to workers instead of authorized by this run.
    private let isEnqueued: Bool

    init(_ arguments: ParsedArguments, _ options: RunOptions, isEnqueued: Bool = false) throws(UsageError) {
        self.isEnqueued = isEnqueued
        format = try arguments[OutputFormat.option]
        isDryRun = arguments[Self.dryRun]
        isConfirmed = arguments[Self.yes]
        showsRows = arguments[Self.rows]
        limit = try arguments[Self.chunk]
        approved = try arguments[Self.approved]
        repeatable = Set(try arguments[Self.allowRepeat])
        self.options = options
    }

    func run(
        _ file: OrderFile, _ account: Account, _ context: CommandContext
    ) async throws(CommandFailure) -> ExitStatus {
        let progress = ProgressDisplay(context)
        let use = options.requiresJournal ? JournalUse.reads : isDryRun ? .tries : .begins
        let session = try await Session(account, use, options, context, progress)
        for id in repeatable.sorted() where try await session.order(id) == nil {
            throw CommandFailure(
                .usage,
                "'--allow-repeat' names \(SafeText.name(id)), and the journal has no such order; nothing is sent")
        }
        let plan = try await plan(file, session, context)
        let summary = OrderSummary(plan, file.payroll, PlanHost(of: account))
        try checkApproval(of: summary)
        try await check(plan, OrderCheck(session, file), context)
        let status = try await prepare(summary, session, context)
        if isDryRun { return status }
        try await record(plan, session, OrderCheck(session, file))
        let outcomes =
            isEnqueued ? await HandOver(session).outcomes(of: plan, options.invalidItems) : await pay(plan, session)
        progress.end()
        let path = file.path == OrderFile.standardInput ? nil : file.path
        let commands = OrderCommands(
            id: plan.id, path: path, account: options.account.words, isEnqueued: isEnqueued)
        let report = try await OrderReport(
            plan.id, outcomes, session, file.payroll, commands, isEnqueued ? HandOver.status(of: outcomes) : nil)
        report.print(as: format, context)
        if isEnqueued { HandOver.tell(of: outcomes, context) }
        return report.exitStatus
    }

    private func checkApproval(of summary: OrderSummary) throws(CommandFailure) {
        guard let approved, approved != summary.hash.text else { return }
        throw CommandFailure(
            .unusableInput,
            "this is not the order that was approved, so nothing is sent: its hash is \(summary.hash.text), the "
                + "approved one \(approved)")
    }

    private func check(
        _ plan: PayoutPlan, _ check: OrderCheck, _ context: CommandContext
    ) async throws(CommandFailure) {
        for note in try await check.check(plan, allowing: repeatable) {
            context.errorOutput("payouts: note: \(note)\n")
        }
    }

    /// Records the order. Another run may have recorded one since the check.
    private func record(_ plan: PayoutPlan, _ session: Session, _ check: OrderCheck) async throws(CommandFailure) {
        do throws(PayoutError) {
            try await session.payouts.record(plan, allowRepeatOf: repeatable)
        } catch {
            throw check.failure(error)
        }
    }

    /// Pays the recorded payouts, each from its state in the journal.
    private func pay(_ plan: PayoutPlan, _ session: Session) async -> [PayoutOutcome] {
        let (payouts, workflow, invalidItems, goal) = (
            plan.payoutsByID, session.payouts, options.invalidItems, options.goal
        )
        return await PayoutQueue.outcomes(of: plan.payouts.map(\.id)) { id throws(PayoutError) in
            try await workflow.resume(id, with: payouts[id], invalidItems: invalidItems, until: goal)
        }
    }

    private func plan(
        _ file: OrderFile, _ session: Session, _ context: CommandContext
    ) async throws(CommandFailure) -> PayoutPlan {
        let recorded = try await session.order(file.payout.id)?.plan
        let plan = try OrderPlan.plan(file.payout, recorded: recorded, limit: limit)
        if let limit, recorded != nil, plan.payouts.contains(where: { $0.items.count > limit }) {
            context.errorOutput("payouts: note: the order stays cut as the journal has it; --chunk is ignored\n")
        }
        return plan
    }

    /// Prints the summary and asks for confirmation if money may move.
    ///
    /// - Returns: The status of a dry run, which is that of a run up to the question.
    private func prepare(
        _ summary: OrderSummary, _ session: Session, _ context: CommandContext
    ) async throws(CommandFailure) -> ExitStatus {
        let states = try await session.order(summary.plan.id)?.states ?? [:]
        let balance = await session.balanceCheck(due: summary.plan.due(states), context)
        if Task.isCancelled { throw .stopped }
        let isStopped = balance.covers == false && !options.allowsUncovered
        let status = isStopped ? ExitStatus.notPaid : .done
        let text = OrderSummaryText(summary: summary)
        let settled = summary.plan.payouts.count { states[$0.id]?.isBeyondAuthorization == true }
        let shown = text.text(balance: balance, settled: settled, showsRows: showsRows)
        switch format {
        case .text: context.output(shown)
        case .json where isDryRun:
            context.output(OrderSummaryJSON(summary: summary).text(balance: balance, showsRows: showsRows, status))
        case .json: context.errorOutput(shown)
        }
        if isDryRun { return status }
        if isStopped {
            throw balance.failure(isUnsettled: states.values.contains(where: \.isUnsettled))
        }
        let movesMoney = settled < summary.plan.payouts.count
        if !isConfirmed, movesMoney { try await Question.ask(text.question, context) }
        return status
    }
}

/// Asks for confirmation before money moves.
enum Question {
    /// - Throws: A failure unless the answer is yes, or where there is nobody to ask.
    static func ask(_ text: String, _ context: CommandContext) async throws(CommandFailure) {
        guard let answer = context.answer else {
            throw CommandFailure(
                .usage,
                "standard input is not a terminal, so nobody can be asked; --yes pays without "
                    + "a question")
        }
        context.errorOutput("\(text) Type yes to pay: ")
        let reply = await reply(answer)?.filter { !$0.isWhitespace }.lowercased()
        if Task.isCancelled {
            context.errorOutput("\n")
            throw .stopped
        }
        guard reply == "yes" else { throw CommandFailure(.notPaid, "the answer was not yes; nothing is sent") }
    }

    /// Reads the answer; nil if the task is cancelled first. A read from a terminal cannot be interrupted, so it has
    /// its own thread, which is abandoned then.
    private static func reply(_ answer: @escaping @Sendable () -> String?) async -> String? {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self)
        Thread.detachNewThread {
            if let reply = answer() { continuation.yield(reply) }
            continuation.finish()
        }
        for await reply in stream { return reply }
        return nil
    }
}

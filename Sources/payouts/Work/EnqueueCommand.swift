import IyzicoMassPayout
import KurusCommandLine

/// `payouts enqueue`: hands a file's payouts over to workers.
struct EnqueueCommand: Command {
    private let path: String
    private let id: String
    private let account: AccountChoice
    private let order: SendOrder
    private let input: InputOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        account = try AccountChoice(arguments)
        order = try SendOrder(arguments, RunOptions(arguments), isEnqueued: true)
        input = try InputOptions(arguments)
        path = try arguments.operands(["FILE"])[0]
        guard let id = try arguments[SendOrder.id] else {
            throw UsageError(
                "a FILE needs '--id ID' too: an id of yours, which names this order for good", in: arguments.command)
        }
        self.id = id
        try account.requireDatabase(arguments.command)
    }

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let account = try account.account(context)
        let file = try OrderFile(path, id: id, options: input, context)
        return try await order.run(file, account, context)
    }

    static let definition = CommandDefinition(
        name: "enqueue",
        summary: "hand the payouts of a file over to workers",
        synopses: ["payouts enqueue FILE --id ID --journal postgres [OPTION...]"],
        paragraphs: [
            "Does what 'payouts send' does up to the money: checks FILE, asks, records the order ID, brings its "
                + "payouts to the provider, and reads them back. It does not authorize them. At its end, the payouts "
                + "that match the order are handed over, and 'payouts work' pays them on any machine. Ctrl-C before "
                + "that end pays nobody.",
            "A database never contains recipients: they go from FILE to the provider, and workers do not need them. "
                + "The same ID with the same rows continues where an earlier run ended. 'payouts cancel ID' gives up "
                + "what no worker has authorized.",
            Manual.credentials, Manual.ordersAsJSON,
        ],
        options: [
            SendOrder.id, SendOrder.dryRun, SendOrder.rows, SendOrder.approved, SendOrder.yes, SendOrder.chunk,
            SendOrder.allowRepeat, RunOptions.repeatWindow, RunOptions.payTheRest, RunOptions.allowUncovered,
            RunOptions.requireJournal, RunOptions.actor, OutputFormat.option,
        ] + InputOptions.fileOptions + InputOptions.checkOptions + AccountChoice.options,
        exitStatuses: [
            (.done, "Every payout is handed over, or no longer needs a worker."),
            (
                .notPaid,
                "The provider refused items or a payout, the balance does not cover the total, or the answer was not "
                    + "yes."
            ),
            (.usage, "The command line is wrong, keys are missing, or there is nobody to ask."),
            (.unusableInput, "The file or the journal cannot be used, or the id is another order's."),
            (.providerFailed, "The provider or the network failed or the run was stopped. Run it again."),
            (.outcomeUnknown, "Somebody else may be paying it. 'payouts stuck' names the command that settles it."),
            (.busy, "Somebody else is working on the order. Wait, and run it again."),
        ],
        examples: [
            ("payouts enqueue payroll.csv --id 2026-11-salaries --journal postgres", "Hand it over, after a question.")
        ],
        environment: Manual.environment + Manual.databaseEnvironment)
}

/// Hands an order's payouts over to workers. First each is initialized at the provider and read back, which moves no
/// money. Those that match the order are then released together.
///
/// So no payout is authorized while the payer may still stop the run.
struct HandOver {
    private let workflow: MassPayouts

    init(_ session: Session) {
        workflow = session.payouts
    }

    func outcomes(of plan: PayoutPlan, _ invalidItems: InvalidItemsPolicy) async -> [PayoutOutcome] {
        let (payouts, ids) = (plan.payoutsByID, plan.payouts.map(\.id))
        let verified = await PayoutQueue.outcomes(of: ids) { [workflow] id throws(PayoutError) in
            try await workflow.resume(id, with: payouts[id], invalidItems: invalidItems, until: .verified)
        }
        if Task.isCancelled { return verified.map(Self.stopped) }
        let results = verified.reduce(into: [:]) { $0[$1.payoutID] = $1.result }
        return await PayoutQueue.outcomes(of: ids) { [workflow] id throws(PayoutError) in
            if case .failure(let error)? = results[id] { throw error }
            return try await workflow.release(id)
        }
    }

    private static func stopped(_ outcome: PayoutOutcome) -> PayoutOutcome {
        if case .failure = outcome.result { outcome } else { .notBegun(outcome.payoutID) }
    }

    /// Returns `done` where workers may continue with everything, or need not.
    static func status(of outcomes: [PayoutOutcome]) -> ExitStatus {
        .gravest(
            of: outcomes.map { outcome in
                if case .failure(let error) = outcome.result { error.exitStatus } else { .done }
            })
    }

    static func tell(of outcomes: [PayoutOutcome], _ context: CommandContext) {
        let count = outcomes.count { if case .success = $0.result { true } else { false } }
        guard count > 0 else { return }
        context.errorOutput(
            "payouts: \(Count(count, "payout").text) handed over; 'payouts work' pays, on any machine\n")
    }
}

import KurusCommandLine

/// `payouts enqueue`: a file's people are to be paid, each once, by workers.
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

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let account = try account.account(surroundings)
        let file = try OrderFile(path, id: id, options: input, surroundings)
        return try await order.run(file, account, surroundings)
    }
}

extension EnqueueCommand {
    static let definition = CommandDefinition(
        name: "enqueue",
        summary: "hand a file's payouts over to workers",
        synopses: ["payouts enqueue FILE --id ID --journal postgres [OPTION...]"],
        paragraphs: [
            "Does what 'payouts send' does up to the money: checks FILE, asks, records the order ID, brings its "
                + "payouts to the provider, and reads them back. It authorizes none. At its end those that the "
                + "provider has as they were ordered are handed over: from then on 'payouts work' pays them, on any "
                + "machine. Until then nobody does, so that Ctrl-C before its end pays nobody.",
            "A database never holds recipients: they go from FILE to the provider, and workers need them no more. The "
                + "same ID with the same rows goes on where an earlier run ended. 'payouts cancel ID' gives up what no "
                + "worker has authorized.",
            Manual.credentials, Manual.ordersAsJSON,
        ],
        options: [
            SendOrder.id, SendOrder.dryRun, SendOrder.rows, SendOrder.approved, SendOrder.yes, SendOrder.chunk,
            SendOrder.allowRepeat, RunOptions.repeatWindow, RunOptions.payTheRest, RunOptions.allowUncovered,
            RunOptions.requireJournal, RunOptions.actor, OutputFormat.option,
        ] + InputOptions.fileOptions + InputOptions.checkOptions + AccountChoice.options,
        exitStatuses: [
            (.done, "Every payout is handed over, or needs no worker any more."),
            (
                .notPaid,
                "The provider refused items or a payout, the balance does not cover the total, or the answer was not "
                    + "yes."
            ),
            (.usage, "The command line is wrong, keys are missing, or there is nobody to ask."),
            (.unusableInput, "The file or the journal cannot be used, or the id is another order's."),
            (.providerFailed, "The provider or the network failed or the run was stopped. Run it again."),
            (.outcomeUnknown, "Somebody else may be paying it. 'payouts stuck' names the command that settles it."),
            (.busy, "Somebody else is at work on the order. Wait, and run it again."),
        ],
        examples: [
            ("payouts enqueue payroll.csv --id 2026-11-salaries --journal postgres", "Hand it over, after a question.")
        ],
        environment: Manual.environment + Manual.databaseEnvironment)
}

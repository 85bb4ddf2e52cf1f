import IyzicoMassPayout
import KurusCommandLine

/// `payouts send`: pays the people of a file, each once.
struct SendCommand: Command {
    private enum Source {
        case file(String)
        case sample
        case printedSample
    }

    private let source: Source
    private let id: String
    private let options: RunOptions
    private let order: SendOrder
    private let input: InputOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        options = try RunOptions(arguments)
        order = try SendOrder(arguments, options)
        input = try InputOptions(arguments)
        source = try Self.source(arguments)
        id = try Self.id(arguments, source)
    }

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        switch source {
        case .printedSample:
            context.output(SamplePayroll.text)
            return .done
        case .sample:
            return try await SampleRun(id: id, isInDatabase: options.account.isInDatabase).run(order, context)
        case .file(let path):
            let account = try options.account.account(context)
            let file = try OrderFile(path, id: id, options: input, context)
            return try await order.run(file, account, context)
        }
    }

    private static func source(_ arguments: ParsedArguments) throws(UsageError) -> Source {
        let samples = [Self.sample, Self.printSample].filter(arguments.has).map(\.name)
        guard let sample = samples.first else {
            return .file(try arguments.operands(["FILE"])[0])
        }
        guard arguments.operands.isEmpty, samples.count == 1 else {
            throw UsageError("'\(sample)' takes the place of a FILE, and is used alone", in: arguments.command)
        }
        if arguments[Self.printSample], arguments.has(OutputFormat.option) {
            throw UsageError("'--print-sample' writes CSV; '--format' cannot be used with it", in: arguments.command)
        }
        var elsewhere: [any CommandOption] = [AccountChoice.simulator, AccountChoice.credentials]
        if try arguments[AccountChoice.journal] != DatabaseJournal.word { elsewhere.append(AccountChoice.journal) }
        if let other = elsewhere.first(where: arguments.has)?.name {
            throw UsageError(
                "'\(sample)' has a simulator of its own; '\(other)' cannot be used with it", in: arguments.command)
        }
        return arguments[Self.sample] ? .sample : .printedSample
    }

    private static func id(_ arguments: ParsedArguments, _ source: Source) throws(UsageError) -> String {
        if let id = try arguments[SendOrder.id] { return id }
        guard case .file = source else { return "sample" }
        throw UsageError(
            "a FILE needs '--id ID' too: an id of yours, which names this order for good", in: arguments.command)
    }

    private static let sample = Flag(
        "--sample",
        "Pay a small built-in payroll to a simulator that the command starts. Needs no keys and moves no money.")
    private static let printSample = Flag("--print-sample", "Print that payroll as a template for a file of your own.")

    static let definition = CommandDefinition(
        name: "send",
        summary: "pay the people of a file, each once",
        synopses: [
            "payouts send FILE --id ID [OPTION...]", "payouts send --sample [--yes]", "payouts send --print-sample",
        ],
        paragraphs: InputOptions.fileParagraphs + [
            "You also choose ID, which names this order for good: the same ID with the same rows continues where an "
                + "earlier run ended, however it ended; with other rows it is refused. All of this is kept in a "
                + "journal, which is written before anything is sent.",
            "Repeats are found by their content, whatever the IDs: a row is refused if its recipient, amount and "
                + "currency are paid or open in another order of the last 20 days (--repeat-window). It is also "
                + "refused if its id and recipient are, with another amount, as in a corrected order that is sent "
                + "again. The refusal names the rows, the order and its day; --allow-repeat names an order that is "
                + "meant to be repeated. Older repeats, up to 45 days, and an id that another order has for another "
                + "recipient are notes. Items that ended unpaid do not count. Orders of a journal's first version have "
                + "no time, and count as recent.",
            "Item ids belong to their order: December's file may reuse November's. iyzico does not document whether "
                + "itemExternalId has to be unique across payouts; ids that contain the month are safe either way.",
            "Before it asks, it shows the sum and the number of rows of each currency, the five largest amounts, and "
                + "unusual rows: amounts of at least ten times the median, and recipients with more than one row. It "
                + "ends before anything is sent if the balance, which is taken for TRY, does not cover a total in TRY. "
                + "A balance that cannot be read is reported and stops nothing.",
            "With two people, one sends the output of 'payouts plan FILE --id ID' to the other, who approves its hash; "
                + "--approved HASH then sends exactly that or nothing.",
            "Ctrl-C (SIGINT) and SIGTERM stop it: it sends nothing more, waits for the answer to what it has sent, and "
                + "prints the state of the order and the command that continues it. A second signal ends it at once, "
                + "without JSON; the journal has what was sent even then.",
            "A file of more than N rows is divided into payouts ID-1, ID-2 and so on, of which a few are sent at once.",
            Manual.credentials, Manual.ordersAsJSON,
            "With --dry-run, the JSON is the one that 'payouts help plan' describes: rows only with --rows, and also "
                + "balance or balanceProblem, and isCovered.",
        ],
        options: [
            SendOrder.id, SendOrder.dryRun, SendOrder.rows, SendOrder.approved, SendOrder.yes, SendOrder.chunk,
            SendOrder.allowRepeat, RunOptions.repeatWindow, RunOptions.payTheRest, RunOptions.allowUncovered,
            RunOptions.noWait, RunOptions.requireJournal, RunOptions.actor, sample, printSample, OutputFormat.option,
        ] + InputOptions.fileOptions + InputOptions.checkOptions + AccountChoice.options,
        exitStatuses: Manual.paymentStatuses,
        examples: [
            ("payouts send --sample", "See it work, without keys."),
            ("payouts send payroll.csv --id 2026-11-salaries --dry-run", "Check a file."),
            ("payouts send payroll.csv --id 2026-11-salaries", "Pay it, after a question."),
            (
                "payouts send payroll.csv --id 2026-11-salaries --yes --approved HASH",
                "Pay what somebody else approved by its hash."
            ),
        ],
        environment: Manual.environment, files: [Manual.journalFile])
}

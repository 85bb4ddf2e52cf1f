import KurusCommandLine

extension CommandDefinition {
    static let enqueue = CommandDefinition(
        name: "enqueue",
        summary: "hand a file's payouts over to workers",
        synopses: ["payouts enqueue FILE --id ID --journal postgres [OPTION...]"],
        paragraphs: [
            "Does what 'payouts send' does up to the money: checks FILE, asks, records the order ID, brings its payouts to "
                + "the provider, and reads them back. It authorizes none. At its end those that the provider has as they "
                + "were ordered are handed over: from then on 'payouts work' pays them, on any machine. Until then nobody "
                + "does, so that Ctrl-C before its end pays nobody.",
            "A database never holds recipients: they go from FILE to the provider, and workers need them no more. The "
                + "same ID with the same rows goes on where an earlier run ended. 'payouts cancel ID' gives up what no "
                + "worker has authorized.",
            credentialsParagraph, jsonParagraph,
        ],
        options: [
            Option(name: "--id", valueName: "ID", text: "What the order is called. Needed."),
            Option(
                name: "--dry-run", valueName: nil,
                text: "Check the file, the journal and the balance, print what would be paid, and send nothing."),
            Option(name: "--rows", valueName: nil, text: "Show every row before the question."),
            Option(
                name: "--approved", valueName: "HASH",
                text: "Go on only if the order's hash is this one, which 'payouts plan' showed."),
            Option(name: "--yes", valueName: nil, text: "Do not ask."),
            Option(name: "--chunk", valueName: "N", text: "The most items of one payout; 500 by default."),
            Option(
                name: "--allow-repeat", valueName: "ORDER",
                text: "Pay what this order has paid or may yet pay. Can be given more than once.", isRepeatable: true),
            Option(
                name: "--repeat-window", valueName: "DAYS",
                text: "Repeats of orders of so many days are refused; 20 by default."),
            .payTheRest, .allowUncovered,
            Option(name: "--require-journal", valueName: nil, text: "Refuse to begin a journal."), .actor, .format,
        ] + Option.inputFile + Option.inputChecks + Option.account,
        exitStatuses: [
            (.done, "Every payout is handed over, or needs no worker any more."),
            (
                .notPaid,
                "The provider refused items or a payout, the balance does not cover the total, or the answer was "
                    + "not yes."
            ),
            (.usage, "The command line is wrong, keys are missing, or there is nobody to ask."),
            (.unusableInput, "The file or the journal cannot be used, or the id is another order's."),
            (.providerFailed, "The provider or the network failed or the run was stopped. Run it again."),
            (.outcomeUnknown, "Somebody else may be paying it. 'payouts stuck' names the command that settles it."),
            (.busy, "Somebody else is at work on the order. Wait, and run it again."),
        ],
        examples: [
            Example(
                command: "payouts enqueue payroll.csv --id 2026-11-salaries --journal postgres",
                text: "Hand it over, after a question.")
        ],
        environment: environment + databaseEnvironment, files: [])

    static let work = CommandDefinition(
        name: "work",
        summary: "pay what was enqueued, on any number of machines",
        synopses: ["payouts work --journal postgres [--concurrency N] [--once] [OPTION...]"],
        paragraphs: [
            "Takes payouts that nobody has, authorizes those that were handed over, and reads and settles those that are "
                + "authorized or given up, until it is stopped. Any number of workers may run on any number of machines; "
                + "nobody is paid twice. It authorizes nothing that was not handed over by 'payouts enqueue', and it never "
                + "authorizes a second time.",
            "A payout is taken by a lease, which is renewed while it is worked on; another worker goes on with it when the "
                + "lease of one that died has ended. What needs a person (an unknown outcome, something else at the "
                + "provider than was ordered) is left, and 'payouts stuck' names it; workers look at it again from time "
                + "to time, since it may be settled at the provider.",
            "SIGTERM and Ctrl-C stop it: it sends nothing more, waits for the answer to what it has sent, and gives back "
                + "what it has, all within the grace. A database that is restarted or cannot be reached is waited for.",
            credentialsParagraph,
            "JSON: a line for each thing that it does, with time and event, and payout where there is one. Events: taken; "
                + "verified, authorizing, cancelling and read (with requestId and status); ended (with items, a number "
                + "for each end); left (with reason, needsPerson, moneyMoved and text); handedBack; journalFailed; end "
                + "(with exitStatus), the last one. " + failureJSONSentence,
        ],
        options: [
            Option(name: "--concurrency", valueName: "N", text: "How many payouts at once; 4 by default, 64 at most."),
            Option(
                name: "--once", valueName: nil,
                text: "End when there is nothing left to do without a person, other workers' payouts included."),
            Option(
                name: "--grace", valueName: "SECONDS",
                text: "How long it may take to hand back once it is stopped; 20 by default. Give the service manager a "
                    + "few seconds more."),
            Option(
                name: "--lease", valueName: "SECONDS",
                text: "How long a payout is taken for unless it is renewed; 60 by default."),
            .actor, .format,
        ] + Option.account,
        exitStatuses: [
            (.done, "It was stopped, or with --once: everything is at its end."),
            (.usage, "The command line is wrong, or keys are missing."),
            (.unusableInput, "The journal cannot be used."),
            (
                .providerFailed,
                "With --once: the provider cannot be reached for some payouts. 'payouts stuck' names them."
            ),
            (.outcomeUnknown, "With --once: some payouts need a person. 'payouts stuck' names them."),
        ],
        examples: [
            Example(command: "payouts work --journal postgres", text: "Run a worker, as a service or in a container."),
            Example(command: "payouts work --journal postgres --once", text: "Pay what is there, and end."),
        ],
        environment: environment + databaseEnvironment, files: [])

    /// How a database is reached.
    static let databaseEnvironment: [(name: String, text: String)] = [
        ("KURUS_POSTGRES", "A connection string of libpq; see 'payouts help journal'."),
        ("KURUS_POSTGRES_FILE", "Names a file of one, in its place."),
    ]
}

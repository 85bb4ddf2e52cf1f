import KurusCommandLine

extension CommandDefinition {
    static let send = CommandDefinition(
        name: "send",
        summary: "pay the people of a file, each once",
        synopses: [
            "payouts send FILE --id ID [OPTION...]", "payouts send --sample [--yes]", "payouts send --print-sample",
        ],
        paragraphs: fileParagraphs + [
            "ID is yours, too, and names this order for good: the same ID with the same rows goes on where an "
                + "earlier run ended, however it ended, and with other rows is refused. All of this is kept in a "
                + "journal, which is written before anything is sent.",
            "Repeats are found by what is paid, whatever the IDs: a row is refused whose recipient, amount and currency "
                + "are paid or open in another order of the last 20 days (--repeat-window), and so is one whose id and "
                + "recipient are, with another amount: a corrected order that is sent again. The refusal names the rows, "
                + "the order and its day; --allow-repeat names an order that is meant to be repeated. Older repeats, up "
                + "to 45 days, and an id that another order has for another recipient are notes. What ended unpaid is no "
                + "repeat. Orders of a journal's first version have no time, and count as recent.",
            "The ids of items belong to their order: December's file may have November's. Whether iyzico wants "
                + "itemExternalId to be unique across payouts is not documented; ids that hold the month are safe either "
                + "way.",
            "Before it asks, it shows the sum and the number of rows of each currency, the five largest amounts, and what is "
                + "unusual: amounts of at least ten times the median, and recipients with more than one row. It ends "
                + "before anything is sent where the balance, which is taken for TRY, does not cover a total in TRY. A "
                + "balance that cannot be read is reported, and stops nothing.",
            "Two people: one sends 'payouts plan FILE --id ID' to another, who approves the hash that it shows; then "
                + "--approved HASH sends exactly that or nothing.",
            "Ctrl-C (SIGINT) and SIGTERM stop it: it sends nothing more, waits for the answer to what it has sent, and "
                + "prints where the order is and how it goes on. A second one ends it at once, as a "
                + "signal does and without JSON; the journal has what was sent then, too.",
            "A file of more than N rows is cut into payouts ID-1, ID-2 and so on, of which a few are sent at once.",
            credentialsParagraph, jsonParagraph,
            "With --dry-run, JSON is what 'payouts help plan' describes; rows are there with --rows, and beside them "
                + "balance or balanceProblem, and isCovered.",
        ],
        options: [
            Option(name: "--id", valueName: "ID", text: "What the order is called. Needed with FILE."),
            Option(
                name: "--dry-run", valueName: nil,
                text:
                    "Check the file, the journal and the balance, print what would be paid, and send nothing. The exit "
                    + "status is that of a run up to its question."),
            Option(
                name: "--rows", valueName: nil,
                text: "Show every row before it is paid: line, item, the recipient's last two characters, the first "
                    + "letters of the name, and the amount."),
            Option(
                name: "--approved", valueName: "HASH",
                text: "Send the order only if its hash is this one, which 'payouts plan' showed."),
            Option(name: "--yes", valueName: nil, text: "Do not ask before money moves."),
            Option(
                name: "--chunk", valueName: "N",
                text: "The most items of one payout; 500 by default. An order that the journal has stays cut as it is."
            ),
            Option(
                name: "--allow-repeat", valueName: "ORDER",
                text: "Pay what this order has paid or may yet pay. Can be given more than once; there is no word for "
                    + "all orders.",
                isRepeatable: true),
            Option(
                name: "--repeat-window", valueName: "DAYS",
                text: "Repeats of orders of so many days are refused; 20 by default."),
            .payTheRest, .allowUncovered, .noWait,
            Option(
                name: "--require-journal", valueName: nil,
                text: "Refuse to begin a journal. Without it a first order begins one, and a journal of the same host "
                    + "that lies elsewhere (after a change of keys, or on a volume that is lost) is reported."),
            .actor,
            Option(
                name: "--sample", valueName: nil,
                text: "Pay a small payroll that payouts carries inside, to a simulator that it starts for it. Needs no "
                    + "keys and moves no money."),
            Option(name: "--print-sample", valueName: nil, text: "Print that payroll, to start a file of your own."),
            .format,
        ] + Option.inputFile + Option.inputChecks + Option.account,
        exitStatuses: paymentStatuses,
        examples: [
            Example(command: "payouts send --sample", text: "See it work, without keys."),
            Example(command: "payouts send payroll.csv --id 2026-11-salaries --dry-run", text: "Check a file."),
            Example(command: "payouts send payroll.csv --id 2026-11-salaries", text: "Pay it, after a question."),
            Example(
                command: "payouts send payroll.csv --id 2026-11-salaries --yes --approved HASH",
                text: "Pay what somebody else approved by its hash."),
        ],
        environment: environment, files: [journalFile])
}

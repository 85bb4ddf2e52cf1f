import KurusCommandLine

extension CommandDefinition {
    static let send = CommandDefinition(
        name: "send",
        summary: "pay the people of a file, each once",
        synopses: [
            "payouts send FILE --id ID [OPTION...]", "payouts send --sample [--yes]", "payouts send --print-sample",
        ],
        paragraphs: fileParagraphs + [
            "ID is yours, too, and stands for this order for good: the same ID with the same rows goes on where an "
                + "earlier run ended, however it ended, and with other rows is refused. An item that another order has "
                + "paid or may yet pay is refused, too. All of this is kept in a journal, which is written before "
                + "anything is sent.",
            "Before it asks, it shows the sum and the number of rows of each currency, the five largest amounts, and what is "
                + "unusual: amounts of at least ten times the median, and recipients with more than one row. It ends "
                + "before anything is sent where the balance, which is taken for TRY, does not cover a total in TRY. A "
                + "balance that cannot be read is told, and stops nothing.",
            "Two people: one sends 'payouts plan FILE --id ID' to another, who approves the hash that it shows; then "
                + "--approved HASH sends exactly that or nothing.",
            "Ctrl-C (SIGINT) and SIGTERM stop it: it sends nothing more, waits for the answer to what it has sent, and "
                + "says where the order is and how it goes on. A second one ends it at once; the journal has what was "
                + "sent then, too.",
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
                text: "Pay what this order has paid or may yet pay. Can be given more than once.",
                isRepeatable: true),
            .payTheRest, .allowUncovered,
            Option(
                name: "--sample", valueName: nil,
                text: "Pay a small payroll that payouts carries inside, to a simulator that it starts for it. Needs no "
                    + "keys and moves no money."),
            Option(name: "--print-sample", valueName: nil, text: "Print that payroll, to start a file of your own."),
            .format,
        ] + Option.inputFile + Option.inputChecks + Option.account + [help],
        exitStatuses: paymentStatuses,
        examples: [
            Example(command: "payouts send --sample", text: "See it work, without keys."),
            Example(command: "payouts send payroll.csv --id 2026-11-salaries --dry-run", text: "Check a file."),
            Example(command: "payouts send payroll.csv --id 2026-11-salaries", text: "Pay it, after a question."),
        ],
        environment: environment, files: [journalFile])
}

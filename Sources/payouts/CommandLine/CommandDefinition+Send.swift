import KurusCommandLine

extension CommandDefinition {
    static let send = CommandDefinition(
        name: "send",
        summary: "pay the people of a file, each once",
        synopses: [
            "payouts send FILE --id ID [OPTION...]", "payouts send --sample [--yes]", "payouts send --print-sample",
        ],
        paragraphs: [
            "FILE is CSV (RFC 4180) whose first line names the columns: id, type, recipient, name, amount, currency, "
                + "description, nonWithdrawable. Or it is JSON: an array of objects with these members. Both are "
                + "UTF-8. Letters' case, spaces, underscores and hyphens in names do not matter; iyzico's own names "
                + "(itemExternalId, recipientType, recipientInfo, recipientName) are understood too.",
            "id: yours, unique in the file. type: iban, phone, identityNumber or memberId. name: of the account's "
                + "holder, needed with an IBAN and sent with nothing else. phone: with plus and country. amount: "
                + "digits, and a point before decimals, never more of them than the currency has: 41.250 TRY is refused, "
                + "since it most often means 41250. nonWithdrawable: true, false or empty.",
            "The length and the check digits of IBANs and of Turkish identity numbers are checked; "
                + "--unchecked-recipients takes others.",
            "Every problem of the file is reported with its line; if there is one, nothing is sent.",
            "ID is yours, too, and stands for this order for good: the same ID with the same rows goes on where an "
                + "earlier run ended, however it ended, and with other rows is refused. An item that another order has "
                + "paid or may yet pay is refused, too. All of this is kept in a journal, which is written before "
                + "anything is sent.",
            "A file of more than N rows is cut into payouts ID-1, ID-2 and so on, of which a few are sent at once.",
            credentialsParagraph, jsonParagraph,
        ],
        options: [
            Option(name: "--id", valueName: "ID", text: "What the order is called. Needed with FILE."),
            Option(
                name: "--dry-run", valueName: nil,
                text: "Check the file, the journal and the balance, print what would be paid, and send nothing."),
            Option(name: "--yes", valueName: nil, text: "Do not ask before money moves."),
            Option(
                name: "--chunk", valueName: "N",
                text: "The most items of one payout; 500 by default. An order that the journal has stays cut as it is."
            ),
            Option(
                name: "--pay-again", valueName: "ITEM",
                text: "Pay this item although another order has paid it or may yet. Can be given more than once.",
                isRepeatable: true),
            .payTheRest,
            Option(
                name: "--sample", valueName: nil,
                text: "Pay a small payroll that payouts carries inside, to a simulator that it starts for it. Needs no "
                    + "keys and moves no money."),
            Option(name: "--print-sample", valueName: nil, text: "Print that payroll, to start a file of your own."),
            .format,
        ] + Option.inputChecks + Option.account + [help],
        exitStatuses: paymentStatuses,
        examples: [
            Example(command: "payouts send --sample", text: "See it work, without keys."),
            Example(command: "payouts send payroll.csv --id 2026-11-salaries --dry-run", text: "Check a file."),
            Example(command: "payouts send payroll.csv --id 2026-11-salaries", text: "Pay it, after a question."),
        ],
        environment: environment, files: [journalFile])
}

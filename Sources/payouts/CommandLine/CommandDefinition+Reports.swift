import KurusCommandLine

extension CommandDefinition {
    static let list = CommandDefinition(
        name: "list",
        summary: "show the orders of the journal",
        synopses: ["payouts list [--format text|json]"],
        paragraphs: [
            "Prints every order of the journal with the time when it was begun, its state, its total, and how many of its "
                + "items are paid, failed (at an end, and not paid) and open, as far as the journal knows. It asks the "
                + "provider nothing, takes no lock, and changes nothing; 'payouts status ID' asks.",
            "State: recorded (nothing is sent), begun (sent, and not authorized), queued (handed over to workers), "
                + "authorized (or may be), cancelling, or ended.",
            "JSON: host, orders and exitStatus. An order has id, begun (UTC), actor, state, totals (currency and amount), "
                + "items, paid, failed and open; what is not known is left out. " + failureJSONSentence,
        ],
        options: [.format] + Option.account,
        exitStatuses: [
            (.done, "The orders are printed."), (.usage, "The command line is wrong, or keys are missing."),
            (.unusableInput, "There is no journal, or it cannot be used."),
        ],
        examples: [
            Example(command: "payouts list", text: "See what was paid, and what is open."),
            Example(command: "payouts list --format json", text: "The same for a machine."),
        ],
        environment: environment, files: [journalFile])

    static let export = CommandDefinition(
        name: "export",
        summary: "write an order as finance files it",
        synopses: ["payouts export ID [--with FILE] --format csv|json|html"],
        paragraphs: [
            "Writes every item of the order ID with its end, when that was read, the provider's reference and its "
                + "commission to standard output. What the journal lacks (an end that no run has read) is read at the "
                + "provider; nothing is changed, and no lock is taken.",
            "With FILE, the file that was sent, recipients, names and descriptions are written too, whole: a journal "
                + "knows none of them. FILE is refused unless it is the same order.",
            "csv: a line for each item, with the columns order, payout, request (the provider's id of the payout), item, "
                + "end, amount, currency, commission, reference, authorized and ended (UTC), and with FILE type, "
                + "recipient, name and description: what a bank's file is matched by. A text that a spreadsheet would "
                + "take for a formula has an apostrophe in front.",
            "html: one page, without script, to be read at any width, printed and filed; its fonts are the system's.",
            "JSON: id, host, key (a fingerprint), made (when it was written), recorded (time and actor), payouts and "
                + "exitStatus. A payout has id, requestId, authorized (time and actor) and items. An item has id, end "
                + "(paid, failed, refunded, refundFailed, refused, canceled, unfunded or open), ended, amount, currency, "
                + "commission and reference, and with FILE type, recipient, name and description. "
                + failureJSONSentence,
        ],
        options: [
            Option(name: "--with", valueName: "FILE", text: "The file that was sent, for recipients."),
            Option(name: "--format", valueName: "FORMAT", text: "csv, json or html."),
        ] + Option.inputFile + Option.account,
        exitStatuses: [
            (.done, "The order is written, whatever became of its items."),
            (.usage, "The command line is wrong, or keys are missing."),
            (.unusableInput, "The file or the journal cannot be used, or does not know the order."),
        ],
        examples: [
            Example(
                command: "payouts export 2026-11-salaries --with payroll.csv --format html > 2026-11-salaries.html",
                text: "A page to print and to file."),
            Example(
                command: "payouts export 2026-11-salaries --with payroll.csv --format csv > 2026-11-salaries.csv",
                text: "Lines to match with the bank's."),
        ],
        environment: environment, files: [journalFile])
}

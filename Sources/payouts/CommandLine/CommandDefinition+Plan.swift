import KurusCommandLine

extension CommandDefinition {
    static let plan = CommandDefinition(
        name: "plan",
        summary: "show what a file would pay, and the hash to approve it by",
        synopses: ["payouts plan FILE --id ID [--chunk N] [--format text|json]"],
        paragraphs: [
            "Reads FILE as 'payouts send' does, and prints what would be sent: sums, the largest amounts, what is "
                + "unusual, every row with its recipient masked, and a hash of all that is sent. It sends nothing, reads "
                + "no journal, and needs no keys; without keys the host is that of IYZICO_HOST.",
            "A second person runs it on a copy of the file and approves the hash; 'payouts send FILE --id ID --approved "
                + "HASH' then sends exactly that or nothing. A changed amount, recipient, name, description or id, other "
                + "rows or another order of them, another --id, --chunk or host: each is another hash. Spaces in an IBAN "
                + "and the way in which the file is written (CSV, JSON, separators) are not sent, and do not change it. "
                + "The keys are not covered.",
            "The hash is SHA-256 over these bytes, each line with a line feed behind it: 'kurus payout plan 1', 'host "
                + "HOST', and for each payout, in the order of the file, 'payout LENGTH' and the JSON body of its "
                + "initialize request exactly as it is sent, LENGTH being its number of bytes. HOST is the provider's, "
                + "for example api.iyzipay.com. 'printf' and 'sha256sum' can repeat it.",
            "JSON: id, host, hash, payouts (their ids), items (how many), totals (currency, amount, items), largest, "
                + "unusual (largeAmounts, and repeatedRecipients, the item ids of each), rows, and exitStatus. A row has "
                + "line, in JSON element (from 0), id, recipient (masked), name (first letters), amount and currency. "
                + failureJSONSentence,
        ],
        options: [
            Option(name: "--id", valueName: "ID", text: "What the order is to be called."),
            Option(
                name: "--chunk", valueName: "N",
                text: "The most items of one payout, as it is to be given to 'payouts send'; 500 by default."),
        ] + Option.inputFile + Option.inputChecks + [.format] + Option.account,
        exitStatuses: [
            (.done, "The plan is printed."), (.usage, "The command line is wrong, or keys cannot be used."),
            (.unusableInput, "The file cannot be used."),
        ],
        examples: [
            Example(command: "payouts plan payroll.csv --id 2026-11-salaries", text: "Show it to who approves."),
            Example(
                command: "payouts plan payroll.csv --id 2026-11-salaries --format json > plan.json",
                text: "Keep it beside the approval."),
        ],
        environment: environment, files: [])
}

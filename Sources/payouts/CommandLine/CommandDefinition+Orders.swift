import KurusCommandLine

extension CommandDefinition {
    static let status = CommandDefinition(
        name: "status",
        summary: "show the state of every item of an order",
        synopses: ["payouts status ID [FILE] [--format text|json]", "payouts status ID [FILE] --unpaid"],
        paragraphs: [
            "Reads the payouts of the order ID at the provider, changes nothing there, and waits for no other run; the "
                + "journal learns of refunds since the end. With FILE, the file that was sent, "
                + "recipients are shown by their last two characters, and the provider's words without names.",
            "With --unpaid, writes the rows that were finally not paid as CSV to standard output: mend them and send "
                + "them under a new ID. Without FILE only the ids are written, since the journal knows no recipients. An item whose refund is pending, whose refund failed, or that is open "
                + "is not among them, but named on standard error.",
            jsonParagraph,
        ],
        options: [
            Option(name: "--unpaid", valueName: nil, text: "Write the rows that were finally not paid."), .format,
        ] + Option.inputFile + Option.account,
        exitStatuses: paymentStatuses,
        examples: [
            Example(command: "payouts status 2026-11-salaries", text: "Show every item."),
            Example(
                command: "payouts status 2026-11-salaries --unpaid payroll.csv > again.csv",
                text: "Start a file of those who were not paid."),
        ],
        environment: environment, files: [journalFile])

    static let resume = CommandDefinition(
        name: "resume",
        summary: "go on with an order whose run ended early",
        synopses: ["payouts resume ID [FILE] [OPTION...]"],
        paragraphs: [
            "Goes on with every payout of the order ID from where the journal has it. What was authorized is only "
                + "read; what was not is sent now, without a question.",
            "FILE, the file that was sent, is needed only where the provider never confirmed a payout; it is refused "
                + "unless it is the same order.",
            jsonParagraph,
        ],
        options: [
            Option(
                name: "--authorize-again", valueName: nil,
                text: "Authorize once more a payout of which an earlier run does not know whether it is authorized, "
                    + "and which the provider still shows as not authorized. What iyzico does if the first one is "
                    + "under way is not documented: ask iyzico before, or use 'payouts cancel' instead."),
            .payTheRest, .allowUncovered, .noWait, .actor, .format,
        ] + Option.inputFile + Option.account,
        exitStatuses: paymentStatuses,
        examples: [
            Example(command: "payouts resume 2026-11-salaries", text: "Settle an unknown outcome by reading.")
        ],
        environment: environment, files: [journalFile])

    static let cancel = CommandDefinition(
        name: "cancel",
        summary: "give up an order that is not authorized",
        synopses: ["payouts cancel ID [--request-id REQUEST]"],
        paragraphs: [
            "Cancels every payout of the order ID that the provider has and that is not authorized; from here on none "
                + "of them is authorized. What was authorized cannot be cancelled.",
            jsonParagraph,
        ],
        options: [
            Option(
                name: "--request-id", valueName: "REQUEST",
                text: "The provider's id of a payout that was started without this journal. Only for an order of one "
                    + "payout."),
            .actor, .format,
        ] + Option.account,
        exitStatuses: [
            (.done, "Nothing of the order is or will be paid."),
            (.notPaid, "A payout was authorized before, and is not cancelled."),
            (.usage, "The command line is wrong, or keys are missing."),
            (.unusableInput, "The journal cannot be used, or does not know the order."),
            (.providerFailed, "The provider or the network failed. Run it again."),
            (.outcomeUnknown, "Whether it is cancelled is not known. Run it again."),
            (.busy, "Somebody else is at work on the order. Wait, and run it again."),
            (.underWay, "A payout was authorized before, and is still under way."),
        ],
        examples: [Example(command: "payouts cancel 2026-11-salaries", text: "Give an order up.")],
        environment: environment, files: [journalFile])

    static let balance = CommandDefinition(
        name: "balance",
        summary: "show the balance that payouts are paid from",
        synopses: ["payouts balance [--format text|json]"],
        paragraphs: [
            "Prints the balance as iyzico reports it, without a currency. It is taken for Turkish lira.",
            credentialsParagraph,
            "JSON: host, balance and exitStatus. " + failureJSONSentence,
        ],
        options: [.format] + Option.account,
        exitStatuses: [
            (.done, "The balance is printed."), (.usage, "The command line is wrong, or keys are missing."),
            (.providerFailed, "The provider or the network failed."),
        ],
        examples: [Example(command: "payouts balance", text: "Show it.")],
        environment: environment, files: [journalFile])
}

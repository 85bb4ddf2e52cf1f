import KurusCommandLine

extension CommandDefinition.Option {
    static let format = CommandDefinition.Option(
        name: "--format", valueName: "FORMAT",
        text: "text (the default): tables. json: one JSON object on standard output, described under JSON.")

    static let credentials = CommandDefinition.Option(
        name: "--credentials", valueName: "FILE",
        text: "A file of IYZICO_API_KEY, IYZICO_SECRET_KEY and IYZICO_HOST, a line NAME=VALUE each, without "
            + "quotes, in place of the environment's. Nobody else may be able to read it: its mode has to be 0600.")

    static let journal = CommandDefinition.Option(
        name: "--journal", valueName: "DIR",
        text: "Where journals lie, in a folder for each provider, host and key. The default is $KURUS_JOURNALS, else "
            + "kurus/payouts in $XDG_STATE_HOME, which is ~/.local/state by default. The word postgres: in a PostgreSQL "
            + "database, for any number of machines; see 'payouts help journal'. A folder of that name is ./postgres.")

    static let simulator = CommandDefinition.Option(
        name: "--simulator", valueName: "PORT",
        text: "Work with 'payouts simulate' on this port of this machine; needs no keys.")

    static let payTheRest = CommandDefinition.Option(
        name: "--pay-the-rest", valueName: nil,
        text: "Pay the other items of a payout of which the provider refuses some. Without it nobody of that payout "
            + "is paid.")

    static let allowUncovered = CommandDefinition.Option(
        name: "--allow-uncovered", valueName: nil,
        text: "Go on although the balance does not cover what is to be paid. iyzico then ends the payout as "
            + "INSUFFICIENT_BALANCE, and its id is spent.")

    static let actor = CommandDefinition.Option(
        name: "--actor", valueName: "NAME",
        text: "Who is at work, for the journal's lines; USER@HOST of this machine by default.")

    static let noWait = CommandDefinition.Option(
        name: "--no-wait", valueName: nil,
        text:
            "Return once every payout is authorized and was read once, with exit status 7 where it is not at its end; "
            + "'payouts status ID' shows the end.")

    static let account = [credentials, journal, simulator]
}

extension CommandDefinition {
    static let jsonParagraph =
        "JSON: id, host, payouts and exitStatus. A payout has id, requestId, status (the provider's), isFinal (nothing "
        + "changes any more, refunds included), items, "
        + "and, where it did not come to its end, error with text, moneyMoved (nothing or unknown) and messages. An item "
        + "has id, end (paid, failed, refunded, refundFailed, refused, canceled, unfunded or open), status (the "
        + "provider's), amount, currency, commission and messages; what is not known is left out. Messages are the "
        + "provider's words; they are there only where FILE is given, and without the people of FILE. "
        + failureJSONSentence

    /// The end of every description of JSON.
    static let failureJSONSentence =
        "Where there is no such result (a wrong command line, a file that cannot be used, missing keys, a network that "
        + "fails before anything is sent), the object has error and exitStatus alone: error has text and, for a file, "
        + "problems, each with text and, where they are known, line, column, element (of a JSON array, from 0) and id."

    static let credentialsParagraph =
        "Keys come from IYZICO_API_KEY and IYZICO_SECRET_KEY in the environment, or from a file that "
        + "IYZICO_CREDENTIALS_FILE or --credentials names. The host is iyzico's sandbox; production, where money "
        + "moves, has to be asked for by IYZICO_HOST=production and by keys that are not the sandbox's."

    static let environment: [(name: String, text: String)] = [
        ("IYZICO_API_KEY, IYZICO_SECRET_KEY", "The keys."),
        ("IYZICO_HOST", "sandbox (the default) or production."),
        ("IYZICO_CREDENTIALS_FILE", "Names a file of these three, in their place."),
        ("KURUS_JOURNALS, XDG_STATE_HOME", "Where journals lie; see --journal."),
    ]

    static let journalFile = (
        name: "DIR/PROVIDER/HOST/KEY/journal.jsonl",
        text:
            "What was paid or may have been, when and by whom: ids, amounts, currencies and hashes; no keys, no "
            + "recipients. Who loses it loses what keeps an order from being paid twice."
    )

    static let paymentStatuses: [(status: ExitStatus, text: String)] = [
        (.done, "Everything that was asked for is done; every item is paid."),
        (
            .notPaid,
            "An item was not paid: it failed, was refused or cancelled, the provider has another amount than was "
                + "ordered, the balance does not cover the total, or the answer was not yes."
        ),
        (.usage, "The command line is wrong, keys or a FILE are missing, or there is nobody to ask."),
        (.unusableInput, "The file or the journal cannot be used, or the id is another order's."),
        (
            .providerFailed,
            "The provider or the network failed, the run was stopped, or nothing of the order is authorized yet; nothing is "
                + "in doubt. Run it again."
        ),
        (.outcomeUnknown, "Whether money moved, or all of it, is not known. Run 'payouts resume ID'."),
        (.busy, "Somebody else is at work on the order. Wait, and run it again."),
        (.underWay, "It is authorized and still under way. 'payouts status ID' shows its end."),
    ]
}

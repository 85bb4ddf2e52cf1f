import KurusCommandLine

/// Parts of the manual pages that several commands share.
enum Manual {
    static let ordersAsJSON =
        "JSON: id, host, payouts and exitStatus. A payout has id, requestId, status (the provider's), isFinal (nothing "
        + "changes any more, refunds included), items, and, where it did not come to its end, error with text, "
        + "moneyMoved (nothing or unknown) and messages. An item has id, end (paid, failed, refunded, "
        + "refundFailed, refused, canceled, unfunded or open), status (the provider's), amount, currency, "
        + "commission and messages; what is not known is left out. Messages are the provider's words; they are "
        + "there only where FILE is given, and without the people of FILE. "
        + failureAsJSON

    /// The end of every paragraph about JSON.
    static let failureAsJSON =
        "Where there is no such result (a wrong command line, a file that cannot be used, missing keys, a network that "
        + "fails before anything is sent), the object has error and exitStatus alone: error has text and, for a "
        + "file, problems, each with text and, where they are known, line, column, element (of a JSON array, from "
        + "0) and id."

    static let credentials =
        "Keys come from IYZICO_API_KEY and IYZICO_SECRET_KEY in the environment, or from a file that "
        + "IYZICO_CREDENTIALS_FILE or --credentials names. The host is iyzico's sandbox; production, where money "
        + "moves, has to be asked for by IYZICO_HOST=production and by keys that are not the sandbox's."

    static let environment: [(name: String, text: String)] = [
        ("IYZICO_API_KEY, IYZICO_SECRET_KEY", "The keys."),
        ("IYZICO_HOST", "sandbox (the default) or production."),
        ("IYZICO_CREDENTIALS_FILE", "Names a file of these three, in their place."),
        ("KURUS_JOURNALS, XDG_STATE_HOME", "Where journals lie; see --journal."),
    ]

    /// The environment variables for a database.
    static let databaseEnvironment: [(name: String, text: String)] = [
        ("KURUS_POSTGRES", "A connection string of libpq; see 'payouts help journal'."),
        ("KURUS_POSTGRES_FILE", "Names a file of one, in its place."),
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
            "The provider or the network failed, the run was stopped, or nothing of the order is authorized yet; "
                + "nothing is in doubt. Run it again."
        ),
        (.outcomeUnknown, "Whether money moved, or all of it, is not known. Run 'payouts resume ID'."),
        (.busy, "Somebody else is at work on the order. Wait, and run it again."),
        (.underWay, "It is authorized and still under way. 'payouts status ID' shows its end."),
    ]
}

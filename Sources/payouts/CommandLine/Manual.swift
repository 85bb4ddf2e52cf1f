import KurusCommandLine

/// Parts of the manual pages that several commands share.
enum Manual {
    static let ordersAsJSON =
        "JSON: id, host, payouts and exitStatus. A payout has id, requestId, status (the provider's), isFinal (nothing "
        + "will change any more, including refunds), items, and, where it did not reach its end, error with text, "
        + "moneyMoved (nothing or unknown) and messages. An item has id, end (paid, failed, refunded, "
        + "refundFailed, refused, canceled, unfunded or open), status (the provider's), amount, currency, "
        + "commission and messages; unknown members are left out. Messages are the provider's; they are present "
        + "only if FILE is given, with its people masked. "
        + failureAsJSON

    /// The end of every paragraph about JSON.
    static let failureAsJSON =
        "Without such a result (a wrong command line, an unusable file, missing keys, a network that fails before "
        + "anything is sent), the object has only error and exitStatus: error has text and, for a file, problems, "
        + "each with text and, where known, line, column, element (of a JSON array, from 0) and id."

    static let credentials =
        "Keys come from IYZICO_API_KEY and IYZICO_SECRET_KEY in the environment, or from a file that "
        + "IYZICO_CREDENTIALS_FILE or --credentials names. The host is iyzico's sandbox; production, where money "
        + "moves, needs both IYZICO_HOST=production and production keys."

    static let environment: [(name: String, text: String)] = [
        ("IYZICO_API_KEY, IYZICO_SECRET_KEY", "The keys."),
        ("IYZICO_HOST", "sandbox (the default) or production."),
        ("IYZICO_CREDENTIALS_FILE", "The path of a file that contains these three instead."),
        ("KURUS_JOURNALS, XDG_STATE_HOME", "The folder for journals; see --journal."),
    ]

    /// The environment variables for a database.
    static let databaseEnvironment: [(name: String, text: String)] = [
        ("KURUS_POSTGRES", "A connection string of libpq; see 'payouts help journal'."),
        ("KURUS_POSTGRES_FILE", "The path of a file that contains it instead."),
    ]

    static let journalFile = (
        name: "DIR/PROVIDER/HOST/KEY/journal.jsonl",
        text:
            "Payments that were or may have been made, when and by whom: ids, amounts, currencies and hashes; no keys "
            + "and no recipients. It keeps an order from being paid twice; do not lose it."
    )

    static let paymentStatuses: [(status: ExitStatus, text: String)] = [
        (.done, "Everything requested is done; every item is paid."),
        (
            .notPaid,
            "An item was not paid: it failed, was refused or cancelled, the provider has a different amount, the "
                + "balance does not cover the total, or the answer was not yes."
        ),
        (.usage, "The command line is wrong, keys or a FILE are missing, or there is nobody to ask."),
        (.unusableInput, "The file or the journal cannot be used, or the id is another order's."),
        (
            .providerFailed,
            "The provider or the network failed, the run was stopped, or nothing of the order is authorized yet; no "
                + "outcome is in doubt. Run it again."
        ),
        (.outcomeUnknown, "Whether money moved, or all of it, is not known. Run 'payouts resume ID'."),
        (.busy, "Somebody else is working on the order. Wait, and run it again."),
        (.underWay, "The order is authorized and still under way. 'payouts status ID' shows its end."),
    ]
}

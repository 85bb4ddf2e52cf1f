import KurusCommandLine

extension CommandDefinition {
    static let journal = CommandDefinition(
        name: "journal",
        summary: "look after the journal in a PostgreSQL database",
        synopses: [
            "payouts journal migrate [--grant ROLE]", "payouts journal confirm [--actor NAME]",
            "payouts journal limit [N|none]", "payouts journal import DIRECTORY",
        ],
        paragraphs: [
            "With --journal postgres, commands keep their journal in a PostgreSQL database, for any number of machines. "
                + "Such a payouts is built with 'swift build --traits Postgres' and needs libpq.",
            "migrate makes the journal's tables in the schema kurus, or brings older ones up to date; any number of "
                + "callers may run it at once. The role that runs it owns them. A role that --grant names may add "
                + "orders and lines, and change or remove none.",
            "confirm is for an operator after a failover or a restore: it confirms that the server holds every line that "
                + "was ever written. Until then payouts are read, and none is authorized, since a lost line could lead "
                + "to a second payment.",
            "limit sets how many calls a second all workers and commands of the account make together at the provider; N may "
                + "have a fraction. Without N it prints the limit. Everybody who uses the journal waits for turns, in the "
                + "sequence in which they ask; unused ones are not saved up. A payout's authorization waits before it is "
                + "announced in the journal, since it is not sent later than 5 s after that.",
            "import brings the orders of a journal that was kept in files into the database: DIRECTORY is what --journal named, "
                + "or the folder of journal.jsonl. Numbers, times, actors and lines stay; repeating it changes nothing, and "
                + "adds what the file has learnt since. An order that is in both with other items or lines is refused and "
                + "named. A journal's hashes need its own key: a journal without orders in the database takes the file's "
                + "key over, one with orders under another key takes none. Pay by the file no more once it is imported: move "
                + "it away.",
            "The database is reached by libpq: KURUS_POSTGRES holds a connection string, or KURUS_POSTGRES_FILE names a "
                + "file of one, mode 0600; without both, PGHOST, PGSERVICE and libpq's other variables count. Another "
                + "machine is reached with sslmode=verify-full, and with nothing weaker.",
        ],
        options: [
            Option(name: "--grant", valueName: "ROLE", text: "A role of the database that is to pay."), .actor,
            .credentials, .simulator,
        ],
        exitStatuses: [
            (.done, "It is done."), (.usage, "The command line or the connection string is wrong."),
            (
                .unusableInput,
                "The database or the file cannot be used, or an order was not imported; the reason is printed."
            ),
            (.busy, "A run is at work on the file's journal. Wait, and run it again."),
        ],
        examples: [
            Example(command: "payouts journal migrate --grant payer", text: "Make the tables; payer pays."),
            Example(command: "payouts journal limit 20", text: "At most 20 calls a second, by all machines together."),
            Example(
                command: "payouts journal import ~/.local/state/kurus/payouts", text: "Leave files for the database."),
            Example(command: "payouts send payroll.csv --id 2026-11 --journal postgres", text: "Pay."),
        ],
        environment: [
            ("KURUS_POSTGRES", "A connection string of libpq."),
            ("KURUS_POSTGRES_FILE", "Names a file of one, in its place."),
        ], files: [])
}

import KurusCommandLine

extension CommandDefinition {
    static let stats = CommandDefinition(
        name: "stats",
        summary: "count the payouts of a journal in a database",
        synopses: ["payouts stats --journal postgres [--format text|json|prometheus]"],
        paragraphs: [
            "Counts orders and payouts by state, the age of the oldest open one and of the oldest one that is or may be "
                + "authorized without a known end, attempts, refusals by operation and code, leases taken over, and what "
                + "'payouts stuck' names. It asks the provider nothing and changes nothing.",
            "prometheus: the text exposition format, for a scrape or a node exporter's text file. Metrics: kurus_orders, "
                + "kurus_payouts (label state), kurus_payouts_stuck, kurus_oldest_open_seconds, "
                + "kurus_oldest_unknown_seconds, kurus_attempts (operation), kurus_refusals_total (operation, code), "
                + "kurus_lease_takeovers_total; each has the label host.",
            "JSON: host, orders and payouts (a number for each state), stuck, oldestOpenSeconds, oldestUnknownSeconds, "
                + "initializations, authorizations, refusals (operation, code and count), takeovers and exitStatus. "
                + failureJSONSentence,
        ],
        options: [
            Option(name: "--format", valueName: "FORMAT", text: "text (the default), json or prometheus.")
        ] + Option.account,
        exitStatuses: [
            (.done, "The figures are printed."), (.usage, "The command line is wrong, or keys are missing."),
            (.unusableInput, "There is no journal, or it cannot be used."),
        ],
        examples: [
            Example(
                command: "payouts stats --journal postgres --format prometheus > payouts.prom",
                text: "Figures for a node exporter.")
        ],
        environment: environment + databaseEnvironment, files: [])

    static let stuck = CommandDefinition(
        name: "stuck",
        summary: "name what needs a person, and the command that settles it",
        synopses: ["payouts stuck --journal postgres [--format text|json]"],
        paragraphs: [
            "Names every payout that no worker gets on with: its outcome is not known, the provider has something else, a "
                + "run ended before it was handed over, or no worker looks after it; and for each the commands that "
                + "settle it, with the condition under which each is right. At most 1000, the oldest first. It asks the "
                + "provider nothing and changes nothing.",
            "JSON: host, stuck and exitStatus. A stuck payout has payout, order, requestId, reason (outcomeUnknown, "
                + "cancellationUnknown, startedElsewhere, notAsOrdered, unreachable, notReleased or unattended), text, "
                + "since (UTC), moneyMoved (nothing or unknown) and commands, each with command and, where it is not always "
                + "right, condition. " + failureJSONSentence,
        ],
        options: [.format] + Option.account,
        exitStatuses: [
            (.done, "Nothing is stuck."), (.notPaid, "Payouts are stuck, and none of them has moved money."),
            (.usage, "The command line is wrong, or keys are missing."),
            (.unusableInput, "There is no journal, or it cannot be used."),
            (.outcomeUnknown, "Payouts are stuck that may have moved money."),
        ],
        examples: [Example(command: "payouts stuck --journal postgres", text: "See what to do.")],
        environment: environment + databaseEnvironment, files: [])
}

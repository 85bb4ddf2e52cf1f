import IyzicoMassPayout
import KurusCommandLine

/// `payouts stats`: counts an account's payouts, for people and for monitoring.
struct StatsCommand: Command {
    private enum Format: String, CaseIterable {
        case text
        case json
        case prometheus
    }

    private let options: RunOptions
    private let format: Format

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        options = try RunOptions(arguments)
        try options.account.requireDatabase(arguments.command)
        format = try arguments[Self.format]
    }

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let session = try await options.session(.reads, context)
        let journal = try session.observed
        let report = try await journaled { () async throws(JournalError) in
            try await StatsReport(
                statistics: journal.statistics(), stuck: journal.stuckCount(), host: session.account.identity.host)
        }
        switch format {
        case .text: context.output(report.text)
        case .json: context.output(report.json)
        case .prometheus: context.output(report.prometheus)
        }
        return .done
    }

    private static let format = Option(
        "--format", "FORMAT", default: Format.text, "text (the default), json or prometheus.")

    static let definition = CommandDefinition(
        name: "stats",
        summary: "count the payouts of a journal in a database",
        synopses: ["payouts stats --journal postgres [--format text|json|prometheus]"],
        paragraphs: [
            "Counts orders and payouts by state, attempts, refusals by operation and code, leases taken over, and the "
                + "payouts that 'payouts stuck' names. It also prints the age of the oldest open payout, and of the "
                + "oldest one that is or may be authorized without a known end. It does not ask the provider and "
                + "changes nothing.",
            "prometheus: the text exposition format, for a scrape or a node exporter's text file. Metrics: "
                + "kurus_orders, kurus_payouts (label state), kurus_payouts_stuck, kurus_oldest_open_seconds, "
                + "kurus_oldest_unknown_seconds, kurus_attempts (operation), kurus_refusals_total (operation, code), "
                + "kurus_lease_takeovers_total; each has the label host.",
            "JSON: host, orders and payouts (a number for each state), stuck, oldestOpenSeconds, oldestUnknownSeconds, "
                + "initializations, authorizations, refusals (operation, code and count), takeovers and exitStatus. "
                + Manual.failureAsJSON,
        ],
        options: [format] + AccountChoice.options,
        exitStatuses: [
            (.done, "The figures are printed."), (.usage, "The command line is wrong, or keys are missing."),
            (.unusableInput, "There is no journal, or it cannot be used."),
        ],
        examples: [
            ("payouts stats --journal postgres --format prometheus > payouts.prom", "Figures for a node exporter.")
        ],
        environment: Manual.environment + Manual.databaseEnvironment)
}

extension Session {
    /// The journal, where it keeps statistics.
    var observed: any ObservedJournal {
        get throws(CommandFailure) {
            guard let observed = journal as? any ObservedJournal else {
                throw CommandFailure(.usage, "the journal keeps no counts")
            }
            return observed
        }
    }
}

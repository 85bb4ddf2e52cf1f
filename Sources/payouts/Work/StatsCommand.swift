import IyzicoMassPayout
import KurusCommandLine

/// `payouts stats`: how an account's payouts are going, for people and for monitoring.
struct StatsCommand: Command {
    private enum Format: String, CaseIterable {
        case text
        case json
        case prometheus
    }

    private let account: AccountChoice
    private let run: RunOptions
    private let format: Format

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        account = try AccountChoice(arguments)
        try account.requireDatabase(arguments.command)
        run = try RunOptions(arguments)
        format = try arguments.choice(of: "--format") ?? .text
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let session = try await Session(account.account(surroundings), .reads, run, surroundings)
        let journal = try session.observed
        let statistics: JournalStatistics
        let stuck: Int
        do throws(JournalError) {
            statistics = try await journal.statistics()
            stuck = try await journal.stuckCount()
        } catch {
            throw CommandFailure(error)
        }
        let report = StatsReport(statistics, stuck: stuck, host: session.account.identity.host)
        switch format {
        case .text: surroundings.output(report.text)
        case .json: surroundings.output(report.json)
        case .prometheus: surroundings.output(report.prometheus)
        }
        return .done
    }
}

extension Session {
    /// The journal, where it tells how payouts are going.
    var observed: any ObservedJournal {
        get throws(CommandFailure) {
            guard let observed = journal as? any ObservedJournal else {
                throw CommandFailure(.usage, "the journal keeps no counts")
            }
            return observed
        }
    }
}

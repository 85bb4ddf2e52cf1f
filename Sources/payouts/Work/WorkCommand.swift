import IyzicoMassPayout
import KurusCommandLine

/// `payouts work`: pays what was enqueued, on any number of machines.
struct WorkCommand: Command {
    private let account: AccountChoice
    private let run: RunOptions
    private let format: OutputFormat
    private let concurrency: Int
    private let isOnce: Bool
    /// How long it may take to hand back once it was stopped.
    private let grace: Duration
    private let lease: Duration

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        account = try AccountChoice(arguments)
        try account.requireDatabase(arguments.command)
        run = try RunOptions(arguments)
        format = try arguments.choice(of: "--format") ?? .text
        concurrency = try arguments.number(of: "--concurrency", in: 1...64) ?? 4
        isOnce = arguments.has("--once")
        grace = .seconds(try arguments.number(of: "--grace", in: 1...3600) ?? 20)
        lease = .seconds(try arguments.number(of: "--lease", in: 3...3600) ?? 60)
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let log = WorkLog(format, surroundings)
        let account = try account.account(surroundings)
        let session = try await Session(
            account, .begins, run, surroundings, patience: WorkOptions.patience, lease: lease, watch: log.take)
        guard let queue = session.journal as? any PayoutWorkQueue else {
            throw CommandFailure(.usage, "the journal cannot be worked on by several workers")
        }
        let worker = PayoutWorker(session.payouts, queue: queue, options: options(account), events: log.take)
        let work = Task { () async -> JournalError? in
            do throws(JournalError) {
                try await worker.run()
                return nil
            } catch {
                return error
            }
        }
        let end = await Grace(grace, surroundings.clock).end(of: work)
        let status = try await status(end, queue, log, surroundings)
        log.takeEnd(status)
        return status
    }

    private func options(_ account: Account) -> WorkOptions {
        var options = WorkOptions()
        options.concurrency = concurrency
        options.endsWithTheWork = isOnce
        let rest = account.settings.pause * 5
        options.rest = WorkPause(first: rest, longest: rest * 60)
        return options
    }

    private func status(
        _ end: Grace.End<JournalError?>, _ queue: any PayoutWorkQueue, _ log: WorkLog, _ surroundings: Surroundings
    ) async throws(CommandFailure) -> ExitStatus {
        switch end {
        case .over:
            surroundings.errorOutput(
                "payouts: note: not everything was handed back within the grace; it is free when its lease ends\n")
            return .done
        case .ended(let failure?): throw CommandFailure(failure)
        case .ended(nil) where !isOnce || Task.isCancelled: return .done
        case .ended(nil): return try await Self.status(queue, log)
        }
    }

    /// How much of the work is left, where there is nothing more to do.
    private static func status(_ queue: any PayoutWorkQueue, _ log: WorkLog) async throws(CommandFailure) -> ExitStatus
    {
        let ahead: WorkAhead
        do throws(JournalError) {
            ahead = try await queue.workAhead()
        } catch {
            throw CommandFailure(error)
        }
        log.take(ahead)
        if ahead.needsPerson > 0 { return .outcomeUnknown }
        return ahead.givenUp > 0 ? .providerFailed : .done
    }
}

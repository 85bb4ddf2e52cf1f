import IyzicoMassPayout
import KurusCommandLine

/// `payouts work`: pays enqueued payouts, on any number of machines.
struct WorkCommand: Command {
    private let options: RunOptions
    private let format: OutputFormat
    private let concurrency: Int
    private let isOnce: Bool
    /// The time for handing payouts back after a stop.
    private let grace: Duration
    private let lease: Duration

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        options = try RunOptions(arguments)
        try options.account.requireDatabase(arguments.command)
        format = try arguments[OutputFormat.option]
        concurrency = try arguments[Self.concurrency]
        isOnce = arguments[Self.once]
        grace = .seconds(try arguments[Self.grace])
        lease = .seconds(try arguments[Self.lease])
    }

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let log = WorkLog(format: format, context: context)
        let account = try options.account.account(context)
        let session = try await Session(
            account, .begins, options, context, patience: WorkOptions.patience, lease: lease, watch: log.take)
        guard let queue = session.journal as? any PayoutWorkQueue else {
            throw CommandFailure(.usage, "the journal cannot be worked on by several workers")
        }
        let worker = PayoutWorker(session.payouts, queue: queue, options: workOptions(account), events: log.take)
        let work = Task { () async -> JournalError? in
            do throws(JournalError) {
                try await worker.run()
                return nil
            } catch {
                return error
            }
        }
        let end = await Grace(duration: grace, clock: context.clock).end(of: work)
        let status = try await status(end, queue, log, context)
        log.takeEnd(status)
        return status
    }

    private func workOptions(_ account: Account) -> WorkOptions {
        var options = WorkOptions()
        options.concurrency = concurrency
        options.endsWithTheWork = isOnce
        let rest = account.settings.pause * 5
        options.rest = WorkPause(first: rest, longest: rest * 60)
        return options
    }

    private func status(
        _ end: Grace.End<JournalError?>, _ queue: any PayoutWorkQueue, _ log: WorkLog, _ context: CommandContext
    ) async throws(CommandFailure) -> ExitStatus {
        switch end {
        case .over:
            context.errorOutput(
                "payouts: note: not everything was handed back within the grace; it is free when its lease ends\n")
            return .done
        case .ended(let failure?): throw CommandFailure(failure)
        case .ended(nil) where !isOnce || Task.isCancelled: return .done
        case .ended(nil): return try await Self.status(queue, log)
        }
    }

    /// Returns the status when no more work can be done, which depends on the payouts that are left.
    private static func status(_ queue: any PayoutWorkQueue, _ log: WorkLog) async throws(CommandFailure) -> ExitStatus
    {
        let ahead = try await journaled { () async throws(JournalError) in try await queue.workAhead() }
        log.take(ahead)
        if ahead.needsPerson > 0 { return .outcomeUnknown }
        return ahead.givenUp > 0 ? .providerFailed : .done
    }

    private static let concurrency = Option(
        "--concurrency", "N", in: 1...64, default: 4, "The number of payouts at once; 4 by default, 64 at most.")
    private static let once = Flag(
        "--once",
        "End when nothing is left to do without a person, including other workers' payouts.")
    private static let grace = Option(
        "--grace", "SECONDS", in: 1...3600, default: 20,
        "The time for handing payouts back after a stop; 20 by default. Give the service manager a few seconds more.")
    private static let lease = Option(
        "--lease", "SECONDS", in: 3...3600, default: 60,
        "The time for which a payout is leased, unless renewed; 60 by default.")

    static let definition = CommandDefinition(
        name: "work",
        summary: "pay enqueued payouts, on any number of machines",
        synopses: ["payouts work --journal postgres [--concurrency N] [--once] [OPTION...]"],
        paragraphs: [
            "Takes free payouts, authorizes those that were handed over, and reads and settles those that are "
                + "authorized or given up, until it is stopped. Any number of workers may run on any number of "
                + "machines; nobody is paid twice. It authorizes only payouts that 'payouts enqueue' handed over, and "
                + "never authorizes one a second time.",
            "A payout is taken by a lease, which is renewed during the work; when the lease of a dead worker has "
                + "ended, another worker continues. Payouts that need a person (an unknown outcome, or a mismatch at "
                + "the provider) are left, and 'payouts stuck' lists them. Workers read them again from time to time, "
                + "since they may be settled at the provider.",
            "SIGTERM and Ctrl-C stop it: it sends nothing more, waits for the answers to what it has sent, and hands "
                + "its payouts back, all within the grace. It waits for a database that is restarted or cannot be "
                + "reached.",
            Manual.credentials,
            "JSON: a line for each event, with time and event, and payout where there is one. Events: taken; verified, "
                + "authorizing, cancelling and read (with requestId and status); ended (with items, a number for each "
                + "end); left (with reason, needsPerson, moneyMoved and text); handedBack; journalFailed; end (with "
                + "exitStatus), the last one. " + Manual.failureAsJSON,
        ],
        options: [
            concurrency,
            once,
            grace,
            lease,
            RunOptions.actor, OutputFormat.option,
        ] + AccountChoice.options,
        exitStatuses: [
            (.done, "It was stopped, or with --once: everything is at its end."),
            (.usage, "The command line is wrong, or keys are missing."),
            (.unusableInput, "The journal cannot be used."),
            (
                .providerFailed,
                "With --once: the provider cannot be reached for some payouts. 'payouts stuck' names them."
            ),
            (.outcomeUnknown, "With --once: some payouts need a person. 'payouts stuck' names them."),
        ],
        examples: [
            ("payouts work --journal postgres", "Run a worker, as a service or in a container."),
            ("payouts work --journal postgres --once", "Pay what is there, and end."),
        ],
        environment: Manual.environment + Manual.databaseEnvironment)
}

/// The time for which work may go on after its task is cancelled.
private struct Grace {
    enum End<Value: Sendable>: Sendable {
        case ended(Value)
        /// The work has not ended.
        case over
    }

    let duration: Duration
    let clock: any Clock<Duration>

    /// Waits for a task. Cancelling the caller cancels the task, which is then awaited for the grace at most.
    func end<Value: Sendable>(of work: Task<Value, Never>) async -> End<Value> {
        let (ends, continuation) = AsyncStream.makeStream(of: End<Value>.self)
        Task { continuation.yield(.ended(await work.value)) }
        return await withTaskCancellationHandler {
            // A separate task, which the cancellation of this one does not reach.
            await Task { await ends.first { _ in true } ?? .over }.value
        } onCancel: {
            work.cancel()
            Task { [duration, clock] in
                try? await clock.sleep(for: duration)
                continuation.yield(.over)
            }
        }
    }
}

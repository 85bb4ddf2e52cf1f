public import IyzicoMassPayoutAPI
import KurusRuntime

/// Pays mass payouts through iyzico once. After any interruption, `pay` or `resume` with the same journal continues.
///
/// The safety of each step, and whether iyzico documents it:
///
/// 1. **The intent is recorded* in the journal, on the disk before the first call. This needs nothing of iyzico.
/// 2. *The payout is read back by its externalMassPayoutId.* One that this journal never initialized belongs to someone
///    else: beyond INIT it is followed and never touched; in INIT it is `startedElsewhere`. A failure counts as "no
///    such payout" only for an intent that was never initialized, only under status 500, and never with the codes for
///    keys and limits (1000, 1001, 1007, 1009, 50000). iyzico does not document its answer for an unknown payout.
/// 3. *initialize* stores the payout and moves no money, which iyzico documents, so it may be repeated with the same
///    externalId. The effect of a repeated one is not documented; the next steps are safe for every answer.
/// 4. *The payout is read back by its requestId*, all pages, and compared with the intent: ids, amounts and currency.
/// 5. *The requestId is pinned* in the journal, and the payout authorized once. From here on this intent never
///    initializes again and never authorizes another requestId. Money is safe because no second authorization is sent,
///    since iyzico documents nothing about repeated ones. A payout that still reads INIT after every reading may have
///    one under way, so it is reported as unknown; only the caller's confirmation authorizes again. Immediately before,
///    it is read by its externalMassPayoutId: another requestId than the pinned one, or a status beyond INIT, means
///    that someone with another journal works on it, and nothing is authorized. Two risks remain that no client can
///    remove, since iyzico takes no condition with authorize: two journals that both read INIT before either
///    authorizes, at a provider that answers both initializes with one requestId and pays for each authorization; and,
///    at a provider that makes a second payout of a repeated externalId and finds only the last by it, a journal that
///    initializes after the other one has read.
/// 6. *It is followed to its end* by reading. iyzico documents the statuses; which of them are final is inferred.
///
/// One journal is for one merchant at one host, and for any number of values of this type, in any number of processes
/// if the journal supports it. `PayoutJournal` explains why they do not pay twice.
public struct MassPayouts: Sendable {
    let operations: any IyzicoMassPayoutOperations
    let journal: any PayoutJournal
    let settings: PayoutSettings
    let clock: any Clock<Duration>
    let progress: @Sendable (String, PayoutProgress) -> Void
    let actor: String
    let randomToken: @Sendable () -> String
    private let turns: (any CallTurns)?

    /// Creates a workflow over one journal.
    ///
    /// - Parameters:
    ///   - operations: iyzico, or a substitute.
    ///   - journal: The journal of intents.
    ///   - settings: Waiting times and limits.
    ///   - clock: Measures pauses and the time between a journal's line and its request. It must count the time in
    ///     which the machine sleeps.
    ///   - actor: The actor in the journal's lines, by default `user@host`.
    ///   - randomToken: Returns a unique text for lines and leases.
    ///   - turns: Limits the calls of all workers together, if the operations use a `LimitedTransport`.
    ///   - progress: Called for every step with the payout's id, on the task that pays.
    public init(
        _ operations: any IyzicoMassPayoutOperations, journal: any PayoutJournal,
        settings: PayoutSettings = PayoutSettings(), clock: any Clock<Duration> = ContinuousClock(),
        actor: String = ThisMachine.actor, randomToken: @escaping @Sendable () -> String = RandomKey.system,
        turns: (any CallTurns)? = nil,
        progress: @escaping @Sendable (String, PayoutProgress) -> Void = { _, _ in }
    ) {
        self.operations = operations
        self.journal = journal
        self.settings = settings
        self.clock = clock
        self.actor = actor
        self.randomToken = randomToken
        self.turns = turns
        self.progress = progress
    }

    /// Records an order before anything is sent. Recording the same order again changes nothing.
    ///
    /// - Parameters:
    ///   - plan: The order.
    ///   - allowed: Ids of orders whose items it may repeat.
    /// - Returns: The permitted repeats of other orders' items.
    /// - Throws: `differentOrder`, `repeats`, `journal`.
    @discardableResult
    public func record(
        _ plan: PayoutPlan, allowRepeatOf allowed: Set<String> = []
    ) async throws(PayoutError) -> OrderRepeats {
        try await PlanRecorder(payouts: self).record(plan, allowing: allowed)
    }

    /// Checks an order like `record`, without recording anything.
    @discardableResult
    public func check(
        _ plan: PayoutPlan, allowRepeatOf allowed: Set<String> = []
    ) async throws(PayoutError) -> OrderRepeats {
        try await PlanRecorder(payouts: self).check(plan, allowing: allowed)
    }

    /// Pays a payout, or continues it where an earlier run ended.
    ///
    /// - Parameters:
    ///   - payout: The payout to pay.
    ///   - invalidItems: The policy for refused items; ignored once the payout's requestId is pinned.
    ///   - allowed: Ids of orders whose items it may repeat.
    ///   - goal: How far to go.
    /// - Returns: Its end: every item is paid, failed, refunded, refused or cancelled. With the goal `authorized`, the
    ///   first reading after the authorization, final or not.
    /// - Throws: The reason why it did not end; `money` and `advice` explain the consequences.
    public func pay(
        _ payout: MassPayout, invalidItems: InvalidItemsPolicy = .stop, allowRepeatOf allowed: Set<String> = [],
        until goal: PayoutGoal = .end
    ) async throws(PayoutError) -> PayoutReport {
        try await PlanRecorder(payouts: self).record(payout, allowing: allowed)
        return try await run(payout.id) { run async throws(PayoutError) in
            run.order = payout
            run.invalidItems = invalidItems
            run.goal = goal
            return try await run.toTheEnd()
        }
    }

    /// Continues a payout of the journal.
    ///
    /// - Parameters:
    ///   - payoutID: The payer's id of the payout.
    ///   - payout: The order, needed if initialize was never confirmed; it must equal the recorded one.
    ///   - invalidItems: The policy for refused items; ignored once the payout's requestId is pinned.
    ///   - authorizeAgain: The caller's confirmation that a payout with an unknown authorization that still reads INIT
    ///     shall be authorized again. The effect while the first one is under way is not documented: ask iyzico, or
    ///     cancel instead. It is refused within 15 minutes of the first one (`settings.authorizesAgainAfter`).
    ///   - goal: How far to go.
    public func resume(
        _ payoutID: String, with payout: MassPayout? = nil, invalidItems: InvalidItemsPolicy = .stop,
        authorizeAgain: Bool = false, until goal: PayoutGoal = .end
    ) async throws(PayoutError) -> PayoutReport {
        if let payout { try await PlanRecorder(payouts: self).check(payout, isRecordedAs: payoutID) }
        return try await run(payoutID) { run async throws(PayoutError) in
            run.order = payout
            run.invalidItems = invalidItems
            run.authorizesAgain = authorizeAgain
            run.goal = goal
            return try await run.toTheEnd()
        }
    }

    /// Cancels a payout: this journal never authorizes it from here on.
    ///
    /// - Parameters:
    ///   - payoutID: The payer's id of the payout.
    ///   - requestID: The request of a payout that was started elsewhere; unused if the journal has one.
    /// - Returns: Its end, which is not CANCELED if it was authorized before.
    /// - Throws: `cancellationUnknown` while it does not read as CANCELED, `requestIDNeeded`.
    public func cancel(_ payoutID: String, requestID: String? = nil) async throws(PayoutError) -> PayoutReport {
        try await run(payoutID) { run async throws(PayoutError) in
            try await run.cancel(requestID: requestID)
        }
    }

    /// Releases a payout for workers to authorize, once the provider has it as it was ordered (`PayoutGoal.verified`).
    /// A payout that was released, authorized or cancelled before is unchanged.
    ///
    /// - Returns: The payout in the journal.
    public func release(_ payoutID: String) async throws(PayoutError) -> PayoutReport {
        try await run(payoutID) { run async throws(PayoutError) in
            try await run.release()
        }
    }

    private func run(
        _ payoutID: String, _ body: (inout PayoutRun) async throws(PayoutError) -> PayoutReport
    ) async throws(PayoutError) -> PayoutReport {
        let owner = LeaseOwner(token: randomToken(), actor: actor)
        let lease: JournalLease
        switch try await claim(payoutID, owner) {
        case .claimed(let claimed): lease = claimed
        case .busy(let other): throw failure(payoutID, .alreadyRunning(other))
        case .unknownPayout: throw failure(payoutID, .unknownPayout)
        }
        return try await run(payoutID, lease, body)
    }

    /// Runs a body on a claimed payout and releases the payout.
    func run(
        _ payoutID: String, _ lease: JournalLease,
        _ body: (inout PayoutRun) async throws(PayoutError) -> PayoutReport
    ) async throws(PayoutError) -> PayoutReport {
        do throws(PayoutError) {
            guard let history = try await history(of: payoutID) else { throw failure(payoutID, .unknownPayout) }
            var run = PayoutRun(self, history, lease)
            let report = try await body(&run)
            await journal.release(lease)
            return report
        } catch {
            await journal.release(lease)
            throw error
        }
    }

    private func claim(_ payoutID: String, _ owner: LeaseOwner) async throws(PayoutError) -> ClaimOutcome {
        let duration = settings.lease
        return try await journaled(payoutID) { journal throws(JournalError) in
            try await journal.claim(payoutID, by: owner, for: duration)
        }
    }

    func history(of payoutID: String) async throws(PayoutError) -> PayoutHistory? {
        try await journaled(payoutID) { journal throws(JournalError) in try await journal.payout(payoutID) }
    }

    /// Calls the journal, and repeats a call whose answer was lost: every call may be repeated.
    ///
    /// - Parameter state: The payout's state in the journal; nil if it could not be read.
    func journaled<Found>(
        _ id: String, _ state: PayoutState? = nil,
        _ body: (any PayoutJournal) async throws(JournalError) -> Found
    ) async throws(PayoutError) -> Found {
        var attempt = 1
        while true {
            do throws(JournalError) {
                return try await body(journal)
            } catch {
                if case .outcomeUnknown = error, attempt < settings.journalAttempts {
                    attempt += 1
                    try? await clock.sleep(for: settings.pause)
                    continue
                }
                if let state { throw failure(id, .journal(error), state) }
                throw PayoutError(payoutID: id, requestID: nil, kind: .journal(error), money: .unknown)
            }
        }
    }

    /// Waits for a turn to call the provider.
    func takeTurn(_ state: PayoutState) async throws(PayoutError) {
        guard let turns else { return }
        let wait: Duration?
        do throws(JournalError) {
            wait = try await turns.nextCall()
        } catch {
            throw failure(state.payout.id, .journal(error), state)
        }
        guard let wait, wait > .zero else { return }
        do {
            try await clock.sleep(for: wait)
        } catch {
            throw failure(state.payout.id, .interrupted, state)
        }
    }

    /// - Parameter state: The payout's state in the journal; nil if it was not read or is missing.
    func failure(_ payoutID: String, _ kind: PayoutError.Kind, _ state: PayoutState? = nil) -> PayoutError {
        let mayHaveMoved = state?.mayHaveMovedMoney == true || kind.tellsNothingOfMoney
        return PayoutError(
            payoutID: payoutID, requestID: state?.request?.id, kind: kind, money: mayHaveMoved ? .unknown : .nothing)
    }
}

extension PayoutError.Kind {
    /// Whether another task, or a party unknown to this journal, may have authorized it.
    fileprivate var tellsNothingOfMoney: Bool {
        switch self {
        case .alreadyRunning, .overtaken, .unknownPayout, .startedElsewhere, .requestIDNeeded: true
        default: false
        }
    }
}

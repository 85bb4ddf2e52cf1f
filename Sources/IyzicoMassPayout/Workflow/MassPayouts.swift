public import IyzicoMassPayoutAPI
import KurusRuntime

/// Pays mass payouts through iyzico, once: whatever breaks on the way, `pay` or `resume` with the same journal goes on
/// where it broke.
///
/// What makes each step safe, and whether iyzico documents it:
///
/// 1. *The intent is recorded* in the journal, on the disk before the first call. Nothing is asked of iyzico.
/// 2. *The payout is read back by its externalMassPayoutId.* One that this journal never initialized is somebody else's:
///    beyond INIT it is followed and never touched; in INIT it is `startedElsewhere`. A failure means that there is none
///    only for an intent that was never initialized, only under status 500, and never with the codes for keys and limits
///    (1000, 1001, 1007, 1009, 50000). How iyzico answers for an unknown payout is not documented.
/// 3. *initialize* stores the payout and moves no money, which iyzico documents, so it may be repeated with the same
///    externalId. What a repeated one does is not documented; the next steps are safe for every answer.
/// 4. *The payout is read back by its requestId*, all pages, and compared with the intent: ids, amounts and currency.
/// 5. *The requestId is pinned* in the journal, and the payout authorized once. From here on this intent never
///    initializes again and never authorizes another requestId. That no second authorization is sent is what keeps money
///    safe, since iyzico documents nothing about repeated ones. A payout that still reads INIT after every reading may
///    have one under way, so that it is reported as unknown; only the caller's word authorizes again.
/// 6. *It is followed to its end* by reading. iyzico documents the statuses; which of them are final is inferred.
///
/// One journal is for one merchant at one host. Use one value of this type for a journal.
public struct MassPayouts: Sendable {
    let operations: any IyzicoMassPayoutOperations
    let journal: any PayoutJournal
    let hashKey: [UInt8]
    let settings: PayoutSettings
    let clock: any Clock<Duration>
    let progress: @Sendable (String, PayoutProgress) -> Void
    let turn = RecordingTurn()

    /// - Parameters:
    ///   - operations: iyzico, or what stands in its place.
    ///   - journal: Where intents are kept.
    ///   - hashKey: A key that is not stored: `IyzicoCredentials.journalKey`. With another one every order of the journal
    ///     looks different, and what was not confirmed can be cancelled, but not resumed.
    ///   - clock: What pauses are taken on.
    ///   - progress: Told of every step, with the payout's id. It is called by the task that pays.
    public init(
        _ operations: any IyzicoMassPayoutOperations, journal: any PayoutJournal, hashKey: [UInt8],
        settings: PayoutSettings = PayoutSettings(), clock: any Clock<Duration> = ContinuousClock(),
        progress: @escaping @Sendable (String, PayoutProgress) -> Void = { _, _ in }
    ) {
        self.operations = operations
        self.journal = journal
        self.hashKey = hashKey
        self.settings = settings
        self.clock = clock
        self.progress = progress
    }

    /// Records an order before anything of it is sent. The same order again changes nothing.
    ///
    /// - Parameter payAgain: Items that may be paid although another payout of the journal has paid them or may yet.
    /// - Throws: `differentOrder`, `itemsAlreadyOrdered`, `alreadyRunning`, `journal`.
    public func record(_ plan: PayoutPlan, payAgain: Set<String> = []) throws(PayoutError) {
        try PlanRecorder(self).record(plan, payAgain: payAgain)
    }

    /// Pays a payout, or goes on with it where an earlier run ended.
    ///
    /// - Parameter invalidItems: Decided once: for a payout whose requestId is pinned already it changes nothing.
    /// - Returns: Its end: every item is paid, failed, refunded, refused or cancelled.
    /// - Throws: whatever kept it from its end; `money` and `advice` say what that means.
    public func pay(
        _ payout: MassPayout, invalidItems: InvalidItemsPolicy = .stop, payAgain: Set<String> = []
    ) async throws(PayoutError) -> PayoutReport {
        try PlanRecorder(self).record(payout, payAgain: payAgain)
        return try await run(payout.id) { run async throws(PayoutError) in
            run.order = payout
            run.invalidItems = invalidItems
            return try await run.toTheEnd()
        }
    }

    /// Goes on with a payout of the journal.
    ///
    /// - Parameters:
    ///   - payout: The order, which is needed where initialize was never confirmed; it must be the one recorded.
    ///   - authorizeAgain: The caller's word that a payout whose authorization is unknown, and which still reads INIT, is
    ///     to be authorized once more. What that does if the first one is under way is not documented: ask iyzico, or
    ///     cancel instead.
    public func resume(
        _ payoutID: String, with payout: MassPayout? = nil, invalidItems: InvalidItemsPolicy = .stop,
        authorizeAgain: Bool = false
    ) async throws(PayoutError) -> PayoutReport {
        if let payout { try PlanRecorder(self).check(payout, isRecordedAs: payoutID) }
        return try await run(payoutID) { run async throws(PayoutError) in
            run.order = payout
            run.invalidItems = invalidItems
            run.authorizesAgain = authorizeAgain
            return try await run.toTheEnd()
        }
    }

    /// Gives a payout up: from here on this journal never authorizes it.
    ///
    /// - Parameter requestID: For a payout that was started elsewhere; the journal's is used where it has one.
    /// - Returns: Its end, which is not CANCELED if it was authorized before.
    /// - Throws: `cancellationUnknown` while it does not read as CANCELED, `requestIDNeeded`.
    public func cancel(_ payoutID: String, requestID: String? = nil) async throws(PayoutError) -> PayoutReport {
        try await run(payoutID) { run async throws(PayoutError) in
            try await run.cancel(requestID: requestID)
        }
    }

    private func run(
        _ payoutID: String, _ body: (inout PayoutRun) async throws(PayoutError) -> PayoutReport
    ) async throws(PayoutError) -> PayoutReport {
        guard journal.claim(payoutID) else { throw failure(payoutID, .alreadyRunning) }
        defer { journal.release(payoutID) }
        guard let state = try reading(for: payoutID).payouts[payoutID] else {
            throw failure(payoutID, .unknownPayout)
        }
        var run = PayoutRun(self, state)
        return try await body(&run)
    }

    func reading(for payoutID: String) throws(PayoutError) -> JournalReading {
        do {
            return JournalReading(try journal.entries())
        } catch {
            // What it knows of the payout is what cannot be read.
            throw PayoutError(payoutID: payoutID, requestID: nil, kind: .journal(error), money: .unknown)
        }
    }

    /// - Parameter state: What the journal knows of the payout; nil where that was not read, or it knows nothing.
    func failure(_ payoutID: String, _ kind: PayoutError.Kind, _ state: PayoutState? = nil) -> PayoutError {
        let mayHaveMoved = state?.mayHaveMovedMoney == true || kind.tellsNothingOfMoney
        return PayoutError(
            payoutID: payoutID, requestID: state?.request?.id, kind: kind, money: mayHaveMoved ? .unknown : .nothing)
    }
}

extension PayoutError.Kind {
    /// Whether somebody else's authorization may be there or under way: another task's, or one that this journal does not
    /// know.
    fileprivate var tellsNothingOfMoney: Bool {
        switch self {
        case .alreadyRunning, .unknownPayout, .startedElsewhere, .requestIDNeeded: true
        default: false
        }
    }
}

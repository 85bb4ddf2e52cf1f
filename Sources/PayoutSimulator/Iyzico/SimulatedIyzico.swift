public import Foundation
import IyzicoMassPayoutStub
public import KurusRuntime
import Synchronization

/// iyzico's mass payout service, simulated: it keeps a balance and payouts in a ledger, moves them through the
/// documented states, and refuses requests that the pages exclude.
///
/// It is deterministic: authorized payouts advance one step with every request that is carried out, never by time.
/// `SimulatedBehaviour` decides undocumented behaviour, `FaultScript` the faults.
///
///     let simulator = try SimulatedIyzico(balance: 1_000)
///     let client = IyzicoMassPayoutClient(
///         APIClient(server: IyzicoMassPayoutClient.sandbox, transport: SimulatorTransport(simulator)))
public final class SimulatedIyzico: Sendable {
    public let behaviour: SimulatedBehaviour
    let outcomes: ItemOutcomeRule
    let commission: Decimal
    let credentials: SimulatedCredentials?
    private let faults: FaultScript
    let ledger: any Ledger
    let systemTime: @Sendable () -> Int
    let state: Mutex<State>

    struct State {
        var book: PayoutBook
        var operations: [SimulatedOperation] = []
        var late: [LateRequest] = []
    }

    struct LateRequest {
        let request: HTTPRequest
        /// The number of the request after which it arrives.
        let due: Int
    }

    /// Creates a simulator that continues its ledger.
    ///
    /// - Parameters:
    ///   - credentials: The account whose signatures are accepted; nil verifies no signature.
    ///   - balance: The initial balance; only for a ledger without entries.
    ///   - outcomes: The outcome of each item, unless the pages make it INVALID.
    ///   - commission: The cost of every item beside its amount, in its currency.
    ///   - systemTime: The milliseconds since 1970 that answers show; nothing depends on them.
    /// - Throws: `LedgerError` when the ledger cannot be read or written.
    public init(
        credentials: SimulatedCredentials? = nil,
        balance: Decimal = 1_000_000,
        behaviour: SimulatedBehaviour = SimulatedBehaviour(),
        faults: FaultScript = [:],
        ledger: any Ledger = MemoryLedger(),
        outcomes: ItemOutcomeRule = .everyItemSucceeds,
        commission: Decimal = 0,
        systemTime: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970 * 1000) }
    ) throws(LedgerError) {
        self.behaviour = behaviour
        self.credentials = credentials
        self.faults = faults
        self.ledger = ledger
        self.outcomes = outcomes
        self.commission = commission
        self.systemTime = systemTime
        var book = PayoutBook(try ledger.entries())
        if !book.isOpened {
            let opening = LedgerEntry.opened(balance: balance)
            try ledger.append([opening])
            book.apply(opening)
        }
        state = Mutex(State(book: book))
    }
}

extension SimulatedIyzico {
    /// Every payment in the ledger, in order; empty when the ledger cannot be read.
    public var payments: [Payment] { (try? ledger.payments()) ?? [] }

    /// The operation of each request in the order of arrival, in which fault scripts count.
    public var operations: [SimulatedOperation] { state.withLock { $0.operations } }

    /// How many requests arrived.
    public var requestCount: Int { state.withLock { $0.operations.count } }

    /// The remaining balance.
    public var balance: Decimal { state.withLock { $0.book.balance } }

    /// Answers a request by the fault script.
    public func receive(_ request: HTTPRequest) async -> Delivery {
        let (number, fault) = arrive(request)
        let delivery = await deliver(request, fault)
        for late in takeLate(dueBy: number) {
            _ = await carryOut(late)
        }
        return delivery
    }

    /// Carries out every request that is still on its way; call it before counting payments.
    public func deliverLateRequests() async {
        for late in takeLate(dueBy: .max) {
            _ = await carryOut(late)
        }
    }

    private func arrive(_ request: HTTPRequest) -> (number: Int, fault: Fault?) {
        let operation = SimulatedOperation(request)
        return state.withLock { state in
            let number = state.operations.count
            let fault = faults.fault(request: number, operation) { state.operations.count { $0 == operation } }
            state.operations.append(operation)
            if case .lateDelivery(let after)? = fault {
                state.late.append(LateRequest(request: request, due: number + after))
            }
            return (number, fault)
        }
    }

    private func takeLate(dueBy number: Int) -> [HTTPRequest] {
        state.withLock { state in
            guard !state.late.isEmpty else { return [] }
            let due = state.late.filter { $0.due <= number }
            state.late.removeAll { $0.due <= number }
            return due.map(\.request)
        }
    }
}

extension SimulatedIyzico {
    var now: Int { systemTime() }

    func envelope(_ failure: IyzicoFailure, locale: String? = nil, conversationID: String? = nil) -> HTTPResponse {
        .json(
            failure.status(behaviour),
            FailureEnvelope(failure: failure, systemTime: now, locale: locale, conversationId: conversationID),
            fields: failure.fields)
    }

    /// Advances every payout that is under way by one step.
    private func takeStep() throws(LedgerError) {
        try state.withLock { (state) throws(LedgerError) in
            guard let step = state.book.nextStep else { return }
            try ledger.append([step])
            state.book.apply(step)
        }
    }

    /// Decides on the current state and records the decision atomically.
    func transact<Answer: Sendable>(
        _ decide: (PayoutBook) throws(IyzicoFailure) -> (answer: Answer, entry: LedgerEntry?)
    ) throws(IyzicoFailure) -> Answer {
        try state.withLock { (state) throws(IyzicoFailure) in
            let decision = try decide(state.book)
            guard let entry = decision.entry else { return decision.answer }
            do {
                try ledger.append([entry])
            } catch {
                throw .systemError(status: 500)
            }
            state.book.apply(entry)
            return decision.answer
        }
    }

    /// The current state.
    var present: PayoutBook { state.withLock { $0.book } }
}

extension SimulatedIyzico {
    /// Returns the delivery of a request that meets a fault.
    func deliver(_ request: HTTPRequest, _ fault: Fault?) async -> Delivery {
        switch fault {
        case nil: return .answer(await carryOut(request))
        case .dropBeforeReading: return .dropped
        case .dropAfterCarryingOut:
            _ = await carryOut(request)
            return .dropped
        case .truncatedAnswer: return .truncated(await carryOut(request))
        case .garbageAnswer:
            _ = await carryOut(request)
            return .answer(Self.proxyPage(200))
        case .tooManyRequests(let retryAfter): return .answer(tooManyRequests(retryAfter))
        case .serverError(let status, let carriedOut, let hasEnvelope):
            if carriedOut { _ = await carryOut(request) }
            return .answer(hasEnvelope ? serverError(status) : Self.proxyPage(status))
        case .slow: return .tooLate(await carryOut(request))
        case .duplicatedDelivery:
            _ = await carryOut(request)
            return .answer(await carryOut(request))
        case .lateDelivery: return .tooLate(nil)
        case .staleRead(let age): return .answer(await carryOut(request, changesAgo: age))
        }
    }

    /// Carries out a request, whatever happens to its answer.
    func carryOut(_ request: HTTPRequest, changesAgo age: Int = 0) async -> HTTPResponse {
        if let failure = credentials?.iyzicoFailure(of: request) { return envelope(failure) }
        do {
            try takeStep()
        } catch {
            return serverError(500)
        }
        let operations = SimulatedOperations(simulator: self, age: min(max(age, 0), PayoutBook.greatestAge))
        return completed(await IyzicoMassPayoutServer(operations).respond(to: request))
    }

    /// Puts the stub's own answers into iyzico's envelope, and gives amounts their decimals.
    private func completed(_ response: HTTPResponse) -> HTTPResponse {
        if response.status >= 400, !response.body.starts(with: Self.envelopeStart) { return enveloped(response) }
        guard behaviour.writesEightDecimals else { return response }
        return HTTPResponse(
            status: response.status, fields: response.fields, body: AmountDecimals.padded(response.body))
    }

    private static let envelopeStart = Array(#"{"status""#.utf8)

    private func enveloped(_ response: HTTPResponse) -> HTTPResponse {
        let isUnreadable = response.status == 400 || response.status == 415
        var answer = envelope(isUnreadable ? .refused("invalid request") : .noSuchOperation(status: response.status))
        answer.fields["Allow"] = response.fields["Allow"]
        return answer
    }

    private static func proxyPage(_ status: Int) -> HTTPResponse {
        .data(status, Data("<html><body>upstream</body></html>".utf8), contentType: "text/html")
    }

    private func tooManyRequests(_ retryAfter: Int) -> HTTPResponse {
        envelope(
            IyzicoFailure(kind: .tooMany(retryAfter: retryAfter), code: "50000", message: "request limit exceeded"))
    }

    private func serverError(_ status: Int) -> HTTPResponse {
        envelope(.systemError(status: status))
    }
}

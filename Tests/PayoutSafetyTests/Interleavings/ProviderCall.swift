import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import Synchronization

/// A request of the workflow, as a value that can be on its way without anybody who waits for it.
enum ProviderCall: Hashable, Sendable {
    case initialize(LocaleQuery, MassPayoutInitializeRequest)
    case authorize(LocaleQuery, MassPayoutAuthRequest)
    case cancel(LocaleQuery, requestID: String)
    case retrieve(LocaleQuery, MassPayoutRetrieveRequest)

    enum Answer: Hashable, Sendable {
        case initialized(MassPayoutInitializeResponse)
        case done(MassPayoutAuthResponse)
        case retrieved(MassPayoutRetrieveResponse)
    }

    var operation: SimulatedOperation {
        switch self {
        case .initialize: .initialize
        case .authorize: .authorize
        case .cancel: .cancel
        case .retrieve: .retrieve
        }
    }

    func send(by operations: any IyzicoMassPayoutOperations) async throws(APIError) -> Answer {
        switch self {
        case .initialize(let locale, let body):
            .initialized(try await operations.initialize(locale: locale, body: body))
        case .authorize(let locale, let body): .done(try await operations.authorize(locale: locale, body: body))
        case .cancel(let locale, let id): .done(try await operations.cancel(requestId: id, locale: locale))
        case .retrieve(let locale, let body): .retrieved(try await operations.retrieve(locale: locale, body: body))
        }
    }
}

/// The simulated provider as a function: what it answers to a request and adds to its ledger depends on the ledger, the
/// request and what goes wrong with it. Each combination is sent over the client once, and remembered.
final class RememberedProvider: Sendable {
    struct Outcome: Hashable, Sendable {
        let result: Result<ProviderCall.Answer, APIError>
        /// Of the result: what the caller knows by it.
        let print: Fingerprint
        /// Its entries in the ledger.
        let entries: [LedgerEntry]
    }

    private struct Question: Hashable {
        let ledger: Fingerprint
        let call: ProviderCall
        let fault: StepFault?
    }

    private let behaviour: SimulatedBehaviour
    private let remembered = Mutex<[Question: Outcome]>([:])
    private let distinctFaults = Mutex<[Question: [StepFault]]>([:])

    init(_ behaviour: SimulatedBehaviour) {
        self.behaviour = behaviour
    }

    /// - Parameter ledger: All entries of it, and their fingerprint.
    func outcome(
        of call: ProviderCall, meeting fault: StepFault? = nil, ledger: (entries: [LedgerEntry], print: Fingerprint)
    ) async throws -> Outcome {
        let question = Question(ledger: ledger.print, call: call, fault: fault)
        if let known = remembered.withLock({ $0[question] }) { return known }
        let outcome = try await send(call, meeting: fault, to: ledger.entries)
        remembered.withLock { $0[question] = outcome }
        return outcome
    }

    /// Those of some faults that make a difference here: a stale read may equal a fresh one.
    func distinct(
        _ faults: [StepFault], of call: ProviderCall, ledger: (entries: [LedgerEntry], print: Fingerprint)
    ) async throws -> [StepFault] {
        let question = Question(ledger: ledger.print, call: call, fault: nil)
        if let known = distinctFaults.withLock({ $0[question] }) { return known }
        let undisturbed = try await outcome(of: call, ledger: ledger)
        var seen: Set<Outcome> = [undisturbed]
        var distinct: [StepFault] = []
        for fault in faults {
            let outcome = try await outcome(of: call, meeting: fault, ledger: ledger)
            if fault == .late || seen.insert(outcome).inserted { distinct.append(fault) }
        }
        distinctFaults.withLock { $0[question] = distinct }
        return distinct
    }

    private func send(
        _ call: ProviderCall, meeting fault: StepFault?, to entries: [LedgerEntry]
    ) async throws -> Outcome {
        let ledger = MemoryLedger()
        ledger.append(entries)
        let script: FaultScript = if case .provider(let fault)? = fault { [0: fault] } else { [:] }
        let simulator = try SimulatedIyzico(
            behaviour: behaviour, faults: script, ledger: ledger, outcomes: ItemOutcomeRule { _ in .succeeds },
            systemTime: { 0 })
        let transport: any HTTPTransport = fault == .late ? SilentTransport() : SimulatorTransport(simulator)
        let client = IyzicoMassPayoutClient(
            APIClient(server: IyzicoMassPayoutClient.sandbox, transport: transport, refusals: IyzicoRefusals()))
        let result: Result<ProviderCall.Answer, APIError>
        do throws(APIError) {
            result = .success(try await call.send(by: client))
        } catch {
            result = .failure(error)
        }
        var print = Fingerprint()
        print.add(result)
        return Outcome(result: result, print: print, entries: Array(ledger.entries().dropFirst(entries.count)))
    }
}

/// Whatever is sent, no answer comes in time.
private struct SilentTransport: HTTPTransport {
    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        throw TransportError(.deadline, "no answer in time")
    }
}

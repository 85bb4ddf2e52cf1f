import IyzicoMassPayout
import KurusRuntime
import Synchronization

/// A process that dies at one of its steps: a step is everything that can be seen from outside, before and after each
/// line of the journal and each request. Dead, it can do nothing more.
final class MortalProcess: Sendable {
    private let stepsLeft: Mutex<Int?>

    /// - Parameter steps: How many steps it lives; nil for ever.
    init(livingFor steps: Int?) {
        stepsLeft = Mutex(steps)
    }

    var isDead: Bool { stepsLeft.withLock { $0 == 0 } }

    /// Whether it lives on after another step.
    func step() -> Bool {
        stepsLeft.withLock { left in
            guard let count = left else { return true }
            guard count > 0 else { return false }
            left = count - 1
            return count > 1
        }
    }
}

/// The journal and ledger, which outlive the process.
struct MortalJournal: PayoutJournal {
    let process: MortalProcess
    let kept: MemoryJournal

    private static let death = JournalError.system(path: "journal", operation: "cannot write", reason: "dead")

    var key: JournalKey { kept.key }

    func record(_ recording: OrderRecording) throws(JournalError) -> RecordingOutcome {
        try writing { kept.record(recording) }
    }

    func append(_ append: JournalAppend) throws(JournalError) -> AppendOutcome {
        try writing { kept.append(append) }
    }

    func earlierItems(_ query: RepeatQuery) throws(JournalError) -> EarlierItems {
        try reading { kept.earlierItems(query) }
    }

    func order(_ id: String) throws(JournalError) -> JournaledOrder? {
        try reading { kept.order(id) }
    }

    func payout(_ id: String) throws(JournalError) -> PayoutHistory? {
        try reading { kept.payout(id) }
    }

    func orders(after position: Int, limit: Int) throws(JournalError) -> [JournaledOrder] {
        try reading { kept.orders(after: position, limit: limit) }
    }

    private func reading<Found>(_ body: () -> Found) throws(JournalError) -> Found {
        if process.isDead { throw Self.death }
        return body()
    }

    private func writing<Outcome>(_ body: () -> Outcome) throws(JournalError) -> Outcome {
        guard process.step() else { throw Self.death }
        let outcome = body()
        guard process.step() else { throw Self.death }
        return outcome
    }

    /// A dead process has let go of everything.
    func claim(_ payoutID: String, by owner: LeaseOwner, for duration: Duration) -> ClaimOutcome {
        kept.claim(payoutID, by: owner, for: duration)
    }

    func renew(_ lease: JournalLease, for duration: Duration) -> JournalLease? {
        kept.renew(lease, for: duration)
    }

    func release(_ lease: JournalLease) {
        kept.release(lease)
    }
}

/// Requests that the process sent arrive although it died.
struct MortalTransport: HTTPTransport {
    let process: MortalProcess
    let transport: any HTTPTransport

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        guard process.step() else { throw TransportError(.notSent, "dead") }
        let response = try await transport.send(request, timeout: timeout)
        guard process.step() else { throw TransportError(.interrupted, "dead") }
        return response
    }
}

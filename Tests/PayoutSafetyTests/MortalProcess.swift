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

/// What the process writes to outlives it.
struct MortalJournal: PayoutJournal {
    let process: MortalProcess
    let kept: MemoryJournal

    private static let death = JournalError.system(path: "journal", operation: "cannot write", reason: "dead")

    func entries() throws(JournalError) -> [JournalEntry] {
        if process.isDead { throw Self.death }
        return kept.entries()
    }

    func append(_ entry: JournalEntry) throws(JournalError) {
        guard process.step() else { throw Self.death }
        kept.append(entry)
        guard process.step() else { throw Self.death }
    }

    /// A dead process has let go of everything.
    func claim(_ payoutID: String) -> Bool { kept.claim(payoutID) }
    func release(_ payoutID: String) { kept.release(payoutID) }
}

/// What the process sent arrives although it died.
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

import IyzicoMassPayout
import PayoutSimulator

/// What the caller was told last.
enum Outcome: Sendable {
    case ended(PayoutReport)
    case failed(PayoutError)
    /// The process died before it said anything.
    case unheard

    init(_ body: () async throws(PayoutError) -> PayoutReport) async {
        do throws(PayoutError) {
            self = .ended(try await body())
        } catch {
            self = .failed(error)
        }
    }

    var isEnd: Bool {
        if case .ended(let report) = self { report.isFinal } else { false }
    }

    /// Whether a task was kept out by another, or came before the order was recorded.
    var isOfNoUse: Bool {
        guard case .failed(let error) = self else { return false }
        switch error.kind {
        case .alreadyRunning, .unknownPayout: return true
        default: return false
        }
    }
}

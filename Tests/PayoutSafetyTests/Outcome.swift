import IyzicoMassPayout
import PayoutSimulator

/// The last report to the caller.
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

    /// Returns the outcome of two tasks that knows more about the money.
    var knowledge: Int {
        switch self {
        case .ended: 3
        case .failed(let error) where error.isOfNoUse: 0
        case .failed(let error): error.money == .unknown ? 2 : 1
        case .unheard: 0
        }
    }
}

extension PayoutError {
    /// Whether a task was kept out by another, or came before the order was recorded.
    fileprivate var isOfNoUse: Bool {
        switch kind {
        case .alreadyRunning, .overtaken, .unknownPayout: true
        default: false
        }
    }
}

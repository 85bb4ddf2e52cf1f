import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusCommandLine
import Synchronization

/// Shows what is being done: on a terminal in one line that is written over, elsewhere a line a step.
final class ProgressDisplay: Sendable {
    private let isInPlace: Bool
    private let output: @Sendable (String) -> Void
    private let state = Mutex(State())

    private struct State {
        var width = 0
    }

    init(_ surroundings: Surroundings) {
        isInPlace = surroundings.showsProgressInPlace
        output = surroundings.errorOutput
    }

    func tell(_ payoutID: String, _ progress: PayoutProgress) {
        let text = "\(SafeText.printable(payoutID)): \(progress.words)"
        guard isInPlace else { return output(text + "\n") }
        // A longer line would not be written over.
        let line = String(text.prefix(79))
        state.withLock { state in
            output("\r" + line + String(repeating: " ", count: max(0, state.width - line.count)))
            state.width = line.count
        }
    }

    /// Leaves the line free for what comes.
    func end() {
        guard isInPlace else { return }
        state.withLock { state in
            output("\r" + String(repeating: " ", count: state.width) + "\r")
            state.width = 0
        }
    }
}

extension PayoutProgress {
    /// As a line of progress has it.
    var words: String {
        switch self {
        case .recorded(let items): "recorded, \(Count(items, "item").text)"
        case .initializing(let attempt): "initializing" + (attempt > 1 ? ", attempt \(attempt)" : "")
        case .initialized(let requestID, let refused):
            "initialized as \(SafeText.printable(requestID))"
                + (refused > 0 ? ", \(Count(refused, "item").text) refused" : "")
        case .verified: "verified, every item as it was ordered"
        case .authorizing: "authorizing"
        case .read(let report): Self.words(report)
        case .cancelling: "cancelling"
        }
    }

    private static func words(_ report: PayoutReport) -> String {
        let closed = report.items.count { $0.end.isClosed }
        let status = report.status.map { SafeText.masked($0.rawValue) } ?? "read"
        return "\(status), \(closed) of \(Count(report.items.count, "item").text) closed"
    }
}

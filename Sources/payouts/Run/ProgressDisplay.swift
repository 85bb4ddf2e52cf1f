import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusCommandLine
import Synchronization

/// Shows progress: on a terminal in one line that is overwritten, elsewhere one line for each step.
final class ProgressDisplay: Sendable {
    private let isInPlace: Bool
    private let output: @Sendable (String) -> Void
    /// The width of the line that is shown.
    private let width = Mutex(0)

    init(_ context: CommandContext) {
        isInPlace = context.showsProgressInPlace
        output = context.errorOutput
    }

    func tell(_ payoutID: String, _ progress: PayoutProgress) {
        let text = "\(SafeText.printable(payoutID)): \(progress.words)"
        guard isInPlace else { return output(text + "\n") }
        // A longer line could not be overwritten.
        let line = String(text.prefix(79))
        width.withLock { width in
            output("\r" + line + String(repeating: " ", count: max(0, width - line.count)))
            width = line.count
        }
    }

    /// Clears the line.
    func end() {
        guard isInPlace else { return }
        width.withLock { width in
            output("\r" + String(repeating: " ", count: width) + "\r")
            width = 0
        }
    }
}

extension PayoutProgress {
    /// The words in a line of progress.
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

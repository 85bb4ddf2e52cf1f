import IyzicoMassPayout
import PayoutSimulator

/// What the caller was told last.
enum Outcome: Sendable {
    case ended(PayoutReport)
    case failed(PayoutError)

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
}

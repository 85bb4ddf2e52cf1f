import JuspayPayoutAPI
import KurusRuntime
import Synchronization

/// Answers one call after the other; a call for which no answer is ready waits for one.
final class ScriptedOperations: JuspayPayoutOperations {
    typealias Answer = Result<AccountBalances, APIError>

    private struct State {
        var answers: [Answer] = []
        var waiting: [CheckedContinuation<Answer, Never>] = []
        var calls = 0
    }

    private let state = Mutex(State())

    init(_ answers: Answer...) {
        state.withLock { $0.answers = answers }
    }

    var calls: Int { state.withLock { $0.calls } }

    func answer(_ answer: Answer) {
        state.withLock { state in
            if state.waiting.isEmpty {
                state.answers.append(answer)
            } else {
                state.waiting.removeFirst().resume(returning: answer)
            }
        }
    }

    func getBalances() async throws(APIError) -> AccountBalances {
        let answer = await withCheckedContinuation { continuation in
            state.withLock { state in
                state.calls += 1
                if state.answers.isEmpty {
                    state.waiting.append(continuation)
                } else {
                    continuation.resume(returning: state.answers.removeFirst())
                }
            }
        }
        return try answer.get()
    }
}

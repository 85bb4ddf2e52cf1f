import Foundation
import KurusCommandLine

/// Asks before money moves.
enum Question {
    /// - Throws: unless the answer is yes, or nobody can be asked.
    static func ask(_ text: String, _ surroundings: Surroundings) async throws(CommandFailure) {
        guard let answer = surroundings.answer else {
            throw CommandFailure(.usage, "standard input is no terminal to ask at; --yes pays without a question")
        }
        surroundings.errorOutput("\(text) Type yes to pay: ")
        let reply = await reply(answer)?.filter { !$0.isWhitespace }.lowercased()
        if Task.isCancelled {
            surroundings.errorOutput("\n")
            throw .stopped
        }
        guard reply == "yes" else { throw CommandFailure(.notPaid, "the answer was not yes; nothing is sent") }
    }

    /// The answer; nil when the task is cancelled first. Nothing ends a read of a terminal, so that it has a thread of its
    /// own, which is left behind then.
    private static func reply(_ answer: @escaping @Sendable () -> String?) async -> String? {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self)
        Thread.detachNewThread {
            if let reply = answer() { continuation.yield(reply) }
            continuation.finish()
        }
        for await reply in stream { return reply }
        return nil
    }
}

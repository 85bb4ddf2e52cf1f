import KurusCommandLine
import KurusRuntime

/// The failure of a command.
struct CommandFailure: Error {
    let status: ExitStatus
    /// The message for standard error, without the program's name.
    let message: String
    /// The problems of a file that the message counts, which are already printed.
    let problems: [InputProblem]

    init(_ status: ExitStatus, _ message: String, problems: [InputProblem] = []) {
        self.status = status
        self.message = message
        self.problems = problems
    }

    /// The failure of a command that was stopped before it sent anything.
    static let stopped = CommandFailure(.providerFailed, "stopped; nothing is sent")

    var text: String { "payouts: error: \(message)\n" }
}

/// The JSON object of a command that failed without a result, for `--format json`.
enum FailureJSON {
    /// Whether a command line asks for JSON, even if it is wrong otherwise.
    static func isWanted(by arguments: [String]) -> Bool {
        let words = arguments.prefix { $0 != "--" }
        return words.contains("--format=json")
            || zip(words, words.dropFirst()).contains { $0 == "--format" && $1 == "json" }
    }

    /// One line.
    static func text(_ failure: CommandFailure) -> String {
        let problems = failure.problems.isEmpty ? nil : failure.problems.map(json)
        return failure.status.jsonLine([
            "error": .members(["text": .text(failure.message), "problems": .list(problems)])
        ])
    }

    private static func json(_ problem: InputProblem) -> JSONValue {
        .members([
            "line": .count(problem.line), "column": .count(problem.column), "element": .count(problem.location.element),
            "id": .text(problem.itemID), "text": .text(problem.message),
        ])
    }
}

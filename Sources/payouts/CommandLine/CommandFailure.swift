import KurusCommandLine

/// Why a command ends without having done what was asked for.
struct CommandFailure: Error {
    let status: ExitStatus
    /// For standard error; lines without the program's name in front.
    let message: String
    /// The problems of a file that the message counts; they are on standard error already.
    let problems: [InputProblem]

    init(_ status: ExitStatus, _ message: String, problems: [InputProblem] = []) {
        self.status = status
        self.message = message
        self.problems = problems
    }

    /// The end of a command that was stopped before it sent anything.
    static let stopped = CommandFailure(.providerFailed, "stopped; nothing is sent")

    var text: String { "payouts: error: \(message)\n" }
}

import KurusCommandLine

/// Why a command ends without having done what was asked for.
struct CommandFailure: Error {
    let status: ExitStatus
    /// For standard error; lines without the program's name in front.
    let message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }

    var text: String { "payouts: error: \(message)\n" }
}

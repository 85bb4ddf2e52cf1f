import SpecDiagnostics

/// A command line that cannot be understood: what is wrong, and how it is written.
struct UsageError: Error {
    private let message: String
    private let command: CommandDefinition?

    /// - Parameter command: The command whose usage is shown; nil for that of kurus itself.
    init(_ message: String, in command: CommandDefinition? = nil) {
        self.message = message
        self.command = command
    }

    init(_ message: String, didYouMean word: String, among known: [String], in command: CommandDefinition? = nil) {
        let suggestion = DidYouMean.suggestion(for: word, in: known).map { "; did you mean '\($0)'?" } ?? ""
        self.init(message + suggestion, in: command)
    }

    /// The lines for standard error.
    var text: String {
        let synopses = command?.synopses ?? CommandDefinition.overviewSynopses
        let usage = zip(synopses.indices, synopses).map { ($0 == 0 ? "usage: " : "       ") + $1 }
        let more = command.map { "kurus help \($0.name)" } ?? "kurus help"
        return (["kurus: error: \(message)"] + usage + ["More: \(more)"]).joined(separator: "\n") + "\n"
    }
}

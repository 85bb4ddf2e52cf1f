import SourceText

/// A mistake in a command line, printed with the usage of the command.
package struct UsageError: Error {
    package let message: String
    private let command: CommandDefinition?

    /// - Parameter command: The command whose usage is shown; nil for the program.
    package init(_ message: String, in command: CommandDefinition? = nil) {
        self.message = message
        self.command = command
    }

    package init(
        _ message: String, didYouMean word: String, among known: [String], in command: CommandDefinition? = nil
    ) {
        let suggestion = DidYouMean.suggestion(for: word, in: known).map { "; did you mean '\($0)'?" } ?? ""
        self.init(message + suggestion, in: command)
    }

    /// Returns the lines for standard error.
    package func text(in program: Program) -> String {
        let synopses = command?.synopses ?? program.synopses
        let usage = zip(synopses.indices, synopses).map { ($0 == 0 ? "usage: " : "       ") + $1 }
        let more = command.map { "\(program.name) help \($0.name)" } ?? "\(program.name) help"
        return (["\(program.name): error: \(message)"] + usage + ["More: \(more)"]).joined(separator: "\n") + "\n"
    }
}

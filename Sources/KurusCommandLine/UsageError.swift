import SourceText

/// A command line that cannot be understood: what is wrong, and how it is written.
package struct UsageError: Error {
    package let message: String
    private let command: CommandDefinition?

    /// - Parameter command: The command whose usage is shown; nil for that of the program itself.
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

    /// The lines for standard error.
    package func text(in program: Program) -> String {
        let synopses = command?.synopses ?? program.synopses
        let usage = zip(synopses.indices, synopses).map { ($0 == 0 ? "usage: " : "       ") + $1 }
        let more = command.map { "\(program.name) help \($0.name)" } ?? "\(program.name) help"
        return (["\(program.name): error: \(message)"] + usage + ["More: \(more)"]).joined(separator: "\n") + "\n"
    }
}

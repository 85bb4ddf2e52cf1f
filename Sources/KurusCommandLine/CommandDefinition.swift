/// A command as its arguments are read and as its manual page shows it: the one place for both.
package struct CommandDefinition: Sendable {
    package let name: String
    package let summary: String
    package let synopses: [String]
    package let paragraphs: [String]
    package let options: [any CommandOption]
    package let exitStatuses: [(status: ExitStatus, text: String)]
    package let examples: [(command: String, text: String)]
    package let environment: [(name: String, text: String)]
    package let files: [(name: String, text: String)]

    package init(
        name: String, summary: String, synopses: [String], paragraphs: [String], options: [any CommandOption] = [],
        exitStatuses: [(status: ExitStatus, text: String)], examples: [(command: String, text: String)],
        environment: [(name: String, text: String)] = [], files: [(name: String, text: String)] = []
    ) {
        self.name = name
        self.summary = summary
        self.synopses = synopses
        self.paragraphs = paragraphs
        self.options = options + [Self.help]
        self.exitStatuses = exitStatuses
        self.examples = examples
        self.environment = environment
        self.files = files
    }

    /// The option that every command has.
    package static let help = Flag("--help", shortName: "-h", "Print this page.")

    package func option(named name: String) -> (any CommandOption)? {
        options.first { $0.name == name || $0.shortName == name }
    }
}

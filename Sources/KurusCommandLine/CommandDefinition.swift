/// A command as its arguments are read and as its manual page shows it: the one place for both.
package struct CommandDefinition: Sendable {
    /// An option that its command reads by name.
    package struct Option: CommandOption {
        package let name: String
        package let valueName: String?
        package let text: String
        package let isRepeatable: Bool

        package init(name: String, valueName: String?, text: String, isRepeatable: Bool = false) {
            self.name = name
            self.valueName = valueName
            self.text = text
            self.isRepeatable = isRepeatable
        }
    }

    package struct Example: Sendable {
        package let command: String
        package let text: String

        package init(command: String, text: String) {
            self.command = command
            self.text = text
        }
    }

    package let name: String
    package let summary: String
    package let synopses: [String]
    package let paragraphs: [String]
    package let options: [any CommandOption]
    package let exitStatuses: [(status: ExitStatus, text: String)]
    package let examples: [Example]
    package let environment: [(name: String, text: String)]
    package let files: [(name: String, text: String)]

    package init(
        name: String, summary: String, synopses: [String], paragraphs: [String], options: [any CommandOption],
        exitStatuses: [(status: ExitStatus, text: String)], examples: [Example],
        environment: [(name: String, text: String)] = [], files: [(name: String, text: String)]
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

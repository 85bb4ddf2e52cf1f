/// A command as its arguments are read and as its manual page shows it: the one place for both.
package struct CommandDefinition: Sendable {
    package struct Option: Sendable {
        package let name: String
        /// What the manual page calls the value; nil for an option without one.
        package let valueName: String?
        package let text: String
        package let isRepeatable: Bool
        /// The name of one letter.
        package let shortName: String?

        package init(
            name: String, valueName: String?, text: String, isRepeatable: Bool = false, shortName: String? = nil
        ) {
            self.name = name
            self.valueName = valueName
            self.text = text
            self.isRepeatable = isRepeatable
            self.shortName = shortName
        }

        /// As the manual page shows it.
        package var spelling: String {
            ([name] + (shortName.map { [$0] } ?? [])).joined(separator: ", ") + (valueName.map { " " + $0 } ?? "")
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
    package let options: [Option]
    package let exitStatuses: [(status: ExitStatus, text: String)]
    package let examples: [Example]
    package let environment: [(name: String, text: String)]
    package let files: [(name: String, text: String)]

    package init(
        name: String, summary: String, synopses: [String], paragraphs: [String], options: [Option],
        exitStatuses: [(status: ExitStatus, text: String)], examples: [Example],
        environment: [(name: String, text: String)] = [], files: [(name: String, text: String)]
    ) {
        self.name = name
        self.summary = summary
        self.synopses = synopses
        self.paragraphs = paragraphs
        self.options = options
        self.exitStatuses = exitStatuses
        self.examples = examples
        self.environment = environment
        self.files = files
    }

    /// The option that every command has.
    package static let help = Option(name: "--help", valueName: nil, text: "Print this page.", shortName: "-h")

    package func option(named name: String) -> Option? {
        options.first { $0.name == name || $0.shortName == name }
    }
}
